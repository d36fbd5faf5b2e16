import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runProgram } from '../../tests/support/program.ts'

const TEXT =
  'Mayor Ilse Lindqvist said “the bridge will reopen in May.” Around 1,200 people heard her on Friday.'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostra-record-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const record = (...words: string[]) => runProgram(['record', ...words])

describe('rostra record', () => {
  it('tells a person what it read, and counts dates from the day that is given', async () => {
    const { code, stdout } = await record(file('text.txt', TEXT), '--date', '2025-03-05')
    expect(code).toBe(0)
    expect(stdout).toMatch(/direct, .*Ilse Lindqvist.*“the bridge will reopen in May.”/)
    expect(stdout).toMatch(/Around 1,200 = about 1200 people/)
    expect(stdout).toMatch(/Friday = 2025-02-28/)
  })

  it('tells a program the same with offsets, a line for each text', async () => {
    const lines = [
      { id: 'one', text: TEXT },
      { id: 'two', paragraphs: ['Nothing.', 'Nobody.'] },
    ]
    const path = file('texts.jsonl', lines.map(line => JSON.stringify(line)).join('\n'))
    const { code, stdout } = await record(path, '--json')
    expect(code).toBe(0)
    const [one, two] = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(one).toMatchObject({ id: 'one', quotes: [{ kind: 'direct', cue: 'said' }] })
    expect(TEXT.slice(one.quotes[0].start, one.quotes[0].end)).toBe('“the bridge will reopen in May.”')
    expect(two).toMatchObject({ id: 'two', quotes: [], figures: [], stray: [] })
  })

  it('scores annotated texts', async () => {
    const { start, end } = { start: TEXT.indexOf('“'), end: TEXT.indexOf('”') + 1 }
    const speaker = { speaker: 'Mayor Ilse Lindqvist', speakerStart: 0, speakerEnd: 20 }
    const quotes = [{ start, end, kind: 'direct', ...speaker }]
    const { code, stdout } = await record(
      file('gold.jsonl', JSON.stringify({ text: TEXT, quotes })),
      '--score',
    )
    expect(code).toBe(0)
    expect(stdout).toMatch(/direct \/ mixed \/ indirect +100\.0 \//)
    expect(stdout).toMatch(/speaker right \/ wrong .* 100\.0 \/ 0\.0/)
  })

  it('says what was wrong', async () => {
    expect(await record(join(folder, 'missing.txt'))).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/There is no file .*missing\.txt\./),
    })
    expect(await record(file('bad.jsonl', '{"text": "a"}\n{"x": 1}'))).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/bad\.jsonl:2 is no JSON object/),
    })
    expect(await record(folder)).toMatchObject({ code: 1, stderr: expect.stringMatching(/is a folder/) })
    for (const date of ['May', '2025-02-30'])
      expect(await record(file('a.txt', TEXT), '--date', date)).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/--date must be a day/),
      })
    expect(await record(file('b.txt', TEXT), '--score')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/no \.jsonl file/),
    })
  })
})
