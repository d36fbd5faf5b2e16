import type { Passage } from '../text/passage.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Token } from '../text/tokens.ts'
import type { Mention, People, Person } from './people.ts'
import { isVerb } from './phrases.ts'

/** The person that a pronoun stands for, and the mention it was read from. */
export interface Referent {
  readonly person: number
  /** The place in `mentions`. */
  readonly mention: number
}

type Gender = 'he' | 'she'

const genders: ReadonlyMap<string, Gender> = new Map([
  ['he', 'he'],
  ['him', 'he'],
  ['his', 'he'],
  ['himself', 'he'],
  ['she', 'she'],
  ['her', 'she'],
  ['hers', 'she'],
  ['herself', 'she'],
])

/** A word in small letters → whether it stands for a man or a woman; undefined for any other word. */
export function genderOfPronoun(lower: string): Gender | undefined {
  return genders.get(lower)
}

/** How many paragraphs with words of the writer's own are looked through. */
const REACH = 3
/** How many sentences are. */
const FARTHEST = 40

/**
 * Finds who "he" and "she" are: the subject of the sentence before rather than another named there, and nobody where two
 * fit as well. Only people are looked at, and none from within quotation marks. Across the start of a paragraph only the
 * subject of a sentence will do.
 */
export class Pronouns {
  private readonly passage: Passage
  private readonly people: People
  private readonly mentionsOf: number[][]
  /** For a sentence the place of the mention that names who speaks in it; -1 for none. */
  private readonly speakerOf: (sentence: number) => number
  private readonly known = new Map<string, Referent | null>()

  constructor(passage: Passage, people: People, speakerOf: (sentence: number) => number) {
    this.speakerOf = speakerOf
    this.passage = passage
    this.people = people
    this.mentionsOf = passage.sentences.map(() => [])
    people.mentions.forEach((mention, place) => {
      if (passage.markOf[mention.first] !== -1) return
      this.mentionsOf[passage.sentenceOf[mention.first] as number]?.push(place)
    })
  }

  /** The place of a pronoun's token, and people whom it cannot mean → whom it stands for; null where that is not clear. */
  resolve(at: number, except: ReadonlySet<number>): Referent | null {
    const gender = genders.get((this.passage.tokens[at] as Token).lower)
    if (gender === undefined) return null
    const sentence = this.passage.sentenceOf[at] as number
    const before = this.fitting(sentence, gender, except).filter(place => this.mention(place).last <= at)
    const within = this.among(before)
    if (within !== undefined) return within
    return except.size === 0 ? this.before(sentence, gender) : this.lookBack(sentence, gender, except)
  }

