import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figuresIn } from './figures.ts'

/** A sentence around the words tells the language. */
const AROUND: Record<string, (words: string) => string> = {
  German: words => `Das ist nach dem Bericht nicht so: ${words}, und die Mühle ist zu.`,
  French: words => `Le pont est dans le rapport avec les moulins: ${words}, et les murs.`,
  Spanish: words => `El puente que se abre en el pueblo con los molinos: ${words}, y los muros.`,
}
const read = (text: string) =>
  figuresIn(text).map(({ start, end, ...rest }) => ({ words: text.slice(start, end), ...rest }))

describe.each<[string, readonly (readonly [text: string, words: string, value: number, rest: object])[]]>([
  [
    'German',
    [
      ['1.234.567 Menschen', '1.234.567', 1_234_567, { counts: 'Menschen' }],
      ['1.000 Häuser', '1.000', 1_000, { counts: 'Häuser' }],
      ['12,5 Prozent', '12,5 Prozent', 12.5, { unit: '%' }],
      ['rund 3 Mio. Euro', 'rund 3 Mio. Euro', 3_000_000, { unit: 'EUR', change: 'about' }],
      ['ca. 300 Personen', 'ca. 300', 300, { counts: 'Personen', change: 'about' }],
      ['2,5 Mrd. Euro', '2,5 Mrd. Euro', 2_500_000_000, { unit: 'EUR' }],
      ['3,5 Millionen Menschen', '3,5 Millionen', 3_500_000, { counts: 'Menschen' }],
      ['eine Million Euro', 'eine Million Euro', 1_000_000, { unit: 'EUR' }],
      ["1'000 Franken", "1'000 Franken", 1_000, { unit: 'CHF' }],
      ['zweihundertfünf Menschen', 'zweihundertfünf', 205, { counts: 'Menschen' }],
      ['zwischen drei und fünf Hunde', 'drei und fünf', 3, { to: 5, counts: 'Hunde' }],
      ['fünf bis sieben Jahre', 'fünf bis sieben Jahre', 5, { to: 7, unit: 'years' }],
      ['mindestens 20 Tote', 'mindestens 20', 20, { change: 'over', counts: 'Tote' }],
      ['bis zu 400 Stellen', 'bis zu 400', 400, { change: 'under', counts: 'Stellen' }],
      ['stieg um 3 Prozent', '3 Prozent', 3, { change: 'up', unit: '%' }],
      ['fiel um 2,5 Prozentpunkte', '2,5 Prozentpunkte', 2.5, { change: 'down', unit: 'percentage points' }],
      ['die Hälfte der Wähler', 'Hälfte', 0.5, { counts: 'Wähler' }],
      ['zwei Drittel der Stimmen', 'zwei Drittel', 2 / 3, { counts: 'Stimmen' }],
      ['minus 5 Grad', 'minus 5 Grad', -5, { unit: 'degrees' }],
      ['40 km/h', '40 km/h', 40, { unit: 'km/h' }],
      ['12 Stimmen reichten', '12', 12, { counts: 'Stimmen' }],
    ],
  ],
  [
    'French',
    [
      ['1 234 567 habitants', '1 234 567', 1_234_567, { counts: 'habitants' }],
      ['1\u202f234 habitants', '1\u202f234', 1_234, { counts: 'habitants' }],
      ['12,5 %', '12,5 %', 12.5, { unit: '%' }],
      ['12 pour cent', '12 pour cent', 12, { unit: '%' }],
      ['3,5 millions d’euros', '3,5 millions d’euros', 3_500_000, { unit: 'EUR' }],
      ['un million d’euros', 'un million d’euros', 1_000_000, { unit: 'EUR' }],
      ['environ 300 personnes', 'environ 300', 300, { change: 'about', counts: 'personnes' }],
      ['plus de 1 000 emplois', 'plus de 1 000', 1_000, { change: 'over', counts: 'emplois' }],
      ['moins de 20 cas', 'moins de 20', 20, { change: 'under', counts: 'cas' }],
      ['la moitié des électeurs', 'moitié', 0.5, { counts: 'électeurs' }],
      ['deux tiers des voix', 'deux tiers', 2 / 3, { counts: 'voix' }],
      ['entre trois et cinq chiens', 'trois et cinq', 3, { to: 5, counts: 'chiens' }],
      ['cinq à sept ans', 'cinq à sept ans', 5, { to: 7, unit: 'years' }],
      ['quatre-vingt-dix personnes', 'quatre-vingt-dix', 90, { counts: 'personnes' }],
      ['un sur trois', 'un sur trois', 1 / 3, {}],
    ],
  ],
  [
    'Spanish',
    [
      ['1.234.567 habitantes', '1.234.567', 1_234_567, { counts: 'habitantes' }],
      ['12,5 %', '12,5 %', 12.5, { unit: '%' }],
      ['12 por ciento', '12 por ciento', 12, { unit: '%' }],
      ['3,5 millones de euros', '3,5 millones de euros', 3_500_000, { unit: 'EUR' }],
      ['mil millones de dólares', 'mil millones de dólares', 1_000_000_000, { unit: 'USD' }],
      ['unas 300 personas', 'unas 300', 300, { change: 'about', counts: 'personas' }],
      ['más de 1.000 empleos', 'más de 1.000', 1_000, { change: 'over', counts: 'empleos' }],
      ['la mitad de los votantes', 'mitad', 0.5, { counts: 'votantes' }],
      ['entre tres y cinco perros', 'tres y cinco', 3, { to: 5, counts: 'perros' }],
      ['de cinco a siete años', 'cinco a siete años', 5, { to: 7, unit: 'years' }],
      ['treinta y dos personas', 'treinta y dos', 32, { counts: 'personas' }],
      ['subió un 3 %', '3 %', 3, { change: 'up', unit: '%' }],
      ['uno de cada tres', 'uno de cada tres', 1 / 3, {}],
    ],
  ],
])('%s', (language, rows) => {
  it.each(rows)('%s', (text, words, value, rest) => {
    const figures = read(AROUND[language]!(text))
    expect(figures).toHaveLength(1)
    expect(figures[0]!.value).toBeCloseTo(value, 9)
    expect(figures[0]).toMatchObject({ words, to: null, change: null, unit: '', ...rest })
  })
})

describe('no figures', () => {
  it.each([
    ['German', 'am 4. Mai im 19. Jahrhundert'],
    ['German', 'Artikel 5, Seite 12, § 3 Abs. 2'],
    ['German', 'ihr 2. Platz'],
    ['German', 'um 14 Uhr'],
    ['German', 'Dutzende, Hunderte'],
    ['French', 'le 4 mai au XIXe siècle'],
    ['French', 'à 14 h'],
    ['Spanish', 'el 4 de mayo'],
    ['Spanish', 'la página 12'],
  ])('%s: %s', (language, words) => {
    expect(read(AROUND[language]!(words))).toEqual([])
  })
})

describe('printed amounts come back', () => {
  it.each([
    ['German', 'de-DE'],
    ['French', 'fr-FR'],
    ['Spanish', 'es-ES'],
  ])('%s', (language, locale) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 999_999_999 }),
        fc.integer({ min: 0, max: 9 }),
        (whole, tenth) => {
          const value = whole + tenth / 10
          const printed = value.toLocaleString(locale)
          expect(
            read(AROUND[language]!(`${printed} km`)).map(({ words, value: found, unit }) => [
              words,
              found,
              unit,
            ]),
          ).toEqual([[`${printed} km`, value, 'km']])
        },
      ),
    )
  })
})
