import { type Quotation, type Quoted, quotationKeys, quotedOf } from '@rostra/record/comparing'
import { hashNumber } from '#base/ids.ts'
import type { Keyed, ReadPost } from '../findings/model.ts'
import { LEAST_COMPARED, LEAST_WORDS } from './model.ts'
import { inFull, speakerKeyOf, speakerNameOf, surnameOf } from './speaker-names.ts'

/** Of a longer quotation its beginning is followed. */
const MOST_WORDS = 300
/** Hexadecimal signs of a hash: 48 bits, exact in a JavaScript number. */

/** Of a post that is all quotation marks so many are kept. */
const MOST_OF_POST = 300

/** A quotation of a post on its way to being kept. */
export interface Extract {
  readonly postId: number
  readonly boardId: number
  readonly at: number
  readonly key: string
  readonly speaker: { readonly name: string; readonly key: string } | null
  readonly wording: NewWording
}

/** Words as a post reports them, and what they are found by. */
export interface NewWording {
  readonly words: string
  readonly quoted: Quoted
  readonly wordCount: number
  /** Equal for equal words, whatever their marks and case; of a short quotation for those of one speaker alone. */
  readonly hash: number
  /** By which others with some of the same words are found; none for a short one. */
  readonly keys: readonly number[]
}

/** The end of a sentence before the mark that opens the next words. */
const ENDS_SENTENCE = /\.\s*[^\p{L}\p{N}\s]$/u

/**
 * A post → its quotations that have a place on record: those with words in quotation marks, three of them at
 * least. Linear in the text. */
export function extractsOf({ postId, boardId, at, text, findings }: ReadPost): Extract[] {
  const groups = new Map<number, Keyed<Quotation>[]>()
  for (const quotation of findings.quotations) {
    const parts = groups.get(quotation.group)
    if (parts) parts.push(quotation)
    else groups.set(quotation.group, [quotation])
  }
  const names = new Map<string, string>()
  for (const quotation of findings.quotations) {
    const name = speakerNameOf(quotation)
    if (name !== null && !names.has(speakerKeyOf(name))) names.set(speakerKeyOf(name), name)
  }
  const full = inFull(names.keys())
  const extracts = [...groups.values()].flatMap((parts): Extract[] => {
    const named = parts.map(speakerNameOf).find(name => name !== null) ?? null
    const key = named === null ? '' : (full.get(speakerKeyOf(named)) ?? '')
    const speaker = key === '' ? null : { name: names.get(key) ?? key, key }
    const wording = wordingOf(wordsOfParts(text, parts), speaker?.key ?? '')
    return wording ? [{ postId, boardId, at, key: parts[0]!.key, speaker, wording }] : []
  })
  return extracts.slice(0, MOST_OF_POST)
}

/**
 * The words in marks of a quotation: broken off by its speaker they go on, with other words between they left some out.
 * “Now,” said Holm. “I can think.” → “Now. I can think.”: the comma stood for the end of a sentence.
 */
function wordsOfParts(text: string, parts: readonly Quotation[]): string {
  let words = ''
  let end = 0
  for (const { marked } of parts) {
    for (const [index, span] of marked.entries()) {
      const between = text.slice(end, span.start)
      if (index === 0 && ENDS_SENTENCE.test(between)) words = words.replace(/,$/u, '.')
      const joint = index > 0 && /[\p{L}\p{N}]/u.test(between) ? ' … ' : ' '
      words += (words === '' ? '' : joint) + text.slice(span.start, span.end)
      end = span.end
    }
  }
  return words.replace(/\s+/gu, ' ').trim()
}

/**
 * Words in quotation marks, and the key of who said them, '' for nobody → what is kept of them; null for fewer than three
 * words, and for a short quotation that nobody is named for.
 */
function wordingOf(written: string, speakerKey: string): NewWording | null {
  const [words, quoted] = shortened(written)
  const wordCount = quoted.words.folded.length
  const isShort = wordCount < LEAST_COMPARED
  if (wordCount < LEAST_WORDS || (isShort && speakerKey === '')) return null
  const hash = hashNumber(isShort ? `${normal(quoted)}\n${surnameOf(speakerKey)}` : normal(quoted))
  return { words, quoted, wordCount, hash, keys: isShort ? [] : quotationKeys(quoted) }
}

function shortened(words: string): [string, Quoted] {
  const quoted = quotedOf(words)
  const end = quoted.words.ends[MOST_WORDS - 1]
  if (end === undefined || quoted.words.folded.length === MOST_WORDS) return [words, quoted]
  const beginning = `${words.slice(0, end)} …`
  return [beginning, quotedOf(beginning)]
}

/** The same text for the same words and the same marks of omission. */
export function normal({ words, open, edited }: Quoted): string {
  let text = ''
  for (const [at, word] of words.folded.entries())
    text += `${open[at] === 1 ? ' …' : ''} ${edited[at] === 1 ? `[${word}]` : word}`
  return text
}
