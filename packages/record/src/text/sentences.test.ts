import { describe, expect, it } from 'vitest'
import { passageOf } from './passage.ts'

const sentences = (text: string) => passageOf(text).sentences.map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it('end at stops, but not behind abbreviations and initials', () => {
    expect(sentences('Mr. Moss left. Dr. J. Petty stayed! Why? Nobody knows.')).toEqual([
      'Mr. Moss left.',
      'Dr. J. Petty stayed!',
      'Why?',
      'Nobody knows.',
    ])
  })

  it('end behind an abbreviation where another sentence clearly begins', () => {
    expect(sentences('He moved to the U.S. The rest stayed.')).toEqual([
      'He moved to the U.S.',
      'The rest stayed.',
    ])
    expect(sentences('He spoke in Reno, Nev. “We won,” he said.')).toEqual([
      'He spoke in Reno, Nev.',
      '“We won,” he said.',
    ])
  })

  it('are not parted within quotation marks', () => {
    expect(sentences('“It is late. We go,” she said. They went.')).toEqual([
      '“It is late. We go,” she said.',
      'They went.',
    ])
  })

  it('part words in marks from what follows them', () => {
    expect(sentences('She said “we open in May.” I doubt it.')).toEqual([
      'She said “we open in May.”',
      'I doubt it.',
    ])
    expect(sentences('“Why?” he asked.')).toEqual(['“Why?” he asked.'])
  })

  it('end with the line, and count paragraphs', () => {
    const { sentences: found } = passageOf('One\nTwo. Three\n\nFour')
    expect(found.map(sentence => sentence.paragraph)).toEqual([0, 1, 1, 2])
  })

  it('are cut where no sentence is that long', () => {
    expect(sentences('on and '.repeat(2000)).length).toBeGreaterThan(10)
  })
})
