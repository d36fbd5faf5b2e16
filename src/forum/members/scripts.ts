/** Scripts in use today (UAX #31, tables 5 and 7), by their names in Unicode. */
const SCRIPTS =
  'Latin Cyrillic Greek Arabic Armenian Bengali Devanagari Ethiopic Georgian Gujarati Gurmukhi Hebrew Kannada Khmer Lao Malayalam Myanmar Oriya Sinhala Tamil Telugu Thaana Thai Tibetan Adlam Balinese Bamum Batak Canadian_Aboriginal Cham Cherokee Chakma Hanifi_Rohingya Javanese Kayah_Li Lepcha Limbu Lisu Meetei_Mayek Miao Mongolian New_Tai_Lue Nko Nyiakeng_Puachue_Hmong Ol_Chiki Osage Saurashtra Sundanese Syloti_Nagri Syriac Tai_Le Tai_Tham Tai_Viet Tifinagh Vai Wancho Yi'.split(
    ' ',
  )

/** What stands together in the writing of one language, Latin letters with it (UTS #39, "highly restrictive"). */
const TOGETHER = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
]

const extended = (scripts: readonly string[]): string =>
  scripts.map(script => `\\p{Script_Extensions=${script}}`).join('')

const wholly = (scripts: readonly string[]): RegExp =>
  new RegExp(`^[${extended(['Common', 'Inherited', ...scripts])}]*$`, 'u')

let known: { whole: readonly RegExp[]; any: RegExp } | undefined

/**
 * Whether all letters of a text come from one script, or from those that are written side by side in Chinese, Japanese or
 * Korean. A script that nobody writes with today counts as one with all others of that kind.
 */
export function isOfOneScript(text: string): boolean {
  known ??= {
    whole: [...SCRIPTS.map(script => [script]), ...TOGETHER].map(wholly),
    any: new RegExp(`[${extended([...SCRIPTS, ...new Set(TOGETHER.flat())])}]`, 'u'),
  }
  return known.whole.some(pattern => pattern.test(text)) || !known.any.test(text)
}
