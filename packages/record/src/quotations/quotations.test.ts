import { describe, expect, it } from 'vitest'
import type { Quotation } from '../findings.ts'
import { quotationsIn } from './quotations.ts'

/** A text → its quotations as "kind: words — speaker (cue)". */
function listed(text: string): string[] {
  return quotationsIn(text).map(({ kind, start, end, speaker, cue }) => {
    const words = text.slice(start, end)
    return `${kind}: ${words} — ${speaker || '?'}${cue ? ` (${cue})` : ''}`
  })
}

const only = (text: string): Quotation => {
  const found = quotationsIn(text)
  expect(found).toHaveLength(1)
  return found[0]!
}

describe('words in marks with somebody beside them', () => {
  it.each([
    ['Ada Moss said, “We close at nine.”', 'Ada Moss (said)'],
    ['Ada Moss said: “We close at nine.”', 'Ada Moss (said)'],
    ['Ada Moss said “we close at nine.”', 'Ada Moss (said)'],
    ['“We close at nine,” Ada Moss said.', 'Ada Moss (said)'],
    ['“We close at nine,” said Ada Moss.', 'Ada Moss (said)'],
    ['“We close at nine,” said Ada Moss on Thursday.', 'Ada Moss (said)'],
    ['“We close at nine,” Ada Moss, a baker from Leith, said.', 'Ada Moss (said)'],
    ['“We close at nine,” Ada Moss, who is 40, told reporters.', 'Ada Moss (told)'],
    ['“We close at nine,” the owner told the paper.', 'the owner (told)'],
    ['“We close at nine,” said a spokesman for the bakers.', 'a spokesman for the bakers (said)'],
    ['“We close at nine,” according to Ada Moss.', 'Ada Moss (according to)'],
    ['According to Ada Moss, “We close at nine.”', 'Ada Moss (According to)'],
    ['“We close at nine!” shouted Ada Moss.', 'Ada Moss (shouted)'],
    ['“Do we close at nine?” Ada Moss asked.', 'Ada Moss (asked)'],
    ['“We close at nine,” beamed Ada Moss.', 'Ada Moss (beamed)'],
    ['“We close at nine,” the notice reads.', 'the notice (reads)'],
    ['Said Ada Moss: “We close at nine.”', 'Ada Moss (Said)'],
    ['In a note to her guests on Monday, Ada Moss wrote, “We close at nine.”', 'Ada Moss (wrote)'],
    ['Ada Moss told reporters in Leith on Monday, “We close at nine.”', 'Ada Moss (told)'],
    ['Ada Moss came out and said, “We close at nine.”', 'Ada Moss (said)'],
    ['Ada Moss went even further: “We close at nine.”', 'Ada Moss (went)'],
    ['“We close at nine.” – Ada Moss', 'Ada Moss'],
    ['Moss: “We close at nine.”', 'Moss'],
    ['Rep. Ada Moss (D-Ohio): “We close at nine.”', 'Rep. Ada Moss (D-Ohio)'],
    ['Her deputy disagreed: “We close at nine.”', 'Her deputy (disagreed)'],
    ['As Ada Moss put it in a letter, “We close at nine.”', 'Ada Moss (put)'],
    ['“We close at nine.” — Ada Moss, 1973', 'Ada Moss'],
    ['@ada wrote: "We close at nine."', '@ada (wrote)'],
    ['“We close at nine,” one guest, who asked not to be named, said.', 'one guest (said)'],
    ['He told me “we close at nine” – I laughed.', 'He (told)'],
    ['“We close at nine,” retired baker Ada Moss recalled.', 'retired baker Ada Moss (recalled)'],
  ])('%s', (text, speaker) => {
    const found = only(text)
    expect(`${found.speaker}${found.cue ? ` (${found.cue})` : ''}`).toBe(speaker)
    expect(found.kind).toBe('direct')
    expect(text.slice(found.marked[0]!.start, found.marked[0]!.end)).toMatch(/we close at nine/i)
  })

  it('goes by the name next to the verb, not by one in an opening clause', () => {
    expect(
      only('After winning over Nell Petty, Ada Moss (Leith) said, “We close at nine.”').speaker,
    ).toContain('Moss')
    expect(only('While he praised Nell Petty for her work, Ada Moss said, “We close at nine.”').speaker).toBe(
      'Ada Moss',
    )
  })

  it('reads a name across a long apposition', () => {
    const text = '“We close at nine,” Ada Moss, a baker from Leith, one of the towns that pay no tax, said.'
    expect(only(text).speaker).toBe('Ada Moss')
  })
})

