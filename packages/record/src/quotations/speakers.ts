import type { Reading, Span } from '../findings.ts'
import type { Passage } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import { type Mention, type People, type Person, peopleIn } from './people.ts'
import type { Phrase } from './phrases.ts'
import { genderOfPronoun, Pronouns } from './pronouns.ts'

/** Who is meant by the words that name a speaker. */
export interface Named {
  /** The fullest name in the text; '' where it is not known. */
  readonly resolved: string
  readonly reading: Reading | null
}

const nobody: Named = { resolved: '', reading: null }

/** Tells for the words that name a speaker ("he", "the mayor", "Farouk") who that is, from the whole of a text. */
export class Speakers {
  private readonly passage: Passage
  private readonly people: People
  private readonly pronouns: Pronouns

  /** Takes the words that name the speakers of the passage's quotations. */
  constructor(passage: Passage, speakers: readonly Phrase[]) {
    this.passage = passage
    this.people = peopleIn(passage)
    const named = new Map<number, number>()
    for (const speaker of speakers) {
      const mention = this.headMention(speaker)
      const sentence = passage.sentenceOf[speaker.first] as number
      if (mention !== null && !named.has(sentence))
        named.set(sentence, this.people.mentionAt[mention.first] as number)
    }
    this.pronouns = new Pronouns(passage, this.people, sentence => named.get(sentence) ?? -1)
  }

  /**
   * The words that name a speaker, for "who" what it stands for, and what was said → the fullest name, and how it was
   * read. Nobody speaks of himself by name: a pronoun is not a person named in what was said.
   */
  name(speaker: Phrase, antecedent: Phrase | null, said: Span): Named {
    const { tokens } = this.passage
    const first = tokens[speaker.first] as Token
    if (antecedent !== null) return this.relative(antecedent, said)
    if (speaker.last - speaker.first === 1 && genderOfPronoun(first.lower) !== undefined)
      return this.pronoun(speaker.first, said)
    if (first.tag === 'PRON') return nobody
    const mention = this.headMention(speaker) ?? this.apposed(speaker)
    if (mention !== null) return this.person(mention, speaker)
    if (this.headOf(speaker).tag === 'PROPN')
      return { resolved: this.textOf(withoutArticle(tokens, speaker)), reading: null }
    return this.role(speaker)
  }

  private relative(antecedent: Phrase, said: Span): Named {
    const place = this.people.mentionAt[antecedent.last - 1] as number
    const mention = place < 0 ? undefined : this.people.mentions[place]
    const { resolved } =
      mention === undefined ? this.name(antecedent, null, said) : this.person(mention, antecedent)
    return { resolved, reading: { how: 'pronoun', from: this.spanOf(antecedent) } }
  }

  private pronoun(at: number, said: Span): Named {
    const found = this.pronouns.resolve(at, this.namedWithin(said))
    if (found === null) return nobody
    const from = this.spanOf(this.people.mentions[found.mention] as Mention)
    return { resolved: this.fullName(found.person), reading: { how: 'pronoun', from } }
  }

  private namedWithin({ start, end }: Span): ReadonlySet<number> {
    const { tokens } = this.passage
    const { mentions } = this.people
    let low = 0
    let high = mentions.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tokens[(mentions[middle] as Mention).first] as Token).start < start) low = middle + 1
      else high = middle
    }
    const found = new Set<number>()
    for (let at = low; at < mentions.length; at += 1) {
      const mention = mentions[at] as Mention
      if ((tokens[mention.first] as Token).start >= end) break
      found.add(mention.person)
    }
    return found
  }

  /** "Her former professor, Rem Koolhaas, said": the name behind the role. */
  private apposed(speaker: Phrase): Mention | null {
    if (this.passage.tokens[speaker.last]?.lower !== ',') return null
    const place = this.people.mentionAt[speaker.last + 1] ?? -1
    const mention = place < 0 ? undefined : this.people.mentions[place]
    if (mention === undefined || mention.first !== speaker.last + 1 || mention.owns) return null
    return this.passage.tokens[mention.last]?.lower === ',' ? mention : null
  }

  /** The person that a noun phrase is about: "the mayor, Bill Brown", not "Brown's aide" nor "an aide to Brown". */
  private headMention(speaker: Phrase): Mention | null {
    const { tokens } = this.passage
    let held: Mention | null = null
    for (let at = speaker.first; at < speaker.last; at += 1) {
      const place = this.people.mentionAt[at] as number
      if (place < 0) continue
      const mention = this.people.mentions[place] as Mention
      at = mention.last - 1
      const next = mention.last < speaker.last ? tokens[mention.last] : undefined
      if (mention.owns || next?.tag === 'NOUN' || next?.tag === 'PROPN') continue
      if (this.isAttached(speaker.first, mention.first)) continue
      if (held !== null && held.person !== mention.person) return null
      held = mention
    }
    return held
  }

  private isAttached(first: number, at: number): boolean {
    for (let place = at - 1; place >= first; place -= 1) {
      const { tag } = this.passage.tokens[place] as Token
      if (tag === 'ADP') return true
      if (tag === 'PUNCT') return false
    }
    return false
  }

  private person(mention: Mention, speaker: Phrase): Named {
    const person = this.people.persons[mention.person] as Person
    const resolved = this.fullName(mention.person)
    if (mention.last - mention.first >= person.words.length) return { resolved, reading: null }
    const from = this.spanOf(person.full)
    const own = person.full.first >= speaker.first && person.full.last <= speaker.last
    return { resolved, reading: own ? null : { how: 'surname', from } }
  }

  /** "the mayor": the only person whom the text calls one. */
  private role(speaker: Phrase): Named {
    const { tokens } = this.passage
    if ((tokens[speaker.first] as Token).lower !== 'the') return nobody
    const { lower } = this.headOf(speaker)
    const bearers = this.people.persons.flatMap((person, place) => (person.roles.has(lower) ? [place] : []))
    const only = bearers[0]
    if (only === undefined || bearers.length > 1) return nobody
    const before = this.people.mentions.find(
      mention => mention.person === only && mention.first < speaker.first,
    )
    if (before === undefined) return nobody
    return { resolved: this.fullName(only), reading: { how: 'title', from: this.spanOf(before) } }
  }

  /** The noun that a phrase is about: the last before "of", "for" or a comma. */
  private headOf({ first, last }: Phrase): Token {
    const { tokens } = this.passage
    let head = first + 1
    while (head < last && (tokens[head] as Token).tag !== 'ADP' && (tokens[head] as Token).tag !== 'PUNCT')
      head += 1
    return tokens[head - 1] as Token
  }

  private fullName(person: number): string {
    return this.textOf((this.people.persons[person] as Person).full)
  }

  private textOf(phrase: Phrase): string {
    const { start, end } = this.spanOf(phrase)
    return this.passage.text.slice(start, end)
  }

  private spanOf(phrase: Phrase): Span {
    return {
      start: (this.passage.tokens[phrase.first] as Token).start,
      end: (this.passage.tokens[phrase.last - 1] as Token).end,
    }
  }
}

function withoutArticle(tokens: readonly Token[], phrase: Phrase): Phrase {
  const first = tokens[phrase.first] as Token
  return first.tag === 'DET' && phrase.last - phrase.first > 1
    ? { first: phrase.first + 1, last: phrase.last }
    : phrase
}
