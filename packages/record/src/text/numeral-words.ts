import type { WrittenLanguage } from './written-language.ts'

/**
 * What a number word adds: `unit` 0 to 19, `tens` 20 to 90, `hundred` multiplies what stands before it (or counts
 * once), `hundreds` is a whole hundred in a word ("doscientos"), `scale` closes a group: thousand, million.
 */
export interface NumeralWord {
  readonly kind: 'unit' | 'tens' | 'hundred' | 'hundreds' | 'scale'
  readonly value: number
}

/** The words for 0 to 19, then 20, 30 … 90; empty places where a language has none of its own. */
const ENGLISH =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const ENGLISH_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'
const FRENCH =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'
const FRENCH_TENS = 'vingt trente quarante cinquante soixante septante huitante nonante'
const SPANISH =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve'
const SPANISH_TENS = 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'
const SPANISH_TWENTIES =
  'veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve'
const SPANISH_HUNDREDS =
  'ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'
export const GERMAN_UNITS =
  'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  )
export const GERMAN_TENS = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ')

const add = (
  words: Map<string, NumeralWord>,
  list: string,
  kind: NumeralWord['kind'],
  value: (place: number) => number,
) =>
  list.split(' ').forEach((word, place) => {
    words.set(word, { kind, value: value(place) })
  })

const tenfold = (place: number) => 20 + place * 10
const itself = (place: number) => place

function numerals(list: string, tens: string, others: readonly [string, NumeralWord['kind'], number][]) {
  const words = new Map<string, NumeralWord>()
  add(words, list, 'unit', itself)
  add(words, tens, 'tens', tenfold)
  for (const [several, kind, value] of others) add(words, several, kind, () => value)
  return words
}

function spanish() {
  const words = numerals(SPANISH, SPANISH_TENS, [
    ['cien', 'hundreds', 100],
    ['un una', 'unit', 1],
    ['mil', 'scale', 1e3],
    ['millón millones', 'scale', 1e6],
    ['billón billones', 'scale', 1e12],
    ['veintiún', 'unit', 21],
  ])
  add(words, SPANISH_TWENTIES, 'unit', place => 21 + place)
  add(words, SPANISH_HUNDREDS, 'hundreds', place => (place + 1) * 100)
  add(
    words,
    SPANISH_HUNDREDS.replaceAll('tos', 'tas').replaceAll('ientos', 'ientas'),
    'hundreds',
    place => (place + 1) * 100,
  )
  return words
}

/** Number words by language; German writes its numbers in one word, which `numerals.ts` takes apart. */
export const NUMERALS: Readonly<Record<WrittenLanguage, ReadonlyMap<string, NumeralWord>>> = {
  en: numerals(ENGLISH, ENGLISH_TENS, [
    ['hundred', 'hundred', 100],
    ['dozen', 'scale', 12],
    ['thousand', 'scale', 1e3],
    ['million', 'scale', 1e6],
    ['billion', 'scale', 1e9],
    ['trillion', 'scale', 1e12],
  ]),
  de: numerals('null eins', '', [
    ['ein eine einer einem einen', 'unit', 1],
    ['million millionen mio', 'scale', 1e6],
    ['milliarde milliarden mrd', 'scale', 1e9],
    ['billion billionen', 'scale', 1e12],
  ]),
  fr: numerals(FRENCH, FRENCH_TENS, [
    ['une', 'unit', 1],
    ['vingts', 'tens', 20],
    ['cent cents', 'hundred', 100],
    ['mille', 'scale', 1e3],
    ['million millions', 'scale', 1e6],
    ['milliard milliards', 'scale', 1e9],
    ['billion billions', 'scale', 1e12],
  ]),
  es: spanish(),
}

/** What multiplies an amount in digits: "2.3 billion", "5m", "2,5 Mrd.". `attached` ones must touch the digits. */
export const SCALES: Readonly<Record<WrittenLanguage, ReadonlyMap<string, number>>> = {
  en: new Map(
    Object.entries({
      hundred: 100,
      dozen: 12,
      thousand: 1e3,
      million: 1e6,
      mn: 1e6,
      mln: 1e6,
      billion: 1e9,
      bn: 1e9,
      bln: 1e9,
      trillion: 1e12,
      trn: 1e12,
      tn: 1e12,
      lakh: 1e5,
      crore: 1e7,
    }),
  ),
  de: new Map(
    Object.entries({
      tausend: 1e3,
      tsd: 1e3,
      million: 1e6,
      millionen: 1e6,
      mio: 1e6,
      milliarde: 1e9,
      milliarden: 1e9,
      mrd: 1e9,
      billion: 1e12,
      billionen: 1e12,
    }),
  ),
  fr: new Map(
    Object.entries({
      mille: 1e3,
      million: 1e6,
      millions: 1e6,
      milliard: 1e9,
      milliards: 1e9,
      mds: 1e9,
      md: 1e9,
      billion: 1e12,
      billions: 1e12,
    }),
  ),
  es: new Map(
    Object.entries({ mil: 1e3, millón: 1e6, millones: 1e6, billón: 1e12, billones: 1e12, mm: 1e6 }),
  ),
}

/** Letters that multiply when they touch the digits: "5k", "$2.3m", "4.3M". */
export const ATTACHED_SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    k: 1e3,
    m: 1e6,
    mn: 1e6,
    mm: 1e6,
    bn: 1e9,
    b: 1e9,
    tn: 1e12,
    t: 1e12,
    trn: 1e12,
    mio: 1e6,
    mrd: 1e9,
  }),
)
