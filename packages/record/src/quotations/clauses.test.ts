import { describe, expect, it } from 'vitest'
import { passageOf } from '../text/passage.ts'
import { subjectOf, verbGroupAt } from './clauses.ts'
import type { Phrase } from './phrases.ts'

/** A sentence and a verb in it → who does what the verb says, and the verb with its auxiliaries. */
function readVerb(text: string, verb: string) {
  const { tokens } = passageOf(text)
  const at = tokens.findIndex(token => token.lower === verb)
  const group = verbGroupAt(tokens, at, 0)
  const subject = subjectOf(tokens, group, 0)
  const wordsOf = (phrase: Phrase | null | undefined) =>
    phrase ? text.slice(tokens[phrase.first]!.start, tokens[phrase.last - 1]!.end) : null
  return {
    subject: wordsOf(subject),
    antecedent: wordsOf(subject?.antecedent),
    group: wordsOf(group),
    kind: group.kind,
    negated: group.negated,
  }
}

describe('subjectOf', () => {
  it.each([
    ['The mayor said it would rain.', 'said', 'The mayor'],
    [
      'A spokesman for the water board in Leeds said it would rain.',
      'said',
      'A spokesman for the water board in Leeds',
    ],
    ['Ida Brandt, a lawyer from Ohio, said it would rain.', 'said', 'Ida Brandt'],
    ['Ida Brandt, who is 40, said it would rain.', 'said', 'Ida Brandt'],
    ['Ida Brandt, whose house, a small one, was flooded, said it would rain.', 'said', 'Ida Brandt'],
    ['Ida Brandt (Greens) said it would rain.', 'said', 'Ida Brandt (Greens)'],
    ['In an interview on Friday, Ida Brandt, a lawyer, said it would rain.', 'said', 'Ida Brandt'],
    ['The board, however, said it would rain.', 'said', 'The board'],
    ['The board on Friday said it would rain.', 'said', 'The board'],
    ['Brandt and her neighbours said it would rain.', 'said', 'Brandt and her neighbours'],
    ['Many have said it would rain.', 'said', 'Many'],
    ['People who have lived there for years say it floods.', 'say', 'People who have lived there for years'],
  ])('stands beside its verb, with what is set between: %s', (text, verb, subject) => {
    expect(readVerb(text, verb).subject).toBe(subject)
  })

  it('is never that of a clause before', () => {
    expect(readVerb('While he praised the mayor, Brandt said the plan was late.', 'said').subject).toBe(
      'Brandt',
    )
    expect(readVerb('After the mayor left the room, the clerk said the plan was late.', 'said').subject).toBe(
      'the clerk',
    )
    expect(readVerb('He criticised Brandt and the clerk said it was late.', 'said').subject).toBe('the clerk')
  })

  it('is shared by verbs that are joined, and by participles', () => {
    expect(readVerb('The mayor praised the plan and added that it was late.', 'added').subject).toBe(
      'The mayor',
    )
    expect(
      readVerb('The mayor, a baker by trade, resigned early, saying it was late.', 'saying').subject,
    ).toBe('The mayor')
    expect(
      readVerb('“It is late,” the mayor said on Monday, adding that it would rain.', 'adding').subject,
    ).toBe('the mayor')
  })

  it('is not read in a quotation that stands between', () => {
    const text = 'The clerk wrote: “The old bridge was closed in May,” adding that it was late.'
    expect(readVerb(text, 'adding').subject).toBe('The clerk')
  })

  it('is not read in what a circumstance speaks of', () => {
    const text = 'Brandt, in reply to a letter written to hurt the board, said it was late.'
    expect(readVerb(text, 'said').subject).toBe('Brandt')
  })

  it('is "who" in a relative clause, with the noun that it stands for', () => {
    const { subject, antecedent } = readVerb('The farmer who said it would rain was right.', 'said')
    expect([subject, antecedent]).toEqual(['who', 'The farmer'])
  })

  it('is nobody where the text does not say', () => {
    expect(readVerb('It was said that the bridge is old.', 'said').subject).toBeNull()
    expect(readVerb('On Friday said the bridge is old.', 'said').subject).toBeNull()
  })
})

describe('verbGroupAt', () => {
  it('takes auxiliaries, adverbs and the verbs that lead up to it', () => {
    expect(readVerb('He has repeatedly said so.', 'said').group).toBe('has repeatedly said')
    expect(readVerb('She went on to say that it was late.', 'say').group).toBe('went on to say')
    expect(readVerb('She declined to say why.', 'say')).toMatchObject({
      group: 'declined to say',
      kind: 'finite',
    })
  })

  it('tells negation, passives, participles and infinitives', () => {
    expect(readVerb('He did not say why.', 'say')).toMatchObject({ negated: true, kind: 'finite' })
    expect(readVerb('He was told that it was late.', 'told').kind).toBe('passive')
    expect(readVerb('He left, saying it was late.', 'saying').kind).toBe('ing')
    expect(readVerb('The time to say that was Monday.', 'say').kind).toBe('infinitive')
  })
})
