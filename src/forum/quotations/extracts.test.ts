import type { Quotation } from '@rostra/record'
import { describe, expect, test } from 'vitest'
import { readPost } from '../../../tests/support/reading.ts'
import { keyed, type ReadPost } from '../findings/model.ts'
import { extractsOf } from './extracts.ts'
import { inFull, mayBeSame, nameIn, speakerKeyOf } from './speaker-names.ts'

const AT = { postId: 1, threadId: 1, boardId: 1, at: 0 }

/** A post in which the text in angle brackets is marked, a quotation for each list of stretches. */
function marked(text: string, quotations: readonly Partial<Quotation>[]): ReadPost {
  const plain = { kind: 'direct', speaker: '', speakerStart: null, speakerEnd: null, cue: '' } as const
  const findings = keyed(text, {
    ...{ language: 'english', figures: [], dates: [], sources: [], statements: [], repeats: [], stray: [] },
    quotations: quotations.map((each, group) => {
      const spans = each.marked ?? []
      const [start, end] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 1]
      return { ...plain, start, end, marked: [], resolved: '', reading: null, group, ...each }
    }),
  })
  return { ...AT, revision: 1, text, findings }
}
const spanOf = (text: string, words: string) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

describe('a quotation of a post', () => {
  test('goes on where its speaker broke it off, under the name of its first part', () => {
    const text = '"We will not sign," said Ilse Brandt, "a calendar with the holidays torn out."'
    const [first, second] = ['We will not sign,', 'a calendar with the holidays torn out.'].map(words =>
      spanOf(text, words),
    )
    const post = marked(text, [
      { marked: [first!], speaker: 'Ilse Brandt', group: 3 },
      { marked: [second!], group: 3 },
    ])
    const extracts = extractsOf(post)
    expect(extracts.map(each => [each.key, each.wording.words, each.speaker?.key])).toEqual([
      [
        post.findings.quotations[0]!.key,
        'We will not sign, a calendar with the holidays torn out.',
        'ilse brandt',
      ],
    ])
  })

  test('leaves out what stands between its marks, and is none without marks or with two words', () => {
    const text =
      'He called it "a calendar with holes" that had "the holidays torn out", a "sad day", he meant.'
    const spans = ['a calendar with holes', 'the holidays torn out', 'sad day'].map(words =>
      spanOf(text, words),
    )
    const post = marked(text, [
      { kind: 'mixed', marked: spans.slice(0, 2) },
      { marked: spans.slice(2), speaker: 'Ilse Brandt' },
      { kind: 'indirect', marked: [] },
    ])
    expect(extractsOf(post).map(each => each.wording.words)).toEqual([
      'a calendar with holes … the holidays torn out',
    ])
  })

  test('ends a sentence where whoever spoke stands between two', () => {
    const said = (text: string) => {
      const spans = [...text.matchAll(/“([^”]*)”/g)].map(({ 1: words }) => spanOf(text, words!))
      return extractsOf(
        marked(
          text,
          spans.map(span => ({ marked: [span], group: 0 })),
        ),
      ).map(each => each.wording.words)
    }
    expect(said('“Not for the noise,” said Ragna Holm. “Now I can think.”')).toEqual([
      'Not for the noise. Now I can think.',
    ])
    expect(said('“If they sign it,” said Ragna Holm, “I can think.”')).toEqual([
      'If they sign it, I can think.',
    ])
  })

  test('is followed by its beginning where it is very long', () => {
    const words = Array.from({ length: 20_000 }, (_, at) => `word${at}`).join(' ')
    const [extract] = extractsOf(readPost(AT, { says: [[words]] }))
    expect(extract!.wording.words).toMatch(/^word0 word1 .* word299 …$/)
  })

  test('is one of a limited number', () => {
    const says = Array.from({ length: 4000 }, (_, at) => [`four words of ${at}`, 'Ilse Brandt'] as const)
    expect(extractsOf(readPost(AT, { says }))).toHaveLength(300)
  })

  test('has a speaker in full where the post names them in full elsewhere', () => {
    const says = (...names: string[]) =>
      extractsOf(
        readPost(AT, {
          says: names.map((name, at) => [`The ships were counted twice, said number ${at}`, name]),
        }),
      ).map(each => each.speaker?.name ?? null)
    expect(says('Brandt', 'President Ilse M. Brandt', 'Rell')).toEqual([
      'Ilse M. Brandt',
      'Ilse M. Brandt',
      'Rell',
    ])
    expect(says('Brandt', 'Ilse Brandt', 'Jan Brandt')).toEqual(['Brandt', 'Ilse Brandt', 'Jan Brandt'])
    expect(says('the port director', 'she', 'officials')).toEqual([null, null, null])
  })
})

describe('the name of a speaker', () => {
  test('is read without titles, and told apart without case, accents and initials', () => {
    const read: [string, string | null][] = [
      ['President Donald J. Trump', 'donald trump'],
      ['Prime Minister Sir Keir Starmer', 'keir starmer'],
      ['union chair Ilse Brandt', 'ilse brandt'],
      ['Ilse Brandt, its chair', 'ilse brandt'],
      ['J.D. Vance', 'jd vance'],
      ['JD Vance', 'jd vance'],
      ['the White House', 'white house'],
      ['Ministry of Foreign Affairs', 'ministry of foreign affairs'],
      ['Claudia Sheinbaum’s', 'claudia sheinbaum'],
      ['Ursula von der Leyen', 'ursula von der leyen'],
      ['José Muñoz', 'jose munoz'],
      ["Mexico's president", null],
      ['the port director', null],
      ['President', null],
      ['She', null],
      ['Another', null],
      ['There', null],
      ['71', null],
      ['', null],
      [`A${' very'.repeat(40)} long One`, null],
    ]
    for (const [written, key] of read) {
      const name = nameIn(written)
      expect([written, name && speakerKeyOf(name)]).toEqual([written, key])
    }
  })

  test('may be a surname alone', () => {
    expect(mayBeSame('brandt', 'ilse brandt')).toBe(true)
    expect(mayBeSame('ilse brandt', 'jan brandt')).toBe(false)
    expect([...inFull(['brandt', 'ilse brandt', 'rell'])]).toEqual([
      ['brandt', 'ilse brandt'],
      ['ilse brandt', 'ilse brandt'],
      ['rell', 'rell'],
    ])
  })
})
