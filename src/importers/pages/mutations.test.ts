import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { DomUtils, parseDocument } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'
import { PageRefused } from './model.ts'
import { readPages } from './read.ts'

/** Fixtures, and what on them was written by nobody as a post: signatures, adverts, cards, buttons. */
const FOREIGN: Record<string, string[]> = {
  'xenforo2.html': ['Wer ölt', 'Kauft Öl', 'Schleusenwart', 'Mitglied seit', 'gefällt das', 'Vergrößern'],
  'invision.html': ['Keeper of rungs', 'Under the oak', 'Edited'],
  'discourse.html': ['3 Likes', 'Repairs'],
  'vbulletin4.html': ['Straw lasts', 'Buy slate', 'Reed cutter', 'Join Date', 'Last edited'],
  'vbulletin3.html': ['Wax on', 'Advertisement', 'Busy member', 'Join Date', 'Last edited'],
  'mybb.html': ['Lumière', 'Allumeur', 'Inscription', 'Modification'],
  'smf2.html': ['Hold on', 'Lamp on a string', 'Hero Member', 'Last Edit'],
  'subsilver2.html': ['Steam rises', 'Stirrer', 'Joined'],
  'phpbb2.html': ['Mind the gap', 'Walker', 'Joined', 'Last edited'],
  'phpbb3.html': ['Sail on', 'Creaser', 'Joined', 'Last edited'],
}

/** The page without so many of its elements, whatever stands in them. */
function mutilated(markup: string, picks: readonly number[]): string {
  const root = parseDocument(markup)
  for (const pick of picks) {
    const elements = DomUtils.findAll(() => true, root.children)
    const element = elements[pick % Math.max(1, elements.length)]
    if (element) DomUtils.removeElement(element)
  }
  return DomUtils.getOuterHTML(root)
}

describe.each(Object.entries(FOREIGN))('%s with any of its elements missing', (name, foreign) => {
  const bytes = readFileSync(new URL(`./fixtures/${name}`, import.meta.url))
  const { text } = decode({ name, bytes })
  const sourcesOf = (markup: string): string[] => {
    try {
      const { record } = readPages([{ name, bytes: new TextEncoder().encode(markup) }])
      return record.threads.flatMap(thread => thread.posts.map(post => post.source))
    } catch (error) {
      expect(error).toBeInstanceOf(PageRefused)
      return []
    }
  }
  it('is read or refused, and takes nothing for a text that is none', () => {
    const whole = sourcesOf(text).length
    expect(whole).toBeGreaterThan(0)
    const picks = fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(picks, missing => {
        const sources = sourcesOf(mutilated(text, missing))
        expect(sources.length).toBeLessThanOrEqual(whole)
        for (const words of foreign) expect(sources.join('\n')).not.toContain(words)
      }),
      { numRuns: 150 },
    )
  })
  it('is read or refused wherever it is cut off', () => {
    fc.assert(
      fc.property(fc.nat({ max: text.length }), end => {
        for (const words of foreign) expect(sourcesOf(text.slice(0, end)).join('\n')).not.toContain(words)
      }),
      { numRuns: 40 },
    )
  })
})
