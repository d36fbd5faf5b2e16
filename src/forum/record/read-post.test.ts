import { describe, expect, test } from 'vitest'
import { isKey } from '../findings/model.ts'
import { MOST_NUMBERED } from './numbering.ts'
import { MOST_KEPT, readPost } from './read-post.ts'
import type { Script } from './script.ts'

const scriptOf = (html: string): Script => ({ html, date: '2025-05-06', number: 3, corrections: [] })

describe('a post that is read', () => {
  test('has its text, its findings with names, and its HTML with marks', () => {
    const html =
      '<p dir="auto">Ilse Brandt said: “It is a calendar with the holidays torn out.” That cost €41 million on May 4, 2025.</p>\n'
    const { text, findings, html: marked } = readPost(scriptOf(html))
    expect(text).toMatch(/^Ilse Brandt said: .* 2025\.$/)
    expect(findings.quotations).toMatchObject([{ kind: 'direct', speaker: 'Ilse Brandt' }])
    expect(findings.dates).toMatchObject([{ value: '2025-05-04' }])
    for (const { key } of [...findings.quotations, ...findings.figures, ...findings.dates])
      expect(isKey(key)).toBe(true)
    expect(marked).toContain('<time datetime="2025-05-04">May 4, 2025</time>')
    expect(readPost(scriptOf(html))).toEqual({ text, findings, html: marked })
  })

  test('has nothing where nothing is to be found, and where it is too long to be read', () => {
    const nothing = { quotations: [], figures: [], sources: [] }
    expect(readPost(scriptOf('<p dir="auto">Hm.</p>\n'))).toMatchObject({ html: null, findings: nothing })
    const long = `<p dir="auto">${'He said “no” to 41 people. '.repeat(8000)}</p>\n`
    expect(readPost(scriptOf(long))).toMatchObject({ html: null, findings: nothing })
  })

  test.each([
    '1 ',
    '€41 million, ',
    '“No,” said Bo. ',
    '<a href="https://a.example/x">x</a> ',
    'May 4, 2025, ',
  ])('is kept within bounds, however much is found in it: %s', unit => {
    const words = unit.repeat(48_000 / unit.length)
    const { findings, html } = readPost(scriptOf(`<p dir="auto">${words}</p>\n`))
    for (const list of [findings.quotations, findings.figures, findings.dates, findings.sources])
      expect(list.length).toBeLessThanOrEqual(MOST_KEPT)
    for (const { source } of findings.statements) expect(source ?? 0).toBeLessThan(MOST_KEPT)
    expect(html?.match(/<sup>/g)?.length ?? 0).toBeLessThanOrEqual(MOST_NUMBERED)
  })
})
