import type { Reader } from '#store/store.ts'
import { answeredAmong } from '../answers/store.ts'
import type { ShownDetails } from '../details/model.ts'
import type { Prefixes } from '../prefixes/model.ts'
import { tagsOf } from '../tags/store.ts'
import type { Thread } from '../threads/model.ts'

/** What is said of threads in a list, by their ids: one query for their tags, and one where there are questions. */
export async function detailsOfThreads(
  db: Reader,
  prefixes: Prefixes,
  threads: readonly Thread[],
): Promise<Map<number, ShownDetails>> {
  const tags = await tagsOf(
    db,
    threads.map(thread => thread.id),
  )
  const answered = await answeredAmong(db, threads)
  return new Map(
    threads.map(({ id, kind, prefixId, sourceUrl }) => [
      id,
      {
        ...{ kind, sourceUrl, tags: tags.get(id) ?? [], isAnswered: answered.has(id) },
        prefix: prefixId === null ? undefined : prefixes.get(prefixId),
      },
    ]),
  )
}
