import { expect, test } from 'vitest'
import { findingsIn } from './limits.js'

const lines = (count, line = 'export {}') => `${line}\n`.repeat(count)
const longFunction = count => `export function long() {\n${lines(count - 2, '  void 0')}}\n`

test.each([
  ['a file of 401 lines', 'src/long.ts', lines(401)],
  ['a test of 501 lines', 'src/long.test.ts', lines(501)],
  ['a function of 61 lines', 'src/function.ts', longFunction(61)],
  ['a default export', 'src/default.ts', 'export default 1\n'],
  ['a default function', 'src/default.ts', 'export default function named() {}\n'],
  ['a file that passes on', 'src/barrel.ts', "export { a } from './a.ts'\nexport * from './b.ts'\n"],
  ['chance without a seed', 'src/chance.ts', `export const chance = Math.${'random'}()\n`],
  ['unfinished work', 'src/unfinished.ts', `// TO${'DO'}: more\nexport {}\n`],
  ['a name that says nothing', 'src/forum/utils.ts', 'export {}\n'],
])('refuses %s', (_what, path, text) => {
  expect(findingsIn(path, text)).toEqual([expect.objectContaining({ level: 'error' })])
})

test('warns before it refuses', () => {
  const warning = [expect.objectContaining({ level: 'warning' })]
  expect(findingsIn('src/longish.ts', lines(301))).toEqual(warning)
  expect(findingsIn('src/function.ts', longFunction(41))).toEqual(warning)
})

test('says nothing of what keeps the limits, nor of the length of a group of tests', () => {
  expect(findingsIn('src/short.ts', lines(300))).toEqual([])
  expect(findingsIn('src/function.ts', longFunction(40))).toEqual([])
  expect(findingsIn('src/a.test.ts', `describe('all', () => {\n${lines(498, '  void 0')}})\n`)).toEqual([])
  expect(findingsIn('packages/markup/src/markup.ts', "export { a } from './a.ts'\n")).toEqual([])
  expect(findingsIn('vitest.config.ts', 'export default {}\n')).toEqual([])
})
