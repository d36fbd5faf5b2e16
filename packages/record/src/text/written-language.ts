import type { Piece } from './pieces.ts'

/** The languages whose months, weekdays and number words are known. */
export type WrittenLanguage = 'en' | 'de' | 'fr' | 'es'

/** Words that are frequent in one of the languages and no word of the others. */
const COMMON: Readonly<Record<WrittenLanguage, string>> = {
  en: 'the of and to is was for with that by it at from this are be has have had he his she they their not but which who would will yesterday today tomorrow ago last next between about around people',
  de: 'der die das und ist von mit dem den nicht ein eine einen einem einer zu im für auf sich auch wurde wird hat haben wir sie er als nach bei aus seit bis zum zur vom am heute gestern morgen uhr vor letzten letzte letztes letzter nächste nächsten',
  fr: 'le les et est du dans une des pour qui que sur au aux pas ce cette avec il elle nous vous plus été à aujourd demain depuis dernier dernière prochain environ fin début novembre',
  es: 'el los las y del que una por para con se su al lo como más fue ha está sobre entre hoy ayer mañana hace desde hasta pasado pasada próximo próxima millones',
}

const LONGEST = 9
const LANGUAGE_OF = new Map<string, WrittenLanguage>()
for (const language of ['en', 'de', 'fr', 'es'] as const) {
  for (const word of COMMON[language].split(' ')) if (!LANGUAGE_OF.has(word)) LANGUAGE_OF.set(word, language)
}

/** Each reader of a text asks for its language; the answer is kept as long as the pieces are. */
const KNOWN = new WeakMap<readonly Piece[], WrittenLanguage>()

/** The pieces of a text → the language that it is most likely written in; English where nothing tells. Linear. */
export function writtenLanguage(pieces: readonly Piece[]): WrittenLanguage {
  const known = KNOWN.get(pieces)
  if (known !== undefined) return known
  const counts = { en: 0, de: 0, fr: 0, es: 0 }
  for (const { kind, lower, capital } of pieces) {
    // "ET" is a time in New York more often than a French sentence that begins with "and".
    if (kind !== 'word' || lower.length > LONGEST || (capital && lower === 'et')) continue
    const language = LANGUAGE_OF.get(lower)
    if (language !== undefined) counts[language]++
  }
  let best: WrittenLanguage = 'en'
  for (const language of ['de', 'fr', 'es'] as const) if (counts[language] > counts[best]) best = language
  KNOWN.set(pieces, best)
  return best
}
