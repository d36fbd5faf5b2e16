import type { Span } from '../findings.ts'
import { isLetter, isSpace, isWordCharacter } from './characters.ts'

/** A stretch in quotation marks, from the opening mark to behind the closing one. */
export interface Mark extends Span {
  /** The words without the marks. */
  readonly inner: Span
  /** Whether a closing mark was found; an open one ends with its paragraph. */
  readonly closed: boolean
  /** `single` where the marks are single ones, which are used for quotations within, headlines and irony more often. */
  readonly style: 'double' | 'single'
  /** 0 for an outermost stretch, 1 for a quotation within a quotation. */
  readonly depth: 0 | 1
  /** Whether it takes up the stretch before, which was left open at the end of its paragraph. */
  readonly continues: boolean
}

interface Opening {
  readonly at: number
  readonly sign: string
  readonly style: 'double' | 'single'
  readonly continues: boolean
}

/** What closes what: the marks of English, German, French, Swedish and Polish typography, and of typewriters. */
const closersOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['"', ['"', '”']],
  ['“', ['”', '"', '“']],
  ['‟', ['”', '"']],
  ['”', ['”']],
  ['„', ['“', '”', '"', '‟']],
  ['«', ['»']],
  ['»', ['«', '»']],
  ['‘', ['’', "'"]],
  ["'", ["'", '’']],
  ['‚', ['‘', '’']],
  ['‹', ['›']],
  ["''", ["''"]],
  ['``', ["''"]],
])
const singles = new Set(['‚', '‘', "'", '‹'])
/** What may stand right before an opening mark beside white space. */
const beginners = '([{—–-/:…“„«‘\'"'
const interesting = /''|``|["“”„‟«»‘’'‚‹›\n]/g
/** Words that begin with an apostrophe: "'em", "'til", "'90s". */
const elided = /^(?:(?:em|til|cause|tis|twas|bout|n|round|cuz)(?![a-z])|\d\ds?(?![a-z\d]))/i

/** A text → its stretches in quotation marks, in the order of their beginnings. Linear in the length of the text. */
export function marksIn(text: string): Mark[] {
  const found: Mark[] = []
  const open: Opening[] = []
  const signs = new RegExp(interesting)
  const fellows = new Fellows(text)
  let leftOpen = ''
  for (let match = signs.exec(text); match !== null; match = signs.exec(text)) {
    const at = match.index
    let sign = match[0]
    if (sign === '\n') {
      leftOpen = endParagraph(text, found, open, at) || (isBlank(text, at) ? leftOpen : '')
      continue
    }
    if (sign === "''" && open.at(-1)?.style === 'single' && text[at + 2] === "'") {
      sign = "'"
      signs.lastIndex = at + 1
    }
    const place = closedBy(text, open, sign, at)
    if (place >= 0) close(found, open, place, at + sign.length)
    else if (opens(text, open, sign, at, fellows)) {
      const continues = leftOpen === sign && isLineStart(text, at)
      open.push({ at, sign, continues, style: singles.has(sign) ? 'single' : 'double' })
      if (!continues) leftOpen = ''
    }
  }
  endParagraph(text, found, open, text.length)
  return found.sort((a, b) => a.start - b.start)
}

/** Which of the open stretches the sign closes: its place in the stack, -1 for none. */
function closedBy(text: string, open: readonly Opening[], sign: string, at: number): number {
  for (let place = open.length - 1; place >= 0; place -= 1) {
    const opening = open[place] as Opening
    if (at === opening.at + opening.sign.length) continue
    if (closersOf.get(opening.sign)?.includes(sign) !== true) continue
    if (opening.style === 'single') return closesSingle(text, at) ? place : -1
    const begins = isSpace(text, at - 1) || !isSpace(text, at + sign.length)
    if (sign === '“' && opening.sign === '“' && begins) continue
    if (sign === '"' && isSpace(text, at - 1) && !isSpace(text, at + 1)) continue
    return place
  }
  return -1
}

/** An apostrophe or single mark closes only at the end of a word. */
function closesSingle(text: string, at: number): boolean {
  return !isSpace(text, at - 1) && !isWordCharacter(text, at + 1)
}

function opens(text: string, open: readonly Opening[], sign: string, at: number, fellows: Fellows): boolean {
  if (open.length > 1 || !closersOf.has(sign)) return false
  const before = isSpace(text, at - 1) || beginners.includes(text[at - 1] as string)
  if (isSpace(text, at + sign.length))
    return sign === '"' && before && open.length === 0 && closesLater(text, at)
  if (singles.has(sign)) return before && !elided.test(text.slice(at + 1, at + 7)) && fellows.has(sign, at)
  if (sign === '"' || sign === "''") return before
  if (sign === '”' || sign === '»') return before && open.length === 0 && isLetter(text, at + 1)
  return true
}

/** Whether the next straight mark stands at the end of a word of the same paragraph: a space slipped in behind this one. */
function closesLater(text: string, at: number): boolean {
  const next = text.slice(at + 1, at + 300).search(/["\n]/) + at + 1
  return text[next] === '"' && !isSpace(text, next - 1) && !isWordCharacter(text, next + 1)
}

/** Finds for single marks, asked in the order of the text, whether they have a fellow. Looks at each character once for each sign. */
class Fellows {
  private readonly text: string
  /** For a sign the next place where one of its fellows stands or a paragraph ends. */
  private readonly next = new Map<string, number>()

  constructor(text: string) {
    this.text = text
  }

  /** Whether a single mark has a fellow in its paragraph, at most 300 characters on. */
  has(sign: string, at: number): boolean {
    let place = this.next.get(sign) ?? 0
    if (place < at + 2) {
      place = this.search(sign, at + 2)
      this.next.set(sign, place)
    }
    return place < Math.min(this.text.length, at + 300) && this.text[place] !== '\n'
  }

  private search(sign: string, from: number): number {
    const closers = closersOf.get(sign) as readonly string[]
    for (let place = from; place < this.text.length; place += 1) {
      const character = this.text.charAt(place)
      if (character === '\n' || (closers.includes(character) && closesSingle(this.text, place))) return place
    }
    return this.text.length
  }
}

function close(found: Mark[], open: Opening[], place: number, end: number): void {
  const opening = open[place] as Opening
  open.length = place
  found.push({
    start: opening.at,
    end,
    inner: { start: opening.at + opening.sign.length, end: end - (opening.sign.length > 1 ? 2 : 1) },
    closed: true,
    style: opening.style,
    depth: place === 0 ? 0 : 1,
    continues: opening.continues,
  })
}

/** Ends what is open where its paragraph ends; gives the mark with which the next paragraph would go on. */
function endParagraph(text: string, found: Mark[], open: Opening[], at: number): string {
  const outermost = open[0]
  open.length = 0
  if (outermost === undefined || outermost.style === 'single') return ''
  let end = at
  while (end > outermost.at + 1 && isSpace(text, end - 1)) end -= 1
  const start = outermost.at + outermost.sign.length
  if (end <= start) return ''
  found.push({
    start: outermost.at,
    end,
    inner: { start, end },
    closed: false,
    style: outermost.style,
    depth: 0,
    continues: outermost.continues,
  })
  return outermost.sign
}

function isBlank(text: string, lineEnd: number): boolean {
  let at = lineEnd - 1
  while (at >= 0 && text[at] !== '\n' && isSpace(text, at)) at -= 1
  return at < 0 || text[at] === '\n'
}

function isLineStart(text: string, at: number): boolean {
  let place = at - 1
  while (place >= 0 && text[place] !== '\n' && isSpace(text, place)) place -= 1
  return place < 0 || text[place] === '\n'
}
