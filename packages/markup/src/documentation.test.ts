import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as door from './markup.ts'

const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8')

describe('the documentation', () => {
  it('names every tag', () => {
    const missing = door.TAG_NAMES.filter(
      name => !new RegExp(`\\[${name.replace('*', '\\*')}[\\]=\\s]`, 'i').test(readme),
    )
    expect(missing).toEqual([])
  })

  it('names everything that can be imported', () => {
    const missing = Object.keys(door).filter(name => !readme.includes(name))
    expect(missing).toEqual([])
  })

  it('gives the limits as they are', () => {
    const figures = [door.MAX_SOURCE, door.MAX_DEPTH].map(figure => figure.toLocaleString('en'))
    for (const figure of figures) expect(readme).toContain(figure)
  })
})
