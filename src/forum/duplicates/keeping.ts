import { hashNumber } from '#base/ids.ts'
import { act, type Forum } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { addressKeyOf, firstAddressKeys } from '../addresses/model.ts'
import { CONVERSATIONS } from '../boards/model.ts'
import { LOOKED_BACK, partsOf } from './model.ts'
import { forgetKeysBefore, type Keys, type Unkeyed, unkeyedThreads, writeKeys } from './store.ts'

const AT_ONCE = 200
/** So much of a first post is looked through for its first link. */
const LOOKED_AT = 20_000

/** Makes a thread findable that was started or named otherwise. Told twice, it finds nothing left to do. */
export async function keyThread(forum: Forum, { threadId }: { readonly threadId: number }): Promise<void> {
  await keySome(forum, 1, threadId)
}

/** The same for all that are not yet, imported ones and those of before; as many as one turn takes. */
export async function keyThreads(forum: Forum): Promise<void> {
  while ((await keySome(forum, AT_ONCE)) === AT_ONCE);
}

/** Forgets by which titles old threads were found. */
export async function forgetOldKeys(forum: Forum): Promise<void> {
  const forget = () => act(forum, SYSTEM, ({ db, now }) => forgetKeysBefore(db, now - LOOKED_BACK, AT_ONCE))
  while ((await forget()) === AT_ONCE);
}

async function keySome(forum: Forum, limit: number, id?: number): Promise<number> {
  return act(forum, SYSTEM, async ({ db, now, origin }) => {
    const threads = await unkeyedThreads(db, limit, id)
    await writeKeys(
      db,
      threads.map(thread => keysOf(thread, { now, origin })),
    )
    return threads.length
  })
}

function keysOf(thread: Unkeyed, at: { now: number; origin: string | undefined }): Keys {
  const { id, title, boardId, sourceUrl, createdAt, html } = thread
  // Nobody looks for conversations.
  if (boardId === CONVERSATIONS) return { id, title, sourceUrl, hashes: [], sourceKey: '' }
  const isOld = createdAt < at.now - LOOKED_BACK
  const links = (html ?? '').slice(0, LOOKED_AT).match(/href="https?:[^"]*"/g) ?? []
  const written = links.map(link => link.slice(6, -1).replaceAll('&amp;', '&')).join('\n')
  const [first = ''] = firstAddressKeys(written, 1, at.origin)
  return {
    ...{ id, title, sourceUrl },
    hashes: isOld ? [] : [...partsOf(title)].map(hashNumber),
    sourceKey: sourceUrl === '' ? first : addressKeyOf(sourceUrl),
  }
}
