import { describe, expect, it } from 'vitest'
import { showProgress } from './progress.ts'

describe('progress', () => {
  it('draws one line again and again on a terminal, not too often, and removes it', () => {
    let time = 0
    const written: string[] = []
    const screen = { isTTY: true, write: (text: string) => written.push(text) }
    const { progress, end } = showProgress('Copying', screen, () => time)
    for (const [at, done] of [
      [50, 1],
      [150, 2],
      [200, 3],
      [251, 4],
    ] as const) {
      time = at
      progress({ done, of: 8 })
    }
    end()
    end()
    expect(written).toEqual(['\r\u001b[KCopying: 25 %', '\r\u001b[KCopying: 50 %', '\r\u001b[K'])
  })

  it('writes whole lines elsewhere, and seldom', () => {
    let time = 0
    const written: string[] = []
    const { progress, end } = showProgress('Copying', { write: text => written.push(text) }, () => time)
    for (time = 0; time <= 12_000; time += 1000) progress({ done: time, of: 12_000 })
    end()
    expect(written).toEqual(['Copying: 41 %\n', 'Copying: 83 %\n'])
  })
})
