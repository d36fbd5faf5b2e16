import { sql } from 'kysely'
import { prepared } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import { KINDS, type Kind, type Reactions, SCORES } from './model.ts'

/** Posts that are asked for at once. */
const BATCH = 20
const PLACES = Array.from({ length: BATCH }, (_, index) => `post${index}` as const)

type Values = Record<(typeof PLACES)[number] | 'viewerId', number>

const count = prepared((db, values: Values) =>
  db
    .selectFrom('reactions')
    .where(
      'postId',
      'in',
      PLACES.map(place => values[place]!),
    )
    .groupBy(['postId', 'kind'])
    .select(eb => [
      'postId',
      'kind',
      eb.fn.countAll<number>().as('count'),
      eb.fn
        .max<number>(eb.case().when('memberId', '=', values.viewerId).then(sql.lit(1)).else(sql.lit(0)).end())
        .as('mine'),
    ]),
)

const isKind = (kind: string): kind is Kind => (KINDS as readonly string[]).includes(kind)

/** How often each reaction was given to each of the posts, and which one by the viewer; all of them are in the map. */
export async function reactionsOf(
  db: Reader,
  postIds: Iterable<number>,
  viewerId: number | null,
): Promise<Map<number, Reactions>> {
  const ids = [...new Set(postIds)]
  const found = new Map(
    ids.map(id => [id, { counts: { like: 0, funny: 0, disagree: 0 }, mine: null as Kind | null }]),
  )
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH)
    const places = PLACES.map((place, index) => [place, batch[index] ?? batch[0]!])
    const values = { ...Object.fromEntries(places), viewerId: viewerId ?? 0 } as Values
    for (const { postId, kind, count: times, mine } of await count(db, values)) {
      const reactions = found.get(postId)
      if (!reactions || !isKind(kind)) continue
      reactions.counts[kind] = Number(times)
      if (mine === 1) reactions.mine = kind
    }
  }
  return found
}

/** Whose reaction to which post. */
interface Given {
  readonly postId: number
  readonly memberId: number
}

const selectOwn = prepared((db, { postId, memberId }: Given) =>
  db
    .selectFrom('reactions')
    .select(['kind', 'score'])
    .where('postId', '=', postId)
    .where('memberId', '=', memberId),
)

/** What somebody gave to a post. */
export async function findReaction(
  db: Reader,
  given: Given,
): Promise<{ kind: string; score: number } | undefined> {
  const [row] = await selectOwn(db, given)
  return row
}

const upsert = prepared((db, row: Given & { kind: Kind; score: number; at: number }) => {
  const { postId, memberId, kind, score, at } = row
  return db
    .insertInto('reactions')
    .values({ postId, memberId, kind, score, at })
    .onConflict(conflict =>
      conflict.columns(['postId', 'memberId']).doUpdateSet(eb => ({
        kind: eb.ref('excluded.kind'),
        score: eb.ref('excluded.score'),
        at: eb.ref('excluded.at'),
      })),
    )
})

/** Writes what somebody gives to a post, in place of what they gave before; → what it scores. */
export async function setReaction(db: Writer, reaction: Given & { kind: Kind; at: number }): Promise<number> {
  const score = SCORES[reaction.kind]
  await upsert(db, { ...reaction, score })
  return score
}

/** Takes back what somebody gave to a post. */
export async function removeReaction(db: Writer, { postId, memberId }: Given): Promise<void> {
  await db.deleteFrom('reactions').where('postId', '=', postId).where('memberId', '=', memberId).execute()
}
