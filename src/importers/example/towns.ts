const HEADS = [
  'Al',
  'Bran',
  'Cor',
  'Dun',
  'El',
  'Fen',
  'Gar',
  'Hol',
  'Il',
  'Kel',
  'Lor',
  'Mar',
  'Nor',
  'Or',
  'Quil',
  'Skar',
]
const MIDDLES = ['a', 'de', 'en', 'i', 'ka', 'li', 'mo', 'ne', 'or', 'ra', 'su', 'ti', 'u', 've', 'wi', 'zo']
const TAILS = [
  'by',
  'dal',
  'ford',
  'gate',
  'holm',
  'lund',
  'mere',
  'ness',
  'port',
  'row',
  'stad',
  'sund',
  'ton',
  'vale',
  'wick',
  'worth',
]

/** How many invented towns there are: enough that an index meets rare words too. */
export const TOWNS = HEADS.length * MIDDLES.length * TAILS.length

/** Index, below `TOWNS` → the name of the town, each another one. */
export const townOf = (index: number): string => NAMES[index] as string

const NAMES = HEADS.flatMap(head => MIDDLES.flatMap(middle => TAILS.map(tail => head + middle + tail)))
