/** The words of a text, as they are compared: word `i` is `words[i]` and stands at `starts[i]` to `ends[i]`. */
export interface Spoken {
  /** The text that the places count in (UTF-16 units). */
  readonly text: string
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** A letter of a script that is written without spaces: a word by itself. */
const SINGLE =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]'
const PART = `(?:(?!${SINGLE})[\\p{L}\\p{N}\\p{M}])`
const APOSTROPHES = "'‘’‛ʼʹ′`´＇"
/** What cannot be seen: soft hyphens, characters without width, marks of direction, the stretching line, looks of signs. */
const UNSEEN =
  '\\u00ad\\u034f\\u0640\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufe0e\\ufe0f\\ufeff'
const WORD = new RegExp(
  [
    `${SINGLE}\\p{M}*`,
    // A dash before a number, and behind nothing that it could join, is a minus.
    `(?:(?<=^|[\\s(\\[])[-‐‑‒–—−](?=\\p{N}))?${PART}(?:${[
      PART,
      `[${UNSEEN}]+(?=${PART})`,
      `[${APOSTROPHES}](?=\\p{L})`,
      '(?<=\\p{N})[.,:/](?=\\p{N})',
      '(?<=(?:^|[^\\p{L}\\p{N}])\\p{L})\\.(?=\\p{L}(?![\\p{L}\\p{N}]))',
    ].join('|')})*`,
    // A line upright parts the cells of a table.
    '(?!\\|)[\\p{Sm}\\p{Sc}\\p{So}%‰&#§]',
  ].join('|'),
  'gu',
)
const PLAIN = /^[a-z0-9]+$/
const LEFT_OUT = new RegExp(`[${UNSEEN}${APOSTROPHES}]`, 'gu')
const DASH = /^[-‐‑‒–—−](?=.)/u
const LIGATURES = /[\ufb00-\ufb06]/g
/** "[T]he": a letter that was made a capital, or a small one, is a letter of its word. */
const SET_LETTER = /\[(\p{L})\](?=\p{L})/gu

/**
 * A text → its words. Case, white space, marks (quotation marks, dashes, commas, full stops, apostrophes), what cannot be
 * seen and how a character is composed make no difference; letters with their accents, digits, and signs that mean
 * something (%, €, +, a minus before a number, pictures) do. A hyphen parts two words. Linear in the text.
 */
export function spoken(written: string): Spoken {
  const text = written.normalize('NFC').replace(SET_LETTER, '$1')
  const words: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const word = PLAIN.test(found) ? found : folded(found)
    if (word === '') continue
    words.push(word)
    starts.push(index)
    ends.push(index + found.length)
  }
  return { text, words, starts, ends }
}

function folded(word: string): string {
  const plain = word
    .replace(LEFT_OUT, '')
    .replace(LIGATURES, letter => letter.normalize('NFKC'))
    .toLowerCase()
    .replace(DASH, '-')
    .replaceAll('ς', 'σ')
  if (!plain.includes('.') && !plain.includes(',')) return plain
  return plain.replace(/,(?=\d{3}(?!\d))/g, '').replace(/(?<!\p{N})\.|\.(?!\p{N})/gu, '')
}

const OMISSION = /…|⋯|\.{3}|\.\s\.\s\.|\[\s*\]/

/** Whether a mark that says that something was left out ("…", "[…]", "...") stands before word `at`. */
export function isMarked({ text, starts, ends, words }: Spoken, at: number): boolean {
  const from = at === 0 ? 0 : ends[at - 1]!
  const to = at === words.length ? text.length : starts[at]!
  return to > from && OMISSION.test(text.slice(from, to))
}