describe('one quotation in several stretches', () => {
  it('broken off and taken up', () => {
    const [first, second] = quotationsIn('“It is legal,” she said, “but it stinks.”')
    expect([first?.speaker, second?.speaker]).toEqual(['she', 'she'])
    expect(first?.group).toBe(second?.group)
  })

  it('taken up in the next sentence', () => {
    const text = '“It is legal,” Ada Moss said. “It stinks all the same.” Nobody answered.'
    const [first, second] = quotationsIn(text)
    expect(second).toMatchObject({ speaker: 'Ada Moss', group: first?.group, reading: { how: 'continued' } })
  })

  it('taken up behind a question', () => {
    const text = '“Is it legal?” Ada Moss asked. “It stinks all the same.”'
    expect(listed(text)).toEqual([
      'direct: “Is it legal?” — Ada Moss (asked)',
      'direct: “It stinks all the same.” — Ada Moss (asked)',
    ])
  })

  it('a participle goes on with the speaker of the words before', () => {
    const text = '“It is legal,” Ada Moss said, adding that it stinks all the same.'
    expect(listed(text)[1]).toBe('indirect: it stinks all the same — Ada Moss (adding)')
  })

  it('re-opened on the next line it is two stretches of one group', () => {
    const text = 'Ada Moss wrote: “I came here early.\n“I leave when the road is built.”'
    const [first, second] = quotationsIn(text)
    expect([first?.speaker, second?.speaker]).toEqual(['Ada Moss', 'Ada Moss'])
    expect(first?.group).toBe(second?.group)
  })

  it('re-opened in the next paragraph it is one quotation with two stretches', () => {
    const found = only('Ada Moss wrote: “I came here early.\n\n“I leave when the road is built.”')
    expect(found.marked).toHaveLength(2)
    expect(found.speaker).toBe('Ada Moss')
  })

  it('named only behind its last paragraph', () => {
    const text = '“I came here early.\n“I leave when the road is built,” said Ada Moss.'
    expect(quotationsIn(text).map(found => found.speaker)).toEqual(['Ada Moss', 'Ada Moss'])
  })

  it('standing alone behind a sentence in which somebody speaks', () => {
    const [, alone] = quotationsIn('Ada Moss said that the ovens were old. “We need new ones by May.”')
    expect(alone).toMatchObject({ speaker: 'Ada Moss', reading: { how: 'continued' } })
  })

  it('announced by the line before', () => {
    const text = 'Ada Moss released the following statement:\n“We need new ovens by May.”'
    expect(quotationsIn(text)[0]).toMatchObject({ speaker: 'Ada Moss' })
  })
})

