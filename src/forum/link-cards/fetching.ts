import { Refused } from '#base/errors.ts'
import { threadOf } from '#base/ids.ts'
import { DAY } from '#base/time.ts'
import { act, type Forum } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { drawCardPicture } from '../files/pictures.ts'
import { addFile, removeUnusedFile, type StoredFile } from '../files/store.ts'
import { touchThread } from '../threads/store-write.ts'
import { cardText } from './model.ts'
import { readCard } from './page.ts'
import { askedAddress, forgetUnused, keepCard, linkingPosts } from './store.ts'

/** Threads whose kept pages are made old when a card is ready; the others show it when they change. */
const MOST_THREADS = 50

/** Asks a page what it says of itself, and keeps that with its picture. The page is asked once however often it runs. */
export async function fetchCard(forum: Forum, payload: unknown): Promise<void> {
  const { key } = payload as { key: string }
  const url = await askedAddress(forum.store.read, key)
  if (url === undefined) return
  const page = await forum.outgoing.readPage(url)
  const said = 'failure' in page || page.type === 'text/plain' ? null : readCard(page.text, page.url)
  const text = said && cardText(said)
  const picture = text && said ? await pictureOf(forum, said.picture) : null
  const card = text && { ...text, picture: picture?.hash ?? null }
  const posts = await linkingPosts(forum.store.read, key, MOST_THREADS)
  await act(forum, SYSTEM, async ({ db, now }) => {
    if (picture) await addFile(db, picture)
    await keepCard(db, key, card, now)
    const threads = [...new Set(posts.map(threadOf))].sort((one, other) => one - other)
    for (const id of threads) await touchThread(db, id)
  })
}

/** The picture of a page, drawn anew; null for none and for what is no picture. */
async function pictureOf(forum: Forum, address: string): Promise<StoredFile | null> {
  if (address === '') return null
  const bytes = await forum.outgoing.readPicture(address)
  if ('failure' in bytes) return null
  try {
    return await drawCardPicture(bytes)
  } catch (error) {
    if (error instanceof Refused && error.code === 'invalid') return null
    throw error
  }
}

/** Forgets the cards that nobody links to, and their pictures. */
export async function sweepCards(forum: Forum): Promise<void> {
  await act(forum, SYSTEM, async ({ db, now }) => {
    for (const hash of new Set(await forgetUnused(db, now - DAY))) await removeUnusedFile(db, hash)
  })
}
