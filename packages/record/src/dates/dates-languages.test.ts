import { describe, expect, it } from 'vitest'
import { datesIn } from './dates.ts'

/** Wednesday, 7 May 2025. */
const POST = '2025-05-07'

/** A sentence around the words tells the language. */
const AROUND: Record<string, (words: string) => string> = {
  German: words => `Das war nach dem Bericht ${words} und nicht bei der Mühle.`,
  French: words => `Le pont est dans le rapport ${words} et les moulins sont une ruine.`,
  Spanish: words => `El puente que se abre ${words} y los molinos del pueblo.`,
}

describe.each<[string, readonly [string, string, string][]]>([
  [
    'German',
    [
      ['am 4. Mai 2025', '4. Mai 2025', '2025-05-04'],
      ['am 4. Mai', '4. Mai', '2025-05-04'],
      ['am 1. Jänner 2024', '1. Jänner 2024', '2024-01-01'],
      ['Montag, den 5. Mai 2025', 'Montag, den 5. Mai 2025', '2025-05-05'],
      ['am 4.5.2025', '4.5.2025', '2025-05-04'],
      ['am 24.8.', '24.8.', '2024-08-24'],
      ['vom 3. bis 5. Mai 2025', '3. bis 5. Mai 2025', '2025-05-03/2025-05-05'],
      ['im März 2024', 'März 2024', '2024-03'],
      ['im Mai', 'Mai', '2025-05'],
      ['im Jahr 2000', '2000', '2000'],
      ['in den 1980er Jahren', '1980er Jahren', '1980-01-01/1989-12-31'],
      ['in den 80er Jahren', '80er Jahren', '1980-01-01/1989-12-31'],
      ['in den 90ern', '90ern', '1990-01-01/1999-12-31'],
      ['am Dienstagabend', 'Dienstagabend', '2025-05-06'],
      ['Dienstag nächster Woche', 'Dienstag nächster Woche', '2025-05-13'],
      ['im 19. Jahrhundert', '19. Jahrhundert', '1800-01-01/1899-12-31'],
      ['im Sommer 2012', 'Sommer 2012', '2012-06/2012-09'],
      ['44 v. Chr.', '44 v. Chr.', '-0044'],
      ['im Zweiten Weltkrieg', 'Zweiten Weltkrieg', '1939-09-01/1945-09-02'],
      ['am 4. Mai 2025 um 14.30 Uhr', '4. Mai 2025 um 14.30 Uhr', '2025-05-04T14:30'],
      ['um 14 Uhr am 4. Mai 2025', '14 Uhr am 4. Mai 2025', '2025-05-04T14:00'],
      ['heute', 'heute', '2025-05-07'],
      ['gestern', 'gestern', '2025-05-06'],
      ['vorgestern', 'vorgestern', '2025-05-05'],
      ['übermorgen', 'übermorgen', '2025-05-09'],
      ['letzte Woche', 'letzte Woche', '2025-04-28/2025-05-04'],
      ['letzten Dienstag', 'letzten Dienstag', '2025-05-06'],
      ['nächsten Monat', 'nächsten Monat', '2025-06'],
      ['im vergangenen Jahr', 'vergangenen Jahr', '2024'],
      ['in diesem Jahr', 'diesem Jahr', '2025'],
      ['am Dienstag', 'Dienstag', '2025-05-06'],
      ['vor zwei Wochen', 'vor zwei Wochen', '2025-04-23'],
      ['vor zwanzig Jahren', 'vor zwanzig Jahren', '2005'],
      ['in den letzten fünf Jahren', 'letzten fünf Jahren', '2020/2025'],
      ['zu Weihnachten 2020', 'Weihnachten 2020', '2020-12-25'],
    ],
  ],
  [
    'French',
    [
      ['le 4 mai 2025', '4 mai 2025', '2025-05-04'],
      ['le 1er mai 2025', '1er mai 2025', '2025-05-01'],
      ['mardi 6 mai', 'mardi 6 mai', '2025-05-06'],
      ['du 3 au 5 mai 2025', '3 au 5 mai 2025', '2025-05-03/2025-05-05'],
      ['en août 2024', 'août 2024', '2024-08'],
      ['en mars', 'mars', '2025-03'],
      ['en 2000', '2000', '2000'],
      ['dans les années 80', 'années 80', '1980-01-01/1989-12-31'],
      ['au XIXe siècle', 'XIXe siècle', '1800-01-01/1899-12-31'],
      ['en été 2012', 'été 2012', '2012-06/2012-09'],
      ['en 50 av. J.-C.', '50 av. J.-C.', '-0050'],
      ['le 4 mai 2025 à 14h30', '4 mai 2025 à 14h30', '2025-05-04T14:30'],
      ['le 04/05/2025', '04/05/2025', '2025-05-04'],
      ['hier', 'hier', '2025-05-06'],
      ['aujourd’hui', 'aujourd’hui', '2025-05-07'],
      ['avant-hier', 'avant-hier', '2025-05-05'],
      ['après-demain', 'après-demain', '2025-05-09'],
      ['la semaine dernière', 'semaine dernière', '2025-04-28/2025-05-04'],
      ['mardi dernier', 'mardi dernier', '2025-05-06'],
      ['l’an dernier', 'an dernier', '2024'],
      ['le mois prochain', 'mois prochain', '2025-06'],
      ['cette année', 'cette année', '2025'],
      ['ce matin', 'ce matin', '2025-05-07'],
      ['il y a deux ans', 'il y a deux ans', '2023'],
      ['il y a 10 jours', 'il y a 10 jours', '2025-04-27'],
    ],
  ],
  [
    'Spanish',
    [
      ['el 4 de mayo de 2025', '4 de mayo de 2025', '2025-05-04'],
      ['el 1 de mayo del 2025', '1 de mayo del 2025', '2025-05-01'],
      ['el martes 6 de mayo', 'martes 6 de mayo', '2025-05-06'],
      ['del 3 al 5 de mayo de 2025', '3 al 5 de mayo de 2025', '2025-05-03/2025-05-05'],
      ['en mayo de 2025', 'mayo de 2025', '2025-05'],
      ['en marzo', 'marzo', '2025-03'],
      ['en 2000', '2000', '2000'],
      ['en los años 80', 'años 80', '1980-01-01/1989-12-31'],
      ['en la década de 1980', 'década de 1980', '1980-01-01/1989-12-31'],
      ['en el siglo XIX', 'siglo XIX', '1800-01-01/1899-12-31'],
      ['en el verano de 2012', 'verano de 2012', '2012-06/2012-09'],
      ['en 44 a. C.', '44 a. C.', '-0044'],
      ['el 4 de mayo de 2025 a las 14:00', '4 de mayo de 2025 a las 14:00', '2025-05-04T14:00'],
      ['hoy', 'hoy', '2025-05-07'],
      ['ayer', 'ayer', '2025-05-06'],
      ['mañana', 'mañana', '2025-05-08'],
      ['la semana pasada', 'semana pasada', '2025-04-28/2025-05-04'],
      ['el martes pasado', 'martes pasado', '2025-05-06'],
      ['el año pasado', 'año pasado', '2024'],
      ['el próximo mes', 'próximo mes', '2025-06'],
      ['el mes que viene', 'mes que viene', '2025-06'],
      ['este año', 'este año', '2025'],
      ['hace dos años', 'hace dos años', '2023'],
      ['hace 10 días', 'hace 10 días', '2025-04-27'],
    ],
  ],
])('%s', (language, rows) => {
  it.each(rows)('%s', (words, found, value) => {
    const text = AROUND[language]!(words)
    expect(datesIn(text, POST).map(each => [text.slice(each.start, each.end), each.value])).toEqual([
      [found, value],
    ])
  })

  it('has the same time between two whole dates', () => {
    const text = AROUND[language]!('2014–2016')
    expect(datesIn(text, POST).map(({ value }) => value)).toEqual(['2014', '2016'])
  })
})

describe('no dates', () => {
  it.each([
    ['German', 'am Morgen'],
    ['German', '2000 Menschen'],
    ['German', '1.234 Häuser'],
    ['German', 'jeden Dienstag'],
    ['German', 'im Herbst'],
    ['French', 'sur Mars'],
    ['French', '2000 personnes'],
    ['Spanish', 'por la mañana'],
    ['Spanish', '2000 personas'],
  ])('%s: %s', (language, words) => {
    expect(datesIn(AROUND[language]!(words), POST)).toEqual([])
  })
})

describe('another language than that of the text', () => {
  it.each([
    ['The sign says 4. Mai 2025 and they laughed at it.', '4. Mai 2025', '2025-05-04'],
    ['The sign says 4 de mayo de 2025 and they laughed.', '4 de mayo de 2025', '2025-05-04'],
    ['The sign says février 2025 and they laughed at it.', 'février 2025', '2025-02'],
    ['Das Schild von May 4, 2025 ist nicht das der Mühle.', 'May 4, 2025', '2025-05-04'],
  ])('is read where day or year stand beside the month: %s', (text, words, value) => {
    expect(datesIn(text, POST).map(each => [text.slice(each.start, each.end), each.value])).toEqual([
      [words, value],
    ])
  })
})