describe('marks within reported clauses', () => {
  it('some words in marks make a mixed quotation', () => {
    const text = 'Ada Moss said the ovens were “older than the street” and had to go.'
    const found = only(text)
    expect(found).toMatchObject({ kind: 'mixed', speaker: 'Ada Moss' })
    expect(found.marked.map(({ start, end }) => text.slice(start, end))).toEqual(['older than the street'])
  })

  it('words behind the marks belong to what was said', () => {
    expect(listed('Ada Moss said, “We close at nine” until the ovens are repaired.')).toEqual([
      'mixed: “We close at nine” until the ovens are repaired — Ada Moss (said)',
    ])
    expect(listed('“We close at nine” until the ovens are repaired, Ada Moss said.')).toEqual([
      'mixed: “We close at nine” until the ovens are repaired — Ada Moss (said)',
    ])
  })

  it('so do the words before a colon within it', () => {
    expect(listed('Ada Moss said she sent everybody the same note: “We close at nine.”')).toEqual([
      'mixed: she sent everybody the same note: “We close at nine.” — Ada Moss (said)',
    ])
  })

  it('a verb of speech governs marks further on', () => {
    const found = only('Ada Moss pledged to her guests to “bake through the night” again.')
    expect(found).toMatchObject({ kind: 'mixed', speaker: 'Ada Moss' })
  })

  it('keeps the groups of reported and of spoken words apart', () => {
    const groups = quotationsIn('Ada Moss said that it was late. “Go home,” said Otto Petty.').map(
      one => one.group,
    )
    expect(groups).toEqual([0, 1])
  })

  it('the subject may stand outside the marks', () => {
    expect(listed('The ovens “are older than the street,” Ada Moss said.')).toEqual([
      'mixed: The ovens “are older than the street,” — Ada Moss (said)',
    ])
  })

  it('two stretches in one clause', () => {
    const found = only('Ada Moss called the ovens “a disgrace” and the street “a museum.”')
    expect(found).toMatchObject({ kind: 'mixed', speaker: 'Ada Moss' })
    expect(found.marked).toHaveLength(2)
  })

  it('the subject of an opening clause does not speak in the next', () => {
    const text = 'While he praised her as a “wonderful baker,” Ada Moss said the ovens were “a disgrace.”'
    expect(quotationsIn(text).map(found => found.speaker)).toEqual(['he', 'Ada Moss'])
  })
})

describe('what is nobody’s words', () => {
  it.each([
    ['scare quotes', 'The "fresh bread" was two days old. Some “bakery”.'],
    ['a title', 'Her book “What the Oven Knows” is out of print.'],
    ['a title behind a verb of speech', 'She told the “Morning Bread” about it.'],
    ['not said', 'He did not say “never”, he said nothing.'],
    ['never said', 'Ada Moss never said “we close at nine.”'],
    ['only supposed', 'Imagine Ada Moss said, “We close at nine.”'],
    ['denied', 'Ada Moss denied that she had said “we close at nine.”'],
    ['refused', 'Ada Moss refused to say whether they “close at nine.”'],
    ['what somebody would say', 'Ada Moss would say, “We close at nine.”'],
    ['mock speech', 'What they mean is “please stop asking.”'],
    ['a headline as a source', '“Bakers close at nine” — Leith Times, May 3, 2021'],
    ['inches', 'A 55" screen for the shop.'],
  ])('%s', (_, text) => {
    expect(quotationsIn(text).filter(found => found.marked.length > 0)).toEqual([])
  })
})

describe('a post about two people', () => {
  const text =
    'Minister Otto Moss has confirmed that he offered Mayor Ilse Brandt two ferries, an offer Brandt turned down. ' +
    'Speaking on the pier on May 4, Moss said the island was “cut off” every winter. ' +
    'Moss stressed that if the town asked, the ministry would be “glad to pay for it.”\n' +
    'Moss criticised Brandt for refusing, suggesting that she is “so afraid of debt that she sees it everywhere.” ' +
    'While he praised her as a “careful mayor,” he expressed regret that the harbour stays shut. ' +
    'Brandt, for her part, has rejected every gift, stating that the pier is “not for sale” and that while the two ' +
    'can talk about tickets, “we would never give up the harbour.”'
  const stretches = quotationsIn(text).flatMap(found =>
    found.marked.map(({ start, end }) => `${found.resolved}: ${text.slice(start, end)}`),
  )

  it('gives each stretch to who spoke it', () => {
    expect(stretches).toEqual([
      'Otto Moss: cut off',
      'Otto Moss: glad to pay for it.',
      'Otto Moss: so afraid of debt that she sees it everywhere.',
      'Otto Moss: careful mayor,',
      'Ilse Brandt: not for sale',
      'Ilse Brandt: we would never give up the harbour.',
    ])
  })
})