  /** Whom a pronoun at the start of a sentence stands for, from the sentences before. */
  private before(sentence: number, gender: Gender): Referent | null {
    const key = `${sentence} ${gender}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    this.known.set(key, null)
    const found = this.lookBack(sentence, gender, new Set())
    this.known.set(key, found)
    return found
  }

  private lookBack(from: number, gender: Gender, except: ReadonlySet<number>): Referent | null {
    const { sentences } = this.passage
    let paragraphs = 0
    let paragraph = (sentences[from] as Sentence).paragraph
    for (let at = from - 1; at >= Math.max(0, from - FARTHEST); at -= 1) {
      const sentence = sentences[at] as Sentence
      if (this.isQuoted(sentence.first, sentence.last)) continue
      if (sentence.paragraph !== paragraph) {
        paragraph = sentence.paragraph
        paragraphs += 1
        if (paragraphs > REACH) return null
      }
      const found = this.inSentence(at, gender, paragraphs > 0, except)
      if (found !== undefined) return found
    }
    return null
  }

  /** Who a sentence offers: one person, null for several, undefined for nobody. */
  private inSentence(
    at: number,
    gender: Gender,
    subjectOnly: boolean,
    except: ReadonlySet<number>,
  ): Referent | null | undefined {
    const fitting = this.fitting(at, gender, except)
    const subject = this.pronounSubject(at, gender)
    if (subject !== -1 && !fitting.some(place => this.mention(place).first < subject)) {
      const found = this.before(at, gender)
      if (found === null || !except.has(found.person)) return found
    }
    if (fitting.length === 0) return undefined
    const speaker = this.speakerOf(at)
    const chosen = fitting.includes(speaker) ? speaker : fitting.find(place => this.isSubject(place))
    if (chosen !== undefined) return { person: this.mention(chosen).person, mention: chosen }
    return subjectOnly ? null : this.among(fitting)
  }

  /** Of the mentions of a sentence: the subject, or the only person; null for several, undefined for none. */
  private among(places: readonly number[]): Referent | null | undefined {
    const first = places[0]
    if (first === undefined) return undefined
    const chosen = places.find(place => this.isSubject(place)) ?? first
    const { person } = this.mention(chosen)
    const single = this.isSubject(chosen) || places.every(place => this.mention(place).person === person)
    return single ? { person, mention: chosen } : null
  }

  private mention(place: number): Mention {
    return this.people.mentions[place] as Mention
  }

  private fitting(sentence: number, gender: Gender, except: ReadonlySet<number>): number[] {
    return (this.mentionsOf[sentence] as number[]).filter(place => {
      if (except.has(this.mention(place).person)) return false
      const person = this.people.persons[this.mention(place).person] as Person
      return person.gender === null || person.gender === gender
    })
  }

  /** Whether the name is what a verb is said of: a verb behind it, or behind what is set off by commas. */
  private isSubject(place: number): boolean {
    const { tokens } = this.passage
    const { first, last, owns } = this.mention(place)
    if (owns) return false
    let start = first
    while (
      start > 0 &&
      /^(?:PROPN|NOUN|ADJ|DET)$/.test((tokens[start - 1] as Token).tag) &&
      tokens[start - 1]?.lower !== "'s"
    )
      start -= 1
    const before = tokens[start - 1]
    if (before?.lower === 'and' && tokens[start - 2]?.tag === 'PROPN') return false
    if (before?.tag === 'ADP' || (before?.tag === 'VERB' && !isSpeech(before.lower))) return false
    let after = last
    while (tokens[after]?.tag === 'ADV') after += 1
    const next = tokens[after]
    if (next === undefined) return false
    if (isVerb(next) || next.lower === 'who' || next.lower === '(') return true
    if (before?.tag === 'VERB' && next.tag === 'PUNCT') return true
    return next.lower === ',' && this.verbBehind(after + 1)
  }

  /** Whether what is set off by commas ends, and a verb follows: "Brown, a nurse from Ohio, told". */
  private verbBehind(from: number): boolean {
    const { tokens } = this.passage
    for (let at = from; at < from + 25; at += 1) {
      const token = tokens[at]
      if (token === undefined || token.lower === '.') return false
      if (token.lower !== ',') continue
      const next = tokens[at + 1]
      if (next?.tag === 'AUX' || (next?.tag === 'VERB' && !next.lower.endsWith('ing'))) return true
    }
    return false
  }

  /** The place of "he" or "she" where it is the first subject of a sentence; -1 otherwise. */
  private pronounSubject(sentence: number, gender: Gender): number {
    const { tokens, sentences, markOf } = this.passage
    const { first, last } = sentences[sentence] as { first: number; last: number }
    for (let at = first; at < last && at < first + 60; at += 1) {
      if (markOf[at] === -1 && (tokens[at] as Token).lower === gender) return at
    }
    return -1
  }

  private isQuoted(first: number, last: number): boolean {
    for (let at = first; at < last; at += 1) if (this.passage.markOf[at] === -1) return false
    return true
  }
}

const isSpeech = (lower: string) =>
  /^(?:said|says|added|wrote|asked|told|replied|recalled|explained|continued)$/.test(lower)
