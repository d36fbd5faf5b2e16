import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Mark, marksIn } from './marks.ts'

const inner = (text: string, wanted: (mark: Mark) => boolean = () => true) =>
  marksIn(text)
    .filter(wanted)
    .map(mark => text.slice(mark.inner.start, mark.inner.end))

describe('marksIn', () => {
  it.each([
    ['curly', 'He said “we stay” twice.'],
    ['straight', 'He said "we stay" twice.'],
    ['guillemets', 'He said «we stay» twice.'],
    ['guillemets pointing inwards', 'He said »we stay« twice.'],
    ['low and high', 'He said „we stay“ twice.'],
    ['low and English', 'He said „we stay” twice.'],
    ['two apostrophes', "He said ''we stay'' twice."],
    ['grave accents', "He said ``we stay'' twice."],
    ['Swedish', 'He said ”we stay” twice.'],
    ['curly closed by a straight one', 'He said “we stay" twice.'],
    ['a space behind the opening mark', 'He said " we stay" twice.'],
  ])('%s', (_, text) => {
    expect(inner(text).map(words => words.trim())).toEqual(['we stay'])
  })

  it('single marks, told apart from apostrophes', () => {
    expect(inner('He said ‘we’ve had enough’ twice.')).toEqual(['we’ve had enough'])
    expect(inner("The boys' dog and the girls' cat can't agree.")).toEqual([])
    expect(inner("It's the '90s, rock 'n' roll, get 'em.")).toEqual([])
    expect(inner("She said 'not in my town' and left.")).toEqual(['not in my town'])
  })

  it('no single mark without a fellow within three hundred characters and its paragraph', () => {
    expect(inner(`‘a ${'b '.repeat(140)}c’ d`)).toHaveLength(1)
    expect(inner(`‘a ${'b '.repeat(150)}c’ d`)).toEqual([])
    expect(inner('‘a\nb’ c ‘d’ ‘e')).toEqual(['d'])
    expect(inner('‘'.repeat(400))).toEqual([])
  })

  it('a quotation within a quotation', () => {
    const text = '“He told me ‘not now’ and left,” she said.'
    expect(inner(text, mark => mark.depth === 0)).toEqual(['He told me ‘not now’ and left,'])
    expect(inner(text, mark => mark.depth === 1)).toEqual(['not now'])
    const straight = '"They call it “progress” here," she said.'
    expect(inner(straight, mark => mark.depth === 0)).toEqual(['They call it “progress” here,'])
  })

  it('inches and feet are no marks', () => {
    expect(inner('A 55" screen and a 6\'2" man.')).toEqual([])
    expect(inner('A 55" screen. "It was on sale," he said.')).toEqual(['It was on sale,'])
  })

  it('a stretch that goes on in the next paragraph', () => {
    const text = '“I came here early.\n\n“I leave late.”'
    expect(marksIn(text)).toMatchObject([
      { closed: false, continues: false, start: 0, end: 19 },
      { closed: true, continues: true, start: 21, end: text.length },
    ])
  })

  it('does not go on where the paragraph between has words of its own', () => {
    const marks = marksIn('“I came here early.\nNobody knew.\n“I leave late.”')
    expect(marks.map(mark => mark.continues)).toEqual([false, false])
  })

  it('ends with its paragraph where no mark closes it', () => {
    const text = 'She said “we stay.\nThen she left.'
    expect(inner(text)).toEqual(['we stay.'])
  })

  it('outermost stretches are in order and apart, whatever the text', () => {
    const soup = fc.array(fc.constantFrom(...'"“”„‟«»‘’\'‚‹› ab.\n'.split('')), { maxLength: 60 })
    fc.assert(
      fc.property(soup, signs => {
        const text = signs.join('')
        let end = 0
        for (const mark of marksIn(text).filter(one => one.depth === 0)) {
          expect(mark.start).toBeGreaterThanOrEqual(end)
          expect(mark.inner.start).toBeGreaterThan(mark.start)
          expect(mark.inner.end).toBeGreaterThanOrEqual(mark.inner.start)
          expect(mark.end).toBeGreaterThanOrEqual(mark.inner.end)
          expect(text.slice(mark.start, mark.end)).not.toContain('\n')
          end = mark.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 500 },
    )
  })
})
