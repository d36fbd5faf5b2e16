import { describe, expect, it } from 'vitest'
import { passageOf } from '../text/passage.ts'
import { peopleIn } from './people.ts'
import { quotationsIn } from './quotations.ts'

/** The last quotation of a text: who spoke, in full, and how that was read. */
function lastOf(text: string) {
  const found = quotationsIn(text).at(-1)
  const from = found?.reading?.from
  return {
    speaker: found?.speaker,
    resolved: found?.resolved,
    how: found?.reading?.how,
    from: from ? text.slice(from.start, from.end) : undefined,
  }
}

const named = (text: string) => {
  const passage = passageOf(text)
  const { persons } = peopleIn(passage)
  return persons.map(({ full: { first, last }, gender }) => {
    const name = text.slice(passage.tokens[first]!.start, passage.tokens[last - 1]!.end)
    return `${name} ${gender ?? '?'}`
  })
}

describe('peopleIn', () => {
  it('knows people by given names, titles, roles, ages and what they do', () => {
    expect(named('Ilse Brandt met Mr. Okafor and the nurse Tomoko Arai.')).toEqual([
      'Ilse Brandt she',
      'Okafor he',
    ])
    expect(named('Zubin Tarkovan, 45, runs the mill.')).toEqual(['Zubin Tarkovan ?'])
    expect(named('Zubin Tarkovan, the police chief, runs the mill.')).toEqual(['Zubin Tarkovan ?'])
    expect(named('Former Oven-Works CEO Ilse Brandt left.')).toEqual(['Ilse Brandt she'])
    expect(named('Tarkovan replied at once.')).toEqual(['Tarkovan ?'])
  })

  it('takes no place, organisation, ship or aircraft for a person', () => {
    const text =
      'The Boeing 747 left Boston for Paris. The Titanic sank. Oxford University and the Times of London reported it.'
    expect(named(text)).toEqual([])
  })

  it('joins the forms of one name', () => {
    expect(named('Ada Moss spoke. Later Ms. Moss left. Ada B. Moss is a baker. Moss said so.')).toEqual([
      'Ada B. Moss she',
    ])
  })

  it('keeps two of one family apart', () => {
    expect(named('Ada Moss met Otto Moss.')).toEqual(['Ada Moss she', 'Otto Moss he'])
  })
})

describe('the fullest name of a speaker', () => {
  it('from a surname', () => {
    expect(lastOf('Mayor Ilse Brandt came. “We pay,” Brandt said.')).toEqual({
      ...{ speaker: 'Brandt', resolved: 'Ilse Brandt', how: 'surname', from: 'Ilse Brandt' },
    })
  })

  it('from an office', () => {
    expect(lastOf('Mayor Ilse Brandt came. “We pay,” the mayor said.')).toEqual({
      ...{ speaker: 'the mayor', resolved: 'Ilse Brandt', how: 'title', from: 'Ilse Brandt' },
    })
  })

  it('from a role behind the name', () => {
    expect(lastOf('Ilse Brandt, a nurse at the clinic, came. “We pay,” the nurse said.').resolved).toBe(
      'Ilse Brandt',
    )
  })

  it('stays unknown where two hold the office', () => {
    const text = 'Mayor Ilse Brandt met Mayor Otto Moss. “We pay,” the mayor said.'
    expect(lastOf(text)).toMatchObject({ speaker: 'the mayor', resolved: '' })
  })

  it('is the name itself where it is said in full', () => {
    expect(lastOf('“We pay,” Ilse Brandt said.')).toMatchObject({ resolved: 'Ilse Brandt', how: undefined })
  })

  it('is nobody’s where a spokesman speaks', () => {
    expect(lastOf('Ilse Brandt left. “We pay,” said a spokesman for Ilse Brandt.').resolved).toBe('')
    expect(lastOf('Ilse Brandt left. “We pay,” Brandt’s lawyer said.').resolved).toBe('')
  })

  it('is the organisation where one speaks', () => {
    expect(lastOf('“We pay,” the Harbour Board said.').resolved).toBe('Harbour Board')
  })
})

describe('pronouns', () => {
  it('stand for the subject of the sentence before', () => {
    expect(lastOf('Ilse Brandt runs the shelter. “We are full,” she said.')).toEqual({
      ...{ speaker: 'she', resolved: 'Ilse Brandt', how: 'pronoun', from: 'Ilse Brandt' },
    })
    expect(lastOf('Otto Moss met Karl Petty on the pier. “We are full,” he said.').resolved).toBe('Otto Moss')
  })

  it('stand for whom the gender leaves', () => {
    expect(lastOf('Ilse Brandt met Otto Moss. “We are full,” he said.').resolved).toBe('Otto Moss')
  })

  it('never stand for an aircraft, a ship or a place', () => {
    const text = 'Otto Moss flew in. The Boeing 747 landed in Boston at noon. “We are full,” he said.'
    expect(lastOf(text).resolved).toBe('Otto Moss')
  })

  it('stand for who spoke before, over other words in marks', () => {
    const text = 'Otto Moss said the pier was shut. “Karl Petty shut it.” “We are full,” he added.'
    expect(lastOf(text).resolved).toBe('Otto Moss')
  })

  it('do not stand for a person named in what was said', () => {
    const text = 'For Otto Moss, Karl Petty was a legend. He said, “Karl Petty knew everybody.”'
    expect(lastOf(text).resolved).toBe('Otto Moss')
  })

  it('stay silent where two fit as well', () => {
    const text = 'A letter to Otto Moss and Karl Petty came. “We are full,” he said.'
    expect(lastOf(text)).toMatchObject({ speaker: 'he', resolved: '', how: undefined })
  })

  it('stay silent across a paragraph without a named subject', () => {
    const text = 'The house belonged to Otto Moss.\n\nRain fell on the pier.\n\n“We are full,” he said.'
    expect(lastOf(text)).toMatchObject({ speaker: 'he', resolved: '' })
  })

  it('are followed from sentence to sentence', () => {
    const text = 'Otto Moss came late. He met Karl Petty. “We are full,” he said.'
    expect(lastOf(text).resolved).toBe('Otto Moss')
  })

  it('“who” stands for what is before it', () => {
    const text = 'The letter came from Otto Moss, who said the pier was shut.'
    expect(lastOf(text)).toMatchObject({ speaker: 'who', resolved: 'Otto Moss', how: 'pronoun' })
  })
})
