import type { Reading, Span } from './findings.ts'
import type { Passage } from './passage.ts'
import { type Mention, type People, type Person, peopleIn } from './people.ts'
import type { Phrase } from './phrases.ts'
import { genderOfPronoun, Pronouns } from './pronouns.ts'
import type { Token } from './tokens.ts'

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

  /** The words that name a speaker, and for "who" what it stands for → the fullest name, and how it was read. */
  name(speaker: Phrase, antecedent: Phrase | null): Named {
    const { tokens } = this.passage
    const first = tokens[speaker.first] as Token
    if (speaker.last - speaker.first === 1 && first.tag === 'PRON')
      return this.pronoun(speaker.first, antecedent)
    const mention = this.headMention(speaker)
    if (mention !== null) return this.person(mention, speaker)
    const last = tokens[speaker.last - 1] as Token
    if (last.tag === 'PROPN') return { resolved: this.textOf(withoutArticle(tokens, speaker)), reading: null }
    return this.role(speaker)
  }

  private pronoun(at: number, antecedent: Phrase | null): Named {
    const { lower } = this.passage.tokens[at] as Token
    if (antecedent !== null) {
      const { resolved } = this.name(antecedent, null)
      const from = this.spanOf(antecedent)
      return { resolved: resolved || this.textOf(antecedent), reading: { how: 'pronoun', from } }
    }
    if (genderOfPronoun(lower) === undefined) return nobody
    const found = this.pronouns.resolve(at)
    if (found === null) return nobody
    const from = this.spanOf(this.people.mentions[found.mention] as Mention)
    return { resolved: this.fullName(found.person), reading: { how: 'pronoun', from } }
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
    let head = speaker.first + 1
    while (
      head < speaker.last &&
      (tokens[head] as Token).tag !== 'ADP' &&
      (tokens[head] as Token).tag !== 'PUNCT'
    )
      head += 1
    const { lower } = tokens[head - 1] as Token
    const bearers = this.people.persons.flatMap((person, place) => (person.roles.has(lower) ? [place] : []))
    const only = bearers[0]
    if (only === undefined || bearers.length > 1) return nobody
    const before = this.people.mentions.find(
      mention => mention.person === only && mention.first < speaker.first,
    )
    if (before === undefined) return nobody
    return { resolved: this.fullName(only), reading: { how: 'title', from: this.spanOf(before) } }
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
