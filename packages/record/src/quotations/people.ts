import { genderedNouns, genderOfName, genderOfTitle, particles } from '../text/names.ts'
import type { Passage } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import { type Name, namesIn, suffixes } from './name-runs.ts'
import { type Phrase, phraseEnd } from './phrases.ts'

/** Somebody whom the text names. */
export interface Person {
  /** Where the fullest name stands, without titles. */
  full: Phrase
  /** The words of that name in small letters. */
  words: readonly string[]
  /** What names, titles and roles tell; null where they do not. */
  gender: 'he' | 'she' | null
  /** Nouns that the text describes the person with: "mayor", "nurse". */
  readonly roles: Set<string>
}

/** A place where a person is named. */
export interface Mention extends Phrase {
  /** The place of the person in `persons`. */
  readonly person: number
  /** Whether a possessive follows: "Farouk's" names her only to name what is hers. */
  readonly owns: boolean
}

/** Who is named in a text, and where; what is no person (places, organisations, ships, aircraft) is left out. */
export interface People {
  readonly persons: readonly Person[]
  /** In the order of the text. */
  readonly mentions: readonly Mention[]
  /** For each token the place of the mention that holds it; -1 for none. */
  readonly mentionAt: Int32Array
}

const courtesies = new Set(['mr.', 'mr', 'mrs.', 'mrs', 'ms.', 'ms', 'miss', 'sir', 'dr.'])
/** A passage → the people named in it. Linear in the number of tokens. */
export function peopleIn(passage: Passage): People {
  const names = passage.sentences.flatMap(sentence => namesIn(passage, sentence.first, sentence.last))
  const register = new Register(passage)
  for (const name of names) if (name.words.length > 1 && name.sure) register.admit(name)
  for (const name of names) if (name.words.length === 1 && name.sure) register.admitAlone(name)
  for (const name of names) if (name.words.length > 1 && !name.sure) register.complete(name)
  const mentions: Mention[] = []
  const mentionAt = new Int32Array(passage.tokens.length).fill(-1)
  for (const name of names) {
    const person = register.find(name)
    if (person < 0) continue
    mentionAt.fill(mentions.length, name.first, name.last)
    mentions.push({
      first: name.first,
      last: name.last,
      person,
      owns: passage.tokens[name.last]?.lower === "'s",
    })
  }
  return { persons: register.persons, mentions, mentionAt }
}

/** Who is known so far, by full and by last names. */
class Register {
  readonly persons: Person[] = []
  private readonly byLast = new Map<string, number[]>()
  private readonly byFirst = new Map<string, number[]>()
  private readonly lastSeen: number[] = []
  private readonly passage: Passage

  constructor(passage: Passage) {
    this.passage = passage
  }

  /** Takes a full name up, or joins it with the one that it is another form of. */
  admit(name: Name): number {
    const key = familyName(name.words)
    const same = (this.byLast.get(key) ?? []).find(place =>
      areSame((this.persons[place] as Person).words, name.words),
    )
    const place = same ?? this.add(name, key)
    const person = this.persons[place] as Person
    if (name.words.length > person.words.length) {
      person.full = { first: name.first, last: name.last }
      person.words = name.words
    }
    this.learn(person, name)
    return place
  }

  /** Takes up a person named by one word, unless the word is part of a name known already. */
  admitAlone(name: Name): void {
    const word = name.words[0] as string
    if (!this.byLast.has(word) && !this.byFirst.has(word)) this.admit(name)
  }

  /** "Rem Koolhaas" where the text names a person Koolhaas. */
  complete(name: Name): void {
    const family = this.byLast.get(familyName(name.words)) ?? []
    if (family.some(place => (this.persons[place] as Person).words.length === 1)) this.admit(name)
  }

  private add(name: Name, key: string): number {
    const place = this.persons.length
    const known =
      name.words.length > 1 || name.titles.length === 0 ? genderOfName(name.words[0] as string) : undefined
    this.persons.push({
      full: { first: name.first, last: name.last },
      words: name.words,
      gender: known ?? null,
      roles: new Set(),
    })
    this.byLast.set(key, [...(this.byLast.get(key) ?? []), place])
    const first = name.words[0] as string
    if (name.words.length > 1) this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), place])
    this.lastSeen.push(-1)
    return place
  }

  /** Who is meant by a name at its place; -1 where it is no person's. */
  find(name: Name): number {
    const place = this.candidate(name)
    if (place < 0) return -1
    this.lastSeen[place] = name.first
    this.learn(this.persons[place] as Person, name)
    return place
  }

  private candidate(name: Name): number {
    if (name.words.length > 1) {
      const family = this.byLast.get(familyName(name.words)) ?? []
      const same = family.find(place => areSame((this.persons[place] as Person).words, name.words))
      return same ?? (name.sure ? this.admit(name) : -1)
    }
    const word = name.words[0] as string
    const fitting = (this.byLast.get(word) ?? []).filter(place =>
      fitsTitle(this.persons[place] as Person, name),
    )
    if (fitting.length > 0) return this.mostLikely(fitting)
    const called = this.byFirst.get(word) ?? []
    if (called.length > 0 && name.titles.length === 0) return this.mostLikely(called)
    return name.sure ? this.admit(name) : -1
  }

  /** Of several with the same name the one named last; before any was, the one named first in the text. */
  private mostLikely(places: readonly number[]): number {
    let best = places[0] as number
    for (const place of places)
      if ((this.lastSeen[place] as number) > (this.lastSeen[best] as number)) best = place
    return best
  }

  private learn(person: Person, name: Name): void {
    const { tokens } = this.passage
    for (const title of name.titles) {
      person.roles.add(title)
      person.gender ??= genderOfTitle(title) ?? null
    }
    const least = name.titles.some(title => courtesies.has(title))
      ? name.first
      : name.first - name.titles.length - 4
    for (let at = name.first - name.titles.length - 1; at >= 0 && at >= least; at -= 1) {
      if ((tokens[at] as Token).tag !== 'NOUN') break
      this.describe(person, at)
    }
    if (tokens[name.last]?.lower !== ',') return
    const end = phraseEnd(tokens, name.last + 1, Math.min(tokens.length, name.last + 12))
    for (let at = name.last + 1; at < end && (tokens[at] as Token).tag !== 'ADP'; at += 1)
      this.describe(person, at)
  }

  private describe(person: Person, at: number): void {
    const token = this.passage.tokens[at] as Token
    if (token.tag !== 'NOUN') return
    person.roles.add(token.lower)
    person.gender ??= genderedNouns.get(token.lower) ?? genderOfTitle(token.lower) ?? null
  }
}

function familyName(words: readonly string[]): string {
  const last = words.at(-1) as string
  return words.length > 2 && suffixes.has(last) ? (words.at(-2) as string) : last
}

/** Whether two names with the same family name can be of one person: same given name, or one is the bare family name. */
function areSame(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 1 || other.length === 1 || one[0] === other[0]) return true
  return particles.has(one[0] as string) || particles.has(other[0] as string)
}

function fitsTitle(person: Person, name: Name): boolean {
  return name.titles.every(title => {
    const gender = genderOfTitle(title)
    return gender == null || person.gender === null || gender === person.gender
  })
}
