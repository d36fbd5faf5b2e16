import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintsOf } from './fingerprints.ts'
import { ownShare, sharedPassages } from './passages.ts'
import { wordsOf } from './words.ts'

const article =
  'The ferry to Lesvik was late again on Friday. The crew said that the ice had come early this year, and that nobody at the company had answered the telephone since Tuesday. A spokesman denied it and promised a second boat before the end of the month.'
const passage =
  'The crew said that the ice had come early this year, and that nobody at the company had answered the telephone since Tuesday.'
const frame = (middle: string) =>
  `I was on the quay that day and this is what I read: ${middle} So much for them, says one who waited.`
const compared = (text: string, leaveOut: { start: number; end: number }[] = []) => ({
  text,
  words: wordsOf(text),
  leaveOut,
})
const passages = (a: string, b: string) =>
  sharedPassages(compared(a), compared(b)).map(({ a: inA, b: inB, equalWords }) => [
    a.slice(inA.start, inA.end),
    b.slice(inB.start, inB.end),
    equalWords,
  ])
const bare = passage.slice(0, -1)

describe('sharedPassages', () => {
  it('finds a passage word for word', () => {
    expect(passages(frame(passage), article)).toEqual([[bare, bare, 23]])
    expect(passages(frame(passage.toUpperCase()), article)).toEqual([[bare.toUpperCase(), bare, 23]])
    expect(passages(article, article)).toEqual([[article.slice(0, -1), article.slice(0, -1), 47]])
  })

  it('goes on over edited, missing and added words', () => {
    const edited = passage
      .replace('early this', 'late that')
      .replace('at the company ', '')
      .replace('since', 'ever since')
    expect(passages(frame(edited), article)).toEqual([[edited.slice(0, -1), bare, 18]])
    const start = frame(passage.replace('The crew said', 'My uncle wrote'))
    expect(passages(start, article)).toEqual([
      [passage.slice('The crew said '.length, -1), bare.slice(14), 20],
    ])
  })

  it('finds sentences in another order', () => {
    const [one, two, three] = article.split(/(?<=\.) /) as [string, string, string]
    const found = passages(`${three} ${two} ${one}`, article)
    expect(found.map(each => each[1])).toEqual([three.slice(0, -1), bare])
  })

  it('says nothing under ten equal words', () => {
    expect(passages(frame('the ice had come early this year and that nobody'), article)).toHaveLength(1)
    expect(passages(frame('the ice had come early this year and that'), article)).toEqual([])
  })

  it('says nothing about a short run of names', () => {
    const title = 'Ida Brandt, Minister of Fisheries and Harbours of the Republic of Norrland'
    expect(passages(`Yesterday I met ${title}, in town.`, `Who is ${title}? Nobody knows.`)).toEqual([])
    const said = `${title}, who said that the ice had come early`
    expect(passages(`Yesterday I met ${said}, in town.`, `Who is ${said}? Nobody knows.`)).toHaveLength(1)
  })

  it('takes words in quotation marks for the same quotation', () => {
    const [mine, theirs] = [frame(`“${bare}”`), `He said “${bare}” and left.`]
    const marked = (text: string) => compared(text, [{ start: text.indexOf('“'), end: text.indexOf('”') }])
    expect(sharedPassages(marked(mine), marked(theirs))).toEqual([])
    expect(sharedPassages(compared(mine), marked(theirs))).toEqual([])
    expect(sharedPassages(compared(mine), compared(theirs))).toHaveLength(1)
    const around =
      'The harbour master wrote “no boat will go” on the door and went home to his family before noon'
    expect(sharedPassages(marked(frame(around)), marked(`On Monday: ${around}.`))).toMatchObject([
      { equalWords: 19 },
    ])
  })

  it('finds whatever the fingerprints find, and nothing that overlaps', () => {
    const word = fc.stringMatching(/^[a-z]{5}$/)
    const list = (minLength: number, maxLength: number) => fc.array(word, { minLength, maxLength })
    fc.assert(
      fc.property(list(0, 30), list(10, 30), list(0, 30), list(0, 30), (before, run, behind, other) => {
        const a = [...before, ...run, ...behind, ...run.slice(0, 12)].join(' ')
        const b = [...other, ...run].join(' ')
        const found = sharedPassages(compared(a), compared(b))
        const hashes = new Set(fingerprintsOf(wordsOf(b)).map(print => print.hash))
        expect(fingerprintsOf(wordsOf(a)).some(print => hashes.has(print.hash))).toBe(true)
        const at = a.indexOf(run.join(' '))
        expect(found.some(each => each.a.start <= at && each.a.end >= at + run.join(' ').length)).toBe(true)
        let reached = 0
        for (const each of found) {
          expect(each.a.start).toBeGreaterThanOrEqual(reached)
          reached = each.a.end
          const sides = [
            wordsOf(a.slice(each.a.start, each.a.end)),
            wordsOf(b.slice(each.b.start, each.b.end)),
          ]
          expect(each.equalWords).toBeLessThanOrEqual(Math.min(...sides.map(side => side.folded.length)))
        }
      }),
    )
  })

  it('is done with one word repeated, and with many near misses', () => {
    const [no, noYes] = ['no '.repeat(10_000), 'no no no no no yes '.repeat(2_000)]
    expect(sharedPassages(compared(no), compared(no)).length).toBeGreaterThan(0)
    expect(sharedPassages(compared(no), compared(noYes)).length).toBeGreaterThan(0)
    expect(sharedPassages(compared(no), compared(''))).toEqual([])
  })
})

describe('ownShare', () => {
  it('is the share of words that no stretch touches', () => {
    const text = 'one two three four'
    expect(ownShare(wordsOf(text), [])).toBe(1)
    expect(
      ownShare(wordsOf(text), [
        { start: 0, end: 3 },
        { start: 0, end: 5 },
      ]),
    ).toBe(0.5)
    expect(ownShare(wordsOf(text), [{ start: 0, end: 18 }])).toBe(0)
    expect(ownShare(wordsOf('…'), [])).toBe(1)
  })
})
