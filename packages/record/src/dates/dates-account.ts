import type { DateFinding, Reading, Span } from '../findings.ts'
import { type Piece, pieceOr } from '../text/pieces.ts'
import type { Day } from './calendar.ts'
import type { Match, Reader } from './date-match.ts'
import type { Known, Resolved, Setting } from './date-setting.ts'
import { tenseAround } from './date-tense.ts'
import { ANY_MONTH, RANGE_WORDS, SEASONS } from './date-words.ts'
import { resolve } from './dates-resolve.ts'

/** How many characters behind a date with a year another one is taken to be of the same year. */
const REACH = 600
/** The same in a text that tells of its own days. */
const LIVE_REACH = 200
const FEWEST_LIVE = 1

/** "Friday", "last week", "two days ago": counted from when the text was written. */
function isOfTheseDays({ meaning }: Match): boolean {
  if (meaning.is === 'weekday' || meaning.is === 'weekdayIn' || meaning.is === 'recent') return true
  return (meaning.is === 'shift' || meaning.is === 'period') && meaning.base === 'post'
}

const BETWEEN_SEASONS = new Set([',', 'and', 'or', 'to', 'early', 'late', 'the', '-', '–'])

/** The next piece in a direction that only joins no seasons; some other piece where it says more. */
function skipping(pieces: readonly Piece[], from: number, step: 1 | -1): Piece {
  let at = from
  for (let skipped = 0; skipped < 3 && BETWEEN_SEASONS.has(pieceOr(pieces, at).lower); skipped++) at += step
  return pieceOr(pieces, at)
}

/** Goes through the dates in order and remembers what later ones are counted from. */
export class Account {
  private before: Known | null = null
  private beforeSpan: Span | null = null
  private readonly reader: Reader
  private readonly post: Day | null
  /** Whether the last date had its year and month beside it. */
  private exact = false
  /** Whether the text tells of its own days, as news do: then a year that it mentions is not that of the account. */
  private live = false

  constructor(reader: Reader, post: Day | null) {
    this.reader = reader
    this.post = post
  }

  tell(matches: readonly Match[]): DateFinding[] {
    const findings: DateFinding[] = []
    this.live = this.post !== null && matches.filter(isOfTheseDays).length >= FEWEST_LIVE
    for (const match of matches) {
      const start = pieceOr(this.reader.pieces, match.first).start
      const end = pieceOr(this.reader.pieces, match.next - 1).end
      const resolved = resolve(match, this.setting(match, start))
      if (resolved === null) continue
      findings.push({ start, end, value: resolved.value, reading: this.reading(match, resolved) })
      if (resolved.known !== null) {
        this.exact = resolved.how === null && resolved.known.month !== null
        this.before = resolved.known
        this.beforeSpan = { start, end }
      }
    }
    return findings
  }

  private setting(match: Match, start: number): Setting {
    const { post, before } = this
    const reach = this.live ? (this.exact ? LIVE_REACH : 0) : REACH
    const near = before !== null && this.beforeSpan !== null && start - this.beforeSpan.end < reach
    const told = near && (post === null || before.year !== post.year)
    // A bare year from long ago is a remark, and not the year of the account.
    const year = told && (before.year >= 1500 || before.month !== null) ? before.year : null
    const open = 'year' in match.meaning && match.meaning.year === null
    const yearless = open || match.meaning.is === 'weekday'
    if (!yearless) return { post, before, year, ahead: false, general: false }
    const tense = tenseAround(this.reader, match)
    const general =
      match.meaning.is === 'day' || match.meaning.is === 'days'
        ? tense.yearly
        : (tense.present || this.isSpan(match)) && !tense.past && !tense.ahead
    return { post, before, year, ahead: tense.ahead, general }
  }

  /** "April to June", "Apr–Oct": months without a year beside each other are mostly those of every year. */
  private isSpan(match: Match): boolean {
    const { pieces } = this.reader
    if (match.meaning.is === 'season') return this.isListed(match)
    const behind = RANGE_WORDS.has(pieceOr(pieces, match.next).lower) ? pieceOr(pieces, match.next + 1) : null
    const before = RANGE_WORDS.has(pieceOr(pieces, match.first - 1).lower)
      ? pieceOr(pieces, match.first - 2)
      : null
    return [behind, before].some(piece => piece?.capital === true && ANY_MONTH.has(piece.lower))
  }

  /** "spring, summer and fall" */
  private isListed(match: Match): boolean {
    const { pieces, language } = this.reader
    const behind = skipping(pieces, match.next, 1)
    const before = skipping(pieces, match.first - 1, -1)
    return [behind, before].some(piece => SEASONS[language].has(piece.lower))
  }

  private reading(match: Match, { how }: Resolved): Reading | null {
    if (how === null) return match.order === true ? { how: 'order', from: null } : null
    const counted =
      how === 'date-before' ||
      (how === 'year' && this.before !== null && this.before.year !== this.post?.year)
    return { how, from: counted ? this.beforeSpan : null }
  }
}
