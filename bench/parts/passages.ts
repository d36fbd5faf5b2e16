import { sql } from 'kysely'
import { holdersOf, insertFingerprints, placesOf } from '../../src/forum/passages/store.ts'
import { prepared } from '../../src/store/prepared.ts'
import type { Store } from '../../src/store/store.ts'
import type { Figure } from '../figures.ts'
import { drawing, idOfPlace, LONG, printsOf, TYPICAL } from '../fingerprints/drawn.ts'
import { type Filled, openFilled } from '../fingerprints/filled.ts'
import { quantile } from '../statistics.ts'

const QUESTIONS = 2000
/** Posts that are kept in one transaction, and how many such batches are measured. */
const BATCH = 50
const BATCHES = 40
const MOST_US = 2000

/** Microseconds that each of some questions took, sorted. What is asked is drawn before the time is taken. */
async function timesOf<Question>(
  questions: Iterable<Question>,
  ask: (question: Question) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = []
  for (const question of questions) {
    const before = performance.now()
    await ask(question)
    times.push(1000 * (performance.now() - before))
  }
  return times.sort((one, other) => one - other)
}

/** The fingerprints of posts, long or not, somewhere among all that were drawn. */
function* somewhere(posts: number, mean: number): Generator<number[]> {
  const draw = drawing(7)
  for (let question = 0; question < QUESTIONS; question++) yield printsOf(Math.floor(draw() * posts), mean)
}

const figuresOf = (what: string, times: readonly number[], most?: number): Figure[] => [
  { what, value: quantile(times, 0.5), unit: 'µs' },
  {
    ...{ what: '  95 of 100 within', value: quantile(times, 0.95), unit: 'µs' },
    ...(most !== undefined && { goal: { most } }),
  },
]

const oneRow = prepared((db, { id }: { id: number }) =>
  db.selectFrom('fingerprinted').select('words').where('postId', '=', id),
)

/** Asks who has the fingerprints of posts, and for single rows. */
async function asked({ read }: Store, posts: number): Promise<Figure[]> {
  const draw = drawing(7)
  const ids = Array.from({ length: QUESTIONS }, () => idOfPlace(Math.floor(draw() * posts)))
  const point = await timesOf(ids, id => oneRow(read, { id }))
  const typical = await timesOf(somewhere(posts, TYPICAL), prints => holdersOf(read, prints))
  const long = await timesOf(somewhere(posts, LONG), prints => holdersOf(read, prints))
  const whole = await timesOf(somewhere(posts, TYPICAL), async prints =>
    placesOf(read, [...(await holdersOf(read, prints)).values()].flat()),
  )
  return [
    ...figuresOf('  one row by its key, beside it', point),
    ...figuresOf('  who has the fingerprints of a post of 130 words', typical, MOST_US),
    ...figuresOf('  the same of a post of 6 kB', long),
    ...figuresOf('  the same of 130 words, and when and where those were written', whole),
  ]
}

/** Adds the fingerprints of posts that come after all others, batch by batch, each on the disk before the next. */
async function added(store: Store, posts: number): Promise<Figure[]> {
  const empty = await timesOf(batchesBehind(posts), () => smallCommit(store))
  const times = await timesOf(batchesBehind(posts), batch =>
    store.write.transaction().execute(async db => {
      await sql`insert into posts (id, guest_name, created_at, html, renderer, revision) values ${sql.join(
        batch.map(({ postId }) => sql`(${postId}, 'Bo', 1, '', 1, 1)`),
      )}`.execute(db)
      await insertFingerprints(db, batch)
    }),
  )
  return [
    ...figuresOf('  a commit of one row, beside it', empty),
    ...figuresOf(
      `  adding fingerprints, a post of a batch of ${BATCH}`,
      times.map(time => time / BATCH),
    ),
  ]
}

/** Batches of posts that come after all others. */
function* batchesBehind(posts: number): Generator<Parameters<typeof insertFingerprints>[1]> {
  for (let batch = 0; batch < BATCHES; batch++)
    yield Array.from({ length: BATCH }, (_, index) => {
      const place = posts + batch * BATCH + index
      return { postId: idOfPlace(place), hashes: printsOf(place), leftOut: '[]', words: 130 }
    })
}

const smallCommit = ({ write }: Store): Promise<unknown> =>
  write
    .transaction()
    .execute(db => db.updateTable('versions').set({ value: 1 }).where('name', '=', 'record').execute())

async function measured(filled: Filled, posts: number): Promise<Figure[]> {
  const bytes = (await filled.bytes()) / posts
  const asking = await asked(filled.store, posts)
  const adding = await added(filled.store, posts)
  return [...asking, ...adding, { what: '  fingerprints take, a post', value: bytes, unit: 'bytes' }]
}

/**
 * How fast posts with the same words are found, and kept, where so many posts have fingerprints, in a file of SQLite and in
 * a scratch database of a PostgreSQL; both are removed. Where there is no server that is said.
 */
export async function passageSpeed(posts: number, say: (sentence: string) => void): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const kind of ['sqlite', 'postgres'] as const) {
    const name = kind === 'sqlite' ? 'SQLite' : 'PostgreSQL'
    const before = performance.now()
    const filled = await openFilled(kind, posts)
    if (!filled) {
      say(
        `PostgreSQL WAS NOT MEASURED: no server at 127.0.0.1:5432 lets us in; name one by DATABASE_TEST_URL.`,
      )
      continue
    }
    try {
      const seconds = (performance.now() - before) / 1000
      figures.push({ what: `passages: posts with fingerprints in ${name}`, value: posts, unit: 'posts' })
      say(`${name} filled in ${seconds.toFixed(0)} s`)
      figures.push(...(await measured(filled, posts)))
    } finally {
      await filled.close()
    }
  }
  return figures
}
