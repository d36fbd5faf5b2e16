import type { Reader } from '../dates/date-match.ts'
import { timeAt } from '../dates/dates-times.ts'
import { pieceOr } from '../text/pieces.ts'
import { isTelephone } from './figure-telephones.ts'

/** Words before a number that is a name or a place in a row: "page 5", "No. 5", "Group 5", "version 2". */
const NUMBERED = new Set(
  (
    'page pages p pp no nr number numbers nos section article art chapter figure fig table vol volume line verse room gate platform track route highway flight bus phase level grade type class category group division league season episode part act scene version windows ios android model series mark ' +
    'interstate hurricane psalm amendment title rule paragraph § appendix annex exhibit stage round lap day week year game match item step point question answer option channel radio tier district ward unit apollo boeing airbus iphone ipad galaxy pixel playstation xbox fortune precinct top abs lit ziff kap tel fax salle sala saal raum halle hall ps sp nasdaq dax ftse cac ibex ' +
    'seite seiten nummer artikel absatz kapitel abbildung tabelle band gruppe stufe klasse linie zimmer gleis paragraf numéro página número capítulo artículo chapitre'
  ).split(' '),
)
const STREETS = new Set(
  'street st road rd avenue ave boulevard blvd lane ln drive dr way court ct place pl square terrace close crescent parkway highway row hill'.split(
    ' ',
  ),
)
const STREET_STARTS = new Set(['rue', 'avenue', 'ave', 'boulevard', 'place', 'calle', 'via', 'avenida'])
const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th', 'er', 'ère', 'ème', 'e', 'º', 'ª', 'o', 's', 'er'])

/**
 * Whether the digits at a place, up to before `next`, are no amount: a name, a time, a telephone number, a place in a
 * list. `bare`: neither a unit nor "million" stands behind them.
 */
export function isNoAmount(reader: Reader, place: number, next: number, bare: boolean): boolean {
  return (
    isJoined(reader, place, next) ||
    (bare && isNumbered(reader, place, next)) ||
    isListed(reader, place) ||
    timeAt(reader, place) !== null ||
    isAddress(reader, next) ||
    isTelephone(reader, place) ||
    isScore(reader, place, next)
  )
}

/** "A4", "Covid-19", "v1.2.3", "4th", "2x4", "[8]", "9/11", "M21". */
function isJoined(reader: Reader, place: number, next: number): boolean {
  const { pieces } = reader
  const first = pieceOr(pieces, place)
  const before = pieceOr(pieces, place - 1)
  // "007", "0711": a nought before other digits.
  if (first.lower.length > 1 && first.lower.startsWith('0')) return true
  if (first.before === '' && place > 0) {
    if (before.kind === 'word' || before.kind === 'digits') return true
    if ('#@_/\\&:='.includes(before.lower)) return true
    if ('-–.'.includes(before.lower) && before.before === '' && pieceOr(pieces, place - 2).kind !== 'sign')
      return true
    if (before.lower === '[' && pieceOr(pieces, next).lower === ']') return true
  }
  const after = pieceOr(pieces, next)
  if (after.before !== '') return false
  if (after.kind === 'word' && ORDINAL_ENDINGS.has(after.lower)) return true
  if (isOrdinalStop(reader, place, next)) return true
  const digits = pieceOr(pieces, next + 1).kind === 'digits' && pieceOr(pieces, next + 1).before === ''
  if (!digits) return false
  return "/_.:,'’".includes(after.lower) || (after.kind === 'word' && !/^[ck]?m$/.test(after.lower))
}

/** "2. Platz", "5. Auflage": a full stop makes German numbers places in a row, unless a sentence begins behind it. */
function isOrdinalStop(reader: Reader, place: number, next: number): boolean {
  const { pieces, language } = reader
  if (language !== 'de' || next !== place + 1 || pieceOr(pieces, place).lower.length > 2) return false
  const noun = pieceOr(pieces, next + 1)
  return (
    pieceOr(pieces, next).lower === '.' &&
    noun.kind === 'word' &&
    noun.before === 'space' &&
    !BEGINNERS.has(noun.lower)
  )
}

const BEGINNERS = new Set(
  'der die das den dem ein eine es er sie wir ich man und aber doch auch im in am an auf bei mit nach seit von vor zu zum zur für dann danach so wie wer was wo dies diese dieser damit jetzt nun heute gestern'.split(
    ' ',
  ),
)

