import type { WrittenLanguage } from '../text/written-language.ts'

const byWord = <Value>(entries: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> => {
  const map = new Map<string, Value>()
  for (const [words, value] of Object.entries(entries))
    for (const word of words.split(' ')) map.set(word, value)
  return map
}

type ByLanguage<Value> = Readonly<Record<WrittenLanguage, ReadonlyMap<string, Value>>>

/** Months in the order of the year; spellings of one month beside each other. */
const MONTH_LISTS: Readonly<Record<WrittenLanguage, readonly string[]>> = {
  en: [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sept sep',
    'october oct',
    'november nov',
    'december dec',
  ],
  de: [
    'januar jänner jan',
    'februar feber feb',
    'märz mrz',
    'april apr',
    'mai',
    'juni jun',
    'juli jul',
    'august aug',
    'september sept sep',
    'oktober okt',
    'november nov',
    'dezember dez',
  ],
  fr: [
    'janvier janv',
    'février févr fév',
    'mars',
    'avril avr',
    'mai',
    'juin',
    'juillet juil',
    'août aout',
    'septembre sept',
    'octobre oct',
    'novembre nov',
    'décembre déc',
  ],
  es: [
    'enero ene',
    'febrero feb',
    'marzo mar',
    'abril abr',
    'mayo',
    'junio jun',
    'julio jul',
    'agosto ago',
    'septiembre setiembre sept',
    'octubre oct',
    'noviembre nov',
    'diciembre dic',
  ],
}

const monthsOf = (language: WrittenLanguage): [string, number][] =>
  MONTH_LISTS[language].flatMap((words, place) =>
    words.split(' ').map((word): [string, number] => [word, place + 1]),
  )

export const MONTHS: ByLanguage<number> = {
  en: new Map(monthsOf('en')),
  de: new Map(monthsOf('de')),
  fr: new Map(monthsOf('fr')),
  es: new Map(monthsOf('es')),
}

/** Months of every language, for beside a day in digits: "3 mai 2025" in an English text. */
export const ANY_MONTH: ReadonlyMap<string, number> = new Map(
  (['de', 'fr', 'es', 'en'] as const).flatMap(monthsOf),
)

/** Month names that are shortened, or words or names of people too: a month only beside a preposition or a year. */
export const WEAK_MONTHS: ReadonlySet<string> = new Set(
  'may march mar jan feb apr jun jul aug sept sep oct nov dec april june august mars mai ago ene abr dic avr déc janv juil févr fév okt dez mrz'.split(
    ' ',
  ),
)

/** 0 Monday to 6 Sunday. */
export const WEEKDAYS: ByLanguage<number> = {
  en: byWord({ monday: 0, tuesday: 1, wednesday: 2, thursday: 3, friday: 4, saturday: 5, sunday: 6 }),
  de: byWord({
    montag: 0,
    dienstag: 1,
    mittwoch: 2,
    donnerstag: 3,
    freitag: 4,
    'samstag sonnabend': 5,
    sonntag: 6,
  }),
  fr: byWord({ lundi: 0, mardi: 1, mercredi: 2, jeudi: 3, vendredi: 4, samedi: 5, dimanche: 6 }),
  es: byWord({
    lunes: 0,
    martes: 1,
    'miércoles miercoles': 2,
    jueves: 3,
    viernes: 4,
    'sábado sabado': 5,
    domingo: 6,
  }),
}

/** Shortened weekdays: only with a full stop, or before a date. */
export const SHORT_WEEKDAYS: ReadonlyMap<string, number> = byWord({
  'mon mo': 0,
  'tue tues di': 1,
  'wed mi': 2,
  'thu thur thurs do': 3,
  'fri fr': 4,
  'sat sa': 5,
  'sun so': 6,
})

export type Unit =
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium'

export const UNITS: ByLanguage<Unit> = {
  en: byWord({
    'day days': 'day',
    'week weeks': 'week',
    'weekend weekends': 'weekend',
    'month months': 'month',
    'quarter quarters': 'quarter',
    'year years': 'year',
    'decade decades': 'decade',
    'century centuries': 'century',
    'millennia millennium': 'millennium',
  }),
  de: byWord({
    'tag tage tagen tages': 'day',
    'woche wochen': 'week',
    wochenende: 'weekend',
    'monat monate monaten monats': 'month',
    'quartal quartals': 'quarter',
    'jahr jahre jahren jahres': 'year',
    'jahrzehnt jahrzehnte jahrzehnten': 'decade',
    'jahrhundert jahrhunderte jahrhunderten': 'century',
  }),
  fr: byWord({
    'jour jours': 'day',
    'semaine semaines': 'week',
    'week-end weekend': 'weekend',
    mois: 'month',
    trimestre: 'quarter',
    'an ans année années': 'year',
    'décennie décennies': 'decade',
    'siècle siècles': 'century',
  }),
  es: byWord({
    'día días dia dias': 'day',
    'semana semanas': 'week',
    'mes meses': 'month',
    trimestre: 'quarter',
    'año años': 'year',
    'década décadas': 'decade',
    'siglo siglos': 'century',
  }),
}

export type Season = 'spring' | 'summer' | 'autumn' | 'winter'

export const SEASONS: ByLanguage<Season> = {
  en: byWord({
    spring: 'spring',
    'summer summers': 'summer',
    'autumn fall autumns': 'autumn',
    'winter winters': 'winter',
  }),
  de: byWord({ 'frühling frühjahr': 'spring', sommer: 'summer', herbst: 'autumn', winter: 'winter' }),
  fr: byWord({ printemps: 'spring', été: 'summer', automne: 'autumn', hiver: 'winter' }),
  es: byWord({ primavera: 'spring', verano: 'summer', otoño: 'autumn', invierno: 'winter' }),
}

/** Days beside today. */
export const DAY_WORDS: ByLanguage<number> = {
  en: byWord({ 'today tonight': 0, yesterday: -1, tomorrow: 1 }),
  de: byWord({ heute: 0, gestern: -1, vorgestern: -2, morgen: 1, übermorgen: 2 }),
  fr: byWord({ hier: -1, demain: 1 }),
  es: byWord({ hoy: 0, 'ayer anoche': -1, 'anteayer antier': -2, mañana: 1 }),
}

/** Parts of a day: they stay with the day that they follow. */
export const DAY_PARTS: ByLanguage<true> = {
  en: byWord({ 'morning afternoon evening night': true }),
  de: byWord({ 'früh morgen vormittag mittag nachmittag abend nacht': true }),
  fr: byWord({ 'matin midi soir nuit soirée': true }),
  es: byWord({ 'mañana tarde noche madrugada': true }),
}

/** Words before a period that say which one: -1 the last, 0 this, 1 the next. */
export const WHICH_BEFORE: ByLanguage<number> = {
  en: byWord({ 'last past previous preceding': -1, 'this current': 0, 'next coming following': 1 }),
  de: byWord({
    'letzte letzten letzter letztes letztem vergangene vergangenen vergangener vergangenes vergangenem vorige vorigen voriger voriges':
      -1,
    'dieser dieses diesem diese diesen': 0,
    'nächste nächsten nächster nächstes nächstem kommende kommenden kommender kommendes': 1,
  }),
  fr: byWord({ 'ce cet cette': 0 }),
  es: byWord({ 'pasado pasada último última': -1, 'este esta': 0, 'próximo próxima': 1 }),
}

/** The same behind the period: "la semaine dernière", "el mes pasado". */
export const WHICH_AFTER: ByLanguage<number> = {
  en: new Map(),
  de: new Map(),
  fr: byWord({ 'dernier dernière passé passée': -1, 'prochain prochaine': 1 }),
  es: byWord({ 'pasado pasada': -1, 'próximo próxima': 1 }),
}

/** What stands between two ends: "from 3 to 5", "3. bis 5.", "du 3 au 5", "del 3 al 5", and a dash. */
export const RANGE_WORDS: ReadonlySet<string> = new Set([
  '-',
  '–',
  '—',
  '‐',
  '‑',
  'to',
  'through',
  'thru',
  'until',
  'till',
  'bis',
  'au',
  'al',
  'à',
  'hasta',
])
