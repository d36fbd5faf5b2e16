import type { WrittenLanguage } from '../text/written-language.ts'

const table = (rows: readonly (readonly [string, string])[]): ReadonlyMap<string, string> => {
  const map = new Map<string, string>()
  for (const [unit, words] of rows) for (const word of words.split(' ')) map.set(word, unit)
  return map
}

/** Signs before or behind an amount, and the ISO 4217 code that they mostly stand for. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    $: 'USD',
    '€': 'EUR',
    '£': 'GBP',
    '¥': 'JPY',
    '₹': 'INR',
    '₽': 'RUB',
    '₩': 'KRW',
    '₺': 'TRY',
    '₴': 'UAH',
    '₪': 'ILS',
    '₫': 'VND',
    '₱': 'PHP',
    '฿': 'THB',
    '₿': 'BTC',
  }),
)

/** Letters that touch a dollar sign and say whose dollar it is: "US$", "$A", "HK $". */
export const DOLLARS: ReadonlyMap<string, string> = table([
  ['USD', 'us u'],
  ['AUD', 'a au aus'],
  ['CAD', 'c ca can'],
  ['HKD', 'hk'],
  ['NZD', 'nz'],
  ['SGD', 's'],
  ['TWD', 'nt'],
  ['BRL', 'r'],
  ['MXN', 'mx mex'],
])

/** Currency codes (ISO 4217) and letters used like signs, in capitals. */
export const CURRENCY_CODES: ReadonlyMap<string, string> = new Map(
  'USD EUR GBP JPY CHF CAD AUD NZD CNY RMB INR RUB BRL MXN KRW SEK NOK DKK PLN CZK HUF TRY ILS ZAR SGD HKD UAH BTC THB MYR AED SAR'
    .split(' ')
    .map((code): [string, string] => [code, code === 'RMB' ? 'CNY' : code])
    .concat([
      ['RM', 'MYR'],
      ['Rs', 'INR'],
      ['Fr', 'CHF'],
      ['SFr', 'CHF'],
      ['PS', 'GBP'],
    ]),
)

/** Money in words; before "dollars" a people may stand, which the words before it tell. */
const MONEY = [
  ['USD', 'dollar dollars bucks dólar dólares'],
  ['EUR', 'euro euros'],
  ['GBP', 'quid sterling'],
  ['pounds', 'pound pounds pfund livre livres libra libras'],
  ['JPY', 'yen'],
  ['CHF', 'franken'],
  ['francs', 'franc francs'],
  ['CNY', 'yuan renminbi'],
  ['INR', 'rupee rupees rupien'],
  ['RUB', 'rouble roubles ruble rubles rubel'],
  ['ILS', 'shekel shekels schekel'],
  ['KRW', 'won'],
  ['pesos', 'peso pesos'],
  ['crowns', 'crown crowns krona kronor krone kroner kronen'],
  ['riyals', 'riyal riyals'],
  ['lira', 'lira liras'],
  ['ringgit', 'ringgit'],
  ['sen', 'sen'],
  ['cents', 'cent cents centimes centavos céntimos'],
  ['pence', 'pence penny'],
  ['BTC', 'bitcoin bitcoins'],
] as const