function isNumbered(reader: Reader, place: number, next: number): boolean {
  const { pieces } = reader
  let at = place - 1
  if (
    pieceOr(pieces, at).lower === '.' &&
    pieceOr(pieces, at).before === '' &&
    pieceOr(pieces, at - 1).lower.length <= 4
  )
    at--
  const before = pieceOr(pieces, at)
  if (before.lower === '§') return true
  if (before.kind !== 'word' || pieceOr(pieces, place).before === 'line') return false
  if (NUMBERED.has(before.lower)) return true
  // "iPhone 12", "Super Bowl 50", "Boeing 737": a name before it, and nothing behind that it could count.
  const written = reader.text.slice(before.start, before.end)
  // "RTX 3080" is a name even where it begins a sentence.
  const whole = written.length > 1 && written === written.toUpperCase() && written !== before.lower
  const within = before.before !== 'line' && pieceOr(pieces, at - 1).lower !== '.'
  const named = whole || ((before.capital || /[a-z][A-Z]/.test(written)) && within)
  if (!named || WITH_AMOUNTS.has(before.lower)) return false
  return pieceOr(pieces, next).lower !== '%' && !isSmallWord(reader, next)
}

const WITH_AMOUNTS = new Set(
  'i the a an and or but in on at of by for from with over under about around nearly almost only just more less at least some about their his her its these those all'.split(
    ' ',
  ),
)

/** A word that the number could count, and none that goes on with the sentence. */
function isSmallWord(reader: Reader, next: number): boolean {
  const after = pieceOr(reader.pieces, next)
  const small = after.kind === 'word' && !after.capital && after.before === 'space'
  return small && !/^(?:is|are|was|were|has|had|in|on|at|for|to|with|the)$/.test(after.lower)
}

/** "1. First", "2) Second", "(3) Third" at the beginning of a line. */
function isListed(reader: Reader, place: number): boolean {
  const { pieces } = reader
  const first = pieceOr(pieces, place)
  const opened = pieceOr(pieces, place - 1)
  if (first.kind === 'digits' && first.before === 'line' && pieceOr(pieces, place + 1).before === 'line')
    return true
  const begins = first.before === 'line' || (opened.lower === '(' && opened.before === 'line')
  const after = pieceOr(pieces, place + 1)
  if (first.kind !== 'digits' || first.lower.length > 3 || after.before !== '') return false
  const closed = after.lower === ')' || after.lower === '.' || after.lower === ':'
  if (!closed || pieceOr(pieces, place + 2).before === '') return false
  return begins || (after.lower === ')' && (opened.lower === '(' || !isOpened(reader, place)))
}

/** Whether a bracket stands open before a place, within a few words. */
function isOpened(reader: Reader, place: number): boolean {
  for (let at = place - 1; at > place - 24 && at >= 0; at--) {
    const { lower } = pieceOr(reader.pieces, at)
    if (lower === '(') return true
    if (lower === ')') return false
  }
  return false
}

/** "575 Wilbraham Road", "22 Ave Foch". */
function isAddress(reader: Reader, next: number): boolean {
  const { pieces } = reader
  if (STREET_STARTS.has(pieceOr(pieces, next).lower) && pieceOr(pieces, next).before === 'space') return true
  for (let at = next; at < next + 5; at++) {
    const piece = pieceOr(pieces, at)
    if (piece.kind === 'digits' || piece.before === 'line') continue
    if (STREETS.has(piece.lower) && piece.capital && at > next) return true
    if (piece.kind !== 'word' || (!piece.capital && !ORDINAL_ENDINGS.has(piece.lower))) return false
  }
  return false
}

/** "3-1", "2–2": the second is no greater, so it is no range. */
function isScore(reader: Reader, place: number, next: number): boolean {
  const { pieces } = reader
  const first = pieceOr(pieces, place)
  const dash = pieceOr(pieces, next)
  const second = pieceOr(pieces, next + 1)
  if (
    next !== place + 1 ||
    !'-–:'.includes(dash.lower) ||
    dash.before !== '' ||
    second.before !== '' ||
    second.kind !== 'digits'
  )
    return false
  const after = pieceOr(pieces, next + 2)
  const decimals =
    after.lower === '.' &&
    pieceOr(pieces, next + 3).kind === 'digits' &&
    pieceOr(pieces, next + 3).before === ''
  if (after.before === '' && (after.kind === 'word' || after.lower === '%' || decimals)) return false
  return first.lower.length <= 3 && Number(second.lower) <= Number(first.lower)
}
