import { monthsOf, wordsOf } from './language-words.ts'

/**
 * Names of months, as boards print them, in order from January: English, German, French, Spanish, Italian, Polish,
 * Russian, Dutch, Portuguese, Swedish, Danish, Czech, Turkish; full names, inflected names, short forms.
 */
const MONTHS: readonly string[] = [
  'january jan januar jän jänner jaenner janvier janv enero ene gennaio gen styczeń stycznia sty январь января янв januari janeiro ledna leden ocak oca',
  'february feb februar februari février fevrier févr fév fevr fev febrero febbraio luty lutego lut февраль февраля фев февр fevereiro února únor şubat şub',
  'march mar märz maerz mrz mär mars marzo marzec marca март марта мар maart mrt março marco marts března březen mart',
  'april apr avril avr abril abr aprile kwiecień kwietnia kwi апрель апреля апр dubna duben nisan nis',
  'may mai mayo maggio mag maj maja май мая mei maio května květen mayıs',
  'june jun juni juin junio giugno giu czerwiec czerwca cze июнь июня июн junho června červen haziran haz',
  'july jul juli juillet juil julio luglio lug lipiec lipca lip июль июля июл julho července červenec temmuz tem',
  'august aug août aout aoû agosto ago sierpień sierpnia sie август августа авг augustus augusti srpna srpen ağustos ağu',
  'september sept sep septembre septiembre setiembre settembre set wrzesień września wrz сентябрь сентября сен сент setembro září eylül eyl',
  'october oct oktober okt octobre octubre ottobre ott październik października paź paz октябрь октября окт outubro out října říjen ekim eki',
  'november nov novembre noviembre listopad listopada lis ноябрь ноября ноя нояб novembro kasım kas',
  'december dec dezember dez décembre decembre déc diciembre dic dicembre grudzień grudnia gru декабрь декабря дек dezembro prosince prosinec aralık ara',
]

const MONTH_OF = new Map(
  MONTHS.flatMap((words, index) => words.split(' ').map(word => [word, index + 1] as const)),
)

/** Languages whose months are known by their full names, where none of those above calls another month so. */
const OTHERS =
  'fi hu ro uk el nb bg hr sr sk sl ca gl eu lt lv et he ar fa hi id ms af sq mk is vi ka hy kk uz az'.split(
    ' ',
  )
let others: Map<string, number> | undefined

/** A word → the month it names, from 1, or null; a page's own language comes first. */
export function monthOf(word: string, language: string): number | null {
  const name = word.toLowerCase()
  const month = wordsOf(language).months.get(name) ?? MONTH_OF.get(name)
  if (month !== undefined) return month
  others ??= new Map(OTHERS.flatMap(tag => [...monthsOf(tag, ['long'])]).reverse())
  return others.get(name) ?? null
}

const TODAY =
  /today|heute|aujourd['’]hui|^hoy\b|\boggi\b|dzisiaj|dziś|сегодня|vandaag|\bhoje\b|i dag|idag|\bdnes\b|bugün/i
const YESTERDAY =
  /yesterday|gestern|\bhier\b|\bayer\b|\bieri\b|wczoraj|вчера|gisteren|\bontem\b|i går|igår|včera|\bdün\b/i

/** How many days before the saving a text such as "Yesterday, 10:12" names; null where it names none. */
export function relativeDays(text: string, language: string): number | null {
  if (YESTERDAY.test(text)) return 1
  if (TODAY.test(text)) return 0
  const lower = text.toLowerCase()
  for (const [day, days] of wordsOf(language).days) if (lower.includes(day)) return days
  return null
}

const UNITS: readonly (readonly [number, RegExp])[] = [
  [60_000, /^(?:min|минут|dakika)/i],
  [3_600_000, /^(?:hour|hr|stunde|heure|hora|or[ae]$|godzin|час|uur|uren|timm|time[rn]?$|hodin|saat)/i],
  [86_400_000, /^(?:day|tag|jour|d[ií]a|giorn|dni|dzie|д[не]н|дня|dag|dn[ůyí]|gün)/i],
  [7 * 86_400_000, /^(?:week|woche|semaine|semana|settiman|tydz|tygod|недел|veck|uge|hafta)/i],
]

/** The length, in milliseconds, of the unit a word names ("minutes", "Stunden"), or null. */
export const unitOf = (word: string, language: string): number | null =>
  wordsOf(language).units.get(word.toLowerCase()) ??
  UNITS.find(([, pattern]) => pattern.test(word))?.[0] ??
  null