const MEASURES = [
  [
    'km',
    'km kms kilometer kilometers kilometre kilometres kilometern kilomètre kilomètres kilómetro kilómetros',
  ],
  ['m', 'meter meters metre metres metern mètre mètres metro metros'],
  ['cm', 'cm centimeter centimeters centimetre centimetres zentimeter zentimetern centimètres centímetros'],
  ['mm', 'mm millimeter millimeters millimetre millimetres millimetern millimètres milímetros'],
  ['mi', 'mile miles meile meilen milles millas'],
  ['ft', 'ft foot feet'],
  ['in', 'inch inches zoll'],
  ['yd', 'yard yards yd yds'],
  ['kg', 'kg kgs kilo kilos kilogram kilograms kilogramm kilogramme kilogrammes kilogramo kilogramos'],
  ['g', 'gram grams gramm gramme grammes gramo gramos'],
  ['mg', 'mg milligram milligrams milligramm'],
  ['lb', 'lb lbs'],
  ['oz', 'oz ounce ounces unze unzen'],
  ['t', 'ton tons tonne tonnes tonnen toneladas'],
  ['L', 'liter liters litre litres litern litros'],
  ['ml', 'ml milliliter millilitres milliliters'],
  ['gallons', 'gallon gallons gal'],
  ['pints', 'pint pints'],
  ['quarts', 'quart quarts'],
  ['barrels', 'barrel barrels bbl barrils barriles'],
  ['bushels', 'bushel bushels'],
  ['acres', 'acre acres'],
  ['ha', 'hectare hectares hektar hectáreas'],
  ['W', 'watt watts'],
  ['kW', 'kw kilowatt kilowatts'],
  ['MW', 'mw megawatt megawatts'],
  ['GW', 'gw gigawatt gigawatts'],
  ['kWh', 'kwh'],
  ['MWh', 'mwh'],
  ['hp', 'hp bhp horsepower ps'],
  ['V', 'volt volts'],
  ['A', 'amp amps ampere amperes'],
  ['Hz', 'hz hertz'],
  ['kHz', 'khz kilohertz'],
  ['MHz', 'mhz megahertz'],
  ['GHz', 'ghz gigahertz'],
  ['KB', 'kb kilobytes'],
  ['MB', 'mb megabyte megabytes'],
  ['GB', 'gb gigabyte gigabytes'],
  ['TB', 'tb terabyte terabytes'],
  ['Mbps', 'mbps'],
  ['Gbps', 'gbps'],
  ['kcal', 'kcal calories kalorien'],
  ['mph', 'mph'],
  ['mpg', 'mpg'],
  ['km/h', 'kph kmh'],
  ['knots', 'knots knot'],
  ['rpm', 'rpm'],
  ['ppm', 'ppm'],
  ['ppb', 'ppb'],
  ['dB', 'db decibels'],
  ['s', 'second seconds sec secs sekunde sekunden seconde secondes segundo segundos'],
  ['ms', 'ms milliseconds'],
  ['min', 'minute minutes min mins minuten minuto minutos'],
  ['h', 'hour hours hrs hr stunde stunden heure heures hora horas'],
  ['days', 'day days tag tage tagen jour jours día días'],
  ['weeks', 'week weeks woche wochen semaine semaines semana semanas'],
  ['months', 'month months monat monate monaten mois mes meses'],
  ['years', 'year years jahr jahre jahren an ans année années año años'],
  ['decades', 'decade decades jahrzehnte jahrzehnten décennies décadas'],
  ['centuries', 'century centuries jahrhunderte jahrhunderten siècles siglos'],
  ['basis points', 'bps bp'],
  ['°C', 'celsius'],
  ['°F', 'fahrenheit'],
] as const

/** Units that are told by their word alone. */
export const UNIT_WORDS: ReadonlyMap<string, string> = table([...MONEY, ...MEASURES])

/** Short units only behind digits, as they are written: "5 W", "30 m", "200p". */
export const SHORT_UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    m: 'm',
    g: 'g',
    t: 't',
    l: 'L',
    L: 'L',
    W: 'W',
    V: 'V',
    A: 'A',
    F: 'F',
    K: 'K',
    N: 'N',
    J: 'J',
    s: 's',
    h: 'h',
    p: 'pence',
    c: 'cents',
    MP: 'MP',
    G: 'G',
    x: 'times',
    kn: 'knots',
    Wh: 'Wh',
    mAh: 'mAh',
    Nm: 'Nm',
    nm: 'nm',
    ct: 'cents',
  }),
)

/** "per cent", "pour cent", "por ciento", "Prozent": whole phrases for a hundredth. */
export const PERCENT_WORDS: Readonly<Record<WrittenLanguage, readonly string[]>> = {
  en: ['percent', 'pct', 'per cent'],
  de: ['prozent', 'percent'],
  fr: ['pour cent'],
  es: ['por ciento'],
}

/** What a rate is per: "$3 a barrel", "40 miles an hour", "2 Euro pro Kilo". */
export const PER: ReadonlySet<string> = new Set(['per', 'a', 'an', 'pro', 'je', 'par', 'por', '/'])

/** Units of temperature and of angle by the word behind "degrees". */
export const DEGREES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    c: '°C',
    celsius: '°C',
    centigrade: '°C',
    f: '°F',
    fahrenheit: '°F',
    k: 'K',
    kelvin: 'K',
  }),
)

/** Units that a rate is counted in, and nothing else that follows "a": "a day", but not "a man". */
export const RATE_UNITS: ReadonlySet<string> = new Set(
  'second minute hour day night week weekend month quarter year decade century barrel gallon litre liter ounce pound ton tonne kilo kilogram gram share person head capita acre mile kilometre kilometer unit piece bushel game match tag woche monat jahr stunde minute sekunde person kopf liter jour mois semaine heure personne an día mes año semana hora persona litro seconde'.split(
    ' ',
  ),
)

/** Whose money it is: "Danish crowns", "Swiss francs", "Hong Kong dollars". */
export const PEOPLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    danish: 'DKK',
    norwegian: 'NOK',
    swedish: 'SEK',
    czech: 'CZK',
    swiss: 'CHF',
    schweizer: 'CHF',
    canadian: 'CAD',
    australian: 'AUD',
    american: 'USD',
    us: 'USD',
    british: 'GBP',
    mexican: 'MXN',
    turkish: 'TRY',
    indian: 'INR',
    russian: 'RUB',
    japanese: 'JPY',
    chinese: 'CNY',
    israeli: 'ILS',
    saudi: 'SAR',
    singapore: 'SGD',
    taiwan: 'TWD',
  }),
)
