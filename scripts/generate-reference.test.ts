import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { VARIABLES } from '#config/variables.ts'
import { environmentPage } from './generate-reference/environment.ts'

it('the page about the environment is what the list says', () => {
  expect(readFileSync('docs/reference/environment.md', 'utf8')).toBe(environmentPage())
})

it('every variable has its section', () => {
  const headings = environmentPage().match(/^## .+$/gm)
  expect(headings).toEqual(Object.values(VARIABLES).map(({ name }) => `## ${name}`))
})
