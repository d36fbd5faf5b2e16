import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { judgeTexts } from './verdict.ts'

const page = readFileSync(new URL('../../../docs/quotes.md', import.meta.url), 'utf8')
const table = page.slice(page.indexOf('## Hard cases')).split('\n## ')[0]!
const rows = table
  .split('\n')
  .filter(line => line.startsWith('| ') || line.startsWith('|'))
  .slice(2)
  .map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  )

const textOf = (cell: string): string => (cell === '␣' ? '' : cell.replaceAll(' / ', '\n\n'))

describe('the table of hard cases in docs/quotes.md', () => {
  test('has its rows', () => expect(rows.length).toBeGreaterThan(30))

  test.each(rows)('%s ← %s (today: %s) is %s', (source = '', quote = '', today = '', verdict = '') => {
    const then = textOf(source)
    const judged = judgeTexts(textOf(quote), then, today === '' ? then : textOf(today))
    expect(judged.verdict).toBe(verdict)
    if (verdict === 'altered' || verdict === 'edited-since') expect(judged.difference).not.toEqual([])
  })
})
