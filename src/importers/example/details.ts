import type { ThreadKind } from '#forum/kinds/model.ts'
import type { Tone } from '#forum/prefixes/model.ts'

/** What a thread of the example is besides its posts. */
export interface ExampleDetails {
  readonly kind?: ThreadKind
  /** The page that an article is about. */
  readonly sourceUrl?: string
  /** The number of the post that answers a question. */
  readonly answer?: number
  /** A key of `PREFIXES`. */
  readonly prefix?: keyof typeof PREFIXES
  /** With commas between them. */
  readonly tags?: string
  readonly poll?: ExamplePoll
}

/** A poll under a first post, and which member chose which options, by their places from 0. */
export interface ExamplePoll {
  readonly question: string
  readonly options: readonly string[]
  readonly mostChoices?: number
  readonly hiddenUntilVoted?: boolean
  readonly votes: Readonly<Record<string, readonly number[]>>
}

/** Words before titles, and the boards in which they can be chosen. */
export const PREFIXES = {
  checked: { name: 'Checked', tone: 'good', boards: ['harbour', 'figures', 'sources'] },
  long: { name: 'Long read', tone: 'plain', boards: ['harbour', 'assemblies', 'water'] },
  german: { name: 'Wortwahl', tone: 'accent', boards: ['german'] },
  arabic: { name: 'مفردات', tone: 'accent', boards: ['arabic'] },
} as const satisfies Record<string, { name: string; tone: Tone; boards: readonly string[] }>

/** By the keys of the threads; those that are not here are discussions without anything. */
export const DETAILS: Readonly<Record<string, ExampleDetails>> = {
  strike: { tags: 'Aldersund, strike' },
  counts: { prefix: 'long', tags: 'Aldersund' },
  anniversary: { prefix: 'long', tags: 'Aldersund, sources' },
  vote: { tags: 'Aldersund, strike' },
  clauses: { tags: 'Aldersund, strike' },
  audit: {
    ...{ kind: 'article', sourceUrl: 'https://audit-court.quillon.example/2026-04' },
    ...{ prefix: 'checked', tags: 'Aldersund, figures' },
  },
  million: { kind: 'question', answer: 2, prefix: 'checked', tags: 'Aldersund, figures' },
  points: { tags: 'figures' },
  marks: { tags: 'quotation marks' },
  merkhaot: { tags: 'quotation marks' },
  'weather-all': { tags: 'weather' },
  weather: {
    tags: 'weather',
    poll: {
      question: 'Where shall the weather go?',
      options: ['A board of its own', 'One thread in The galley', 'Wherever it rains'],
      votes: {
        ...{ nino: [0], leilani: [0], jonas: [2], tomas: [2], zofia: [1], maren: [1] },
        ...{ sorcha: [1], eleni: [0], bram: [2], pelikan: [1], tamsin: [1] },
      },
    },
  },
  einigung: { kind: 'question', answer: 2, prefix: 'german', tags: 'Wörter' },
  dienstplan: {
    ...{ prefix: 'german', tags: 'Wörter, Übersetzen' },
    poll: {
      question: 'Welche Fassung ist die beste?',
      options: ['Fahrplan', 'Dienstplan', 'Schichtplan'],
      hiddenUntilVoted: true,
      votes: { pelikan: [1], hannes: [1], ines: [1], zofia: [2] },
    },
  },
  mina: { prefix: 'arabic', tags: 'ترجمة' },
  matar: {
    ...{ prefix: 'arabic', tags: 'كلمات' },
    poll: {
      question: 'متى يوصف الحدث بأنه تاريخي؟',
      options: ['بعد عام كامل', 'بعد جيل', 'حين ينقطع المكيّف'],
      mostChoices: 2,
      votes: { salim: [0], layla: [0, 2], naama: [1, 2], eleni: [1] },
    },
  },
}
