import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repeatsIn } from './repeats.ts'
import { wordsOf } from './words.ts'

const first =
  'The ferry to Lesvik was late again on Friday, and the crew said that the ice had come early this year.'
const second =
  '“Nobody told us that the quay was closed,” said Ida Brandt, who had waited there for three hours in the rain.'
const third =
  'The council will meet on Monday to hear the harbour master and to vote on the new boats for the winter.'
const cut = (text: string) =>
  repeatsIn(text).map(({ start, end, of }) => [
    text.slice(start, end),
    text.slice(of.start, of.end),
    of.start,
  ])

describe('repeatsIn', () => {
  it('finds whole paragraphs, one by one, with their marks', () => {
    const text = [first, second, third, `  ${second} `, third.toUpperCase(), first].join('\n\n')
    expect(cut(text)).toEqual([
      [second, second, text.indexOf(second)],
      [third.toUpperCase(), third, text.indexOf(third)],
      [first, first, 0],
    ])
  })

  it('finds a passage within a paragraph', () => {
    const passage = 'and the crew said that the ice had come early this year.'
    const text = `${first}\nIt was a bad week, ${passage} So they said.`
    expect(cut(text)).toEqual([[passage, passage, text.indexOf(passage)]])
    expect(cut(`${first} Once more: ${first}`)).toEqual([[first, first, 0]])
  })

  it('says nothing under ten words', () => {
    const nine = 'one two three four five six seven eight nine'
    expect(cut(`${nine}\n${nine}`)).toEqual([])
    expect(cut(`${nine} ten. ${nine} ten.`)).toEqual([[`${nine} ten.`, `${nine} ten.`, 0]])
    expect(cut(`${nine} ten. ${nine} eleven.`)).toEqual([])
  })

  it('does not join what paragraphs part', () => {
    const [a, b] = ['one two three four five six', 'seven eight nine ten eleven twelve']
    expect(cut(`${a} ${b}\nA new line.\n${a}\n${b}`)).toEqual([])
    expect(cut(`${a}\n${b}\n${a} ${b}`)).toEqual([])
    expect(cut(`${first}\n${second}\n${first} ${second}`)).toEqual([
      [first, first, 0],
      [second, second, first.length + 1],
    ])
  })

  it('tells a third stand as of the first', () => {
    expect(cut([first, second, first, third, first].join('\n')).map(each => each[2])).toEqual([0, 0])
  })

  it('needs twenty characters of a script without spaces', () => {
    const line = '昨日港の会議で市長は新しい船を三隻買うと発表した'
    expect(cut(`${line}。\n別の話をした。\n${line}。`)).toHaveLength(1)
    const short = '市長は新しい船を買うと'
    expect(cut(`${short}言った。別の人も、${short}書いた。`)).toEqual([])
  })

  it('holds for any text: equal words, at least ten, nothing overlapping, not even itself', () => {
    const parts = fc.array(
      fc.constantFrom(first, second, third, 'no', 'yes', 'no no no no no', '\n', '-', '“', '😀', '😁', '.'),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(parts, fc.constantFrom(' ', ''), (list, glue) => {
        const text = list.join(glue)
        let reached = 0
        for (const { start, end, of } of repeatsIn(text)) {
          expect(start).toBeGreaterThanOrEqual(reached)
          expect(of.end).toBeLessThanOrEqual(start)
          const there = wordsOf(text.slice(start, end)).folded
          expect(there).toEqual(wordsOf(text.slice(of.start, of.end)).folded)
          expect(there.length).toBeGreaterThanOrEqual(10)
          expect(text.slice(start, end)).not.toContain('\n')
          expect(text.slice(start, end).isWellFormed()).toBe(true)
          reached = end
        }
      }),
    )
  })

  it('finds few in one word repeated', () => {
    const repeats = repeatsIn('no '.repeat(10_000))
    expect(repeats.length).toBeLessThan(20)
    expect(repeatsIn('no-'.repeat(10_000)).length).toBeLessThan(20)
  })
})
