import type { Reader } from '../dates/date-match.ts'
import type { Span } from '../findings.ts'
import { pieceOr } from '../text/pieces.ts'

/** Words that end what is counted: what stands behind them belongs to the rest of the sentence. */
const ENDS = new Set(
  (
    'the a an and or but nor of to in on at by for from with without into onto over under about after before during since until than as per via through across among between against ' +
    'is are was were be been being has have had do does did will would can could may might must shall should not who which that this these those it its them us me him he she they we you i his her their our your my ' +
    'if when while where because so then there here what how why last next ago alone even such each every early late now today yesterday tomorrow more less worldwide nationwide globally annually daily only just also almost nearly already still up down out off ' +
    'said says say told made died killed went came got left took gave found lost won saw put set ' +
    'contre contra gegen zu und oder der die das den dem des ein eine im in auf mit von vom zu zum zur für aus bei nach seit sind ist war waren wurden wird werden haben hat hatte starben mehr weniger pro je als ' +
    'et ou le la les des du de d l plus moins un une dans sur avec pour par en à au aux sont est était ont a été qui que ' +
    'y o el los las del un una en con por para se son fue fueron han ha que más menos'
  ).split(' '),
)
const IRREGULAR = new Set(
  'people men women children lives feet teeth police cattle fish sheep menschen personen kinder leute'.split(
    ' ',
  ),
)
const MOST_WORDS = 4

/**
 * What stands behind an amount → the words for what it counts: "American lives", "snaps of man coverage" (en: up to the
 * plural, and what "of" adds), null where it does not say. Of a share (`part`) it is what stands behind "of".
 */
export function countedAt(reader: Reader, place: number, part: boolean): Span | null {
  const { pieces } = reader
  let at = place
  if (part) {
    const of = pieceOr(pieces, at).lower
    if (of !== 'of' && of !== 'der' && of !== 'des' && of !== 'de' && of !== 'del') return null
    at++
    const article = pieceOr(pieces, at).lower
    if (/^(?:the|all|its|their|his|her|our|those|these|les|la|los|las)$/.test(article)) at++
  } else if (pieceOr(pieces, at).lower === 'of') {
    return null
  }
  const end = phraseEnd(reader, at)
  // "the combined 4.3M sales": another amount stands between.
  if (pieceOr(pieces, end).kind === 'digits' && pieceOr(pieces, end).before === 'space') return null
  // "the two raised 5 million": a verb, and nothing that is counted.
  if (end === at + 1 && /[^e]ed$/.test(pieceOr(pieces, at).lower)) return null
  return end === at ? null : { start: pieceOr(pieces, at).start, end: pieceOr(pieces, end - 1).end }
}

function phraseEnd(reader: Reader, from: number): number {
  const { pieces } = reader
  let at = from
  for (let words = 0; words < MOST_WORDS; words++) {
    const piece = pieceOr(pieces, at)
    if (piece.kind !== 'word' || (at > from && piece.before !== 'space') || piece.before === 'line') break
    const paired = words === 1 && (piece.lower === 'and' || piece.lower === 'or') && isPairOf(reader, at + 1)
    if (paired) {
      at++
      continue
    }
    if (ENDS.has(piece.lower) || isAdverb(piece.lower)) break
    at++
    // "first-team players": a hyphen joins two words.
    while (
      pieceOr(pieces, at).lower === '-' &&
      pieceOr(pieces, at).before === '' &&
      pieceOr(pieces, at + 1).kind === 'word'
    )
      at += 2
    if (isPlural(pieceOr(pieces, at - 1).lower)) break
    // German nouns have capitals, and end what is counted.
    if (reader.language === 'de' && piece.capital && !pieceOr(pieces, at).capital) break
    if (at > from + 1 && /(?:ed|ing)$/.test(piece.lower)) return at - 1
  }
  return at
}

const LY_ADJECTIVES = new Set(
  'monthly weekly yearly daily hourly quarterly elderly deadly friendly early likely'.split(' '),
)

function isAdverb(word: string): boolean {
  return word.endsWith('ly') && word.length > 4 && !LY_ADJECTIVES.has(word)
}

/** "digital and physical sales": a word and the plural that both belong to. */
function isPairOf(reader: Reader, place: number): boolean {
  const one = pieceOr(reader.pieces, place)
  const noun = pieceOr(reader.pieces, place + 1)
  return (
    one.kind === 'word' &&
    !ENDS.has(one.lower) &&
    !isPlural(one.lower) &&
    noun.kind === 'word' &&
    isPlural(noun.lower)
  )
}

function isPlural(word: string): boolean {
  return IRREGULAR.has(word) || (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is|ous)$/.test(word))
}
