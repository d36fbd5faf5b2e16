import { dateOfAddress } from '@rostra/record/comparing'
import { Refused } from '#base/errors.ts'
import { HOUR, SECOND } from '#base/time.ts'
import { type Act, act, type Forum } from '../../act.ts'
import type { Actor } from '../../actor.ts'
import { addressKeyOf, publisherOf, readAddress } from '../../addresses/model.ts'
import { touchThread } from '../../threads/store-write.ts'
import { readCited } from '../cited.ts'
import { type FindingPlace, type KeptSource, MOST_GIVEN, type PageReading, readPublished } from '../model.ts'
import { addGiven, givenFor, updateReading } from '../store.ts'
import { beginWithFinding, lookAtFinding } from './begin.ts'

/** How long after its page was asked for a source may be checked again, in milliseconds. */
export const CHECKED_AGAIN_AFTER = HOUR

/** What is asked of `giveSource`, as typed. */
export interface GiveInput extends FindingPlace {
  readonly address: string
  /** The day of publication; '' where the page shall say it, or its address. */
  readonly published: string
}

type Given = KeptSource & { readonly addressKey: string }

const same = (given: readonly Given[], url: string): Given | undefined =>
  given.find(each => each.addressKey === addressKeyOf(url))

/**
 * Gives a source for a finding: its page is read first, outside of any transaction, then it is kept with what was found
 * there; where the page cannot be read it is kept all the same and says so. A page that was given already changes nothing.
 * → its id and what was found. Throws `not-signed-in`, `not-found`, `not-allowed`, `invalid` for the fields `address` and
 * `published`, `conflict` where there are enough, `unavailable` when too many pages are being read.
 */
export async function giveSource(
  forum: Forum,
  actor: Actor,
  input: GiveInput,
): Promise<Pick<KeptSource, 'id' | 'verdict'>> {
  const looked = await lookAtFinding(forum, actor, input)
  const url = readAddress(input.address)
  const published = readPublished(input.published)
  const before = await givenFor(forum.store.read, { postId: looked.post.id, key: looked.key })
  const known = same(before, url)
  if (known) return known
  mustHaveRoom(before)
  const reading = await readCited(forum, url, looked)
  const wasAsked = forum.outgoing.isAllowed
  return act(forum, actor, a => keepGiven(a, input, { url, published, reading, wasAsked }))
}

/** What is known of a source before it is kept. */
interface Learned {
  readonly url: string
  /** As typed. */
  readonly published: string
  readonly reading: PageReading
  /** Whether its page was asked for. */
  readonly wasAsked: boolean
}

async function keepGiven(
  a: Act,
  place: FindingPlace,
  { url, published, reading, wasAsked }: Learned,
): Promise<Pick<KeptSource, 'id' | 'verdict'>> {
  const { db, now: at } = a
  const { key, post, thread, actor } = await beginWithFinding(a, place)
  const { memberId } = actor
  const before = await givenFor(db, { postId: post.id, key })
  const known = same(before, url)
  if (known) return known
  mustHaveRoom(before)
  const id = await addGiven(db, {
    ...{ ...reading, postId: post.id, key, url, publisher: publisherOf(url), memberId, at },
    published: published || reading.published || dateOfAddress(url),
    checkedAt: wasAsked ? at : null,
  })
  await touchThread(db, thread.id)
  a.emit({ type: 'source.given', postId: post.id, boardId: thread.boardId, memberId, key, sourceId: id })
  return { id, verdict: reading.verdict }
}

function mustHaveRoom(given: readonly Given[]): void {
  if (given.length >= MOST_GIVEN)
    throw new Refused('conflict', 'source.enough', { values: { limit: MOST_GIVEN } })
}

/**
 * Reads the page of a source again, at most once an hour. What was found before stays where the page cannot be read any
 * more. → the source's verdict. Throws as `giveSource` does, and `too-many` before the hour is over.
 */
export async function checkSource(
  forum: Forum,
  actor: Actor,
  place: FindingPlace & { readonly sourceId: number },
): Promise<Pick<KeptSource, 'id' | 'verdict'>> {
  const looked = await lookAtFinding(forum, actor, place)
  const { id, url } = await dueFor(forum, looked, place.sourceId)
  // Written down before the page is asked for, so that it is asked once, however often and wherever this is sent.
  await act(forum, actor, a => claim(a, place))
  const reading = await readCited(forum, url, looked)
  return act(forum, actor, a => keepChecked(a, place, { id, reading }))
}

async function dueFor(
  { store, clock }: Forum,
  { post, key }: { readonly post: { readonly id: number }; readonly key: string },
  sourceId: number,
): Promise<Given> {
  const given = await givenFor(store.read, { postId: post.id, key })
  return mustBeDue(given, sourceId, clock())
}

function mustBeDue(given: readonly Given[], sourceId: number, now: number): Given {
  const source = given.find(each => each.id === sourceId)
  if (!source) throw new Refused('not-found')
  const left = source.checkedAt === null ? 0 : source.checkedAt + CHECKED_AGAIN_AFTER - now
  const values = { seconds: left / SECOND }
  if (left > 0) throw new Refused('too-many', 'source.checked-lately', { values })
  return source
}

async function claim(a: Act, place: FindingPlace & { readonly sourceId: number }): Promise<void> {
  const { key, post } = await beginWithFinding(a, place)
  const { id } = mustBeDue(await givenFor(a.db, { postId: post.id, key }), place.sourceId, a.now)
  await updateReading(a.db, id, { checkedAt: a.now })
}

async function keepChecked(
  a: Act,
  place: FindingPlace,
  { id, reading }: { id: number; reading: PageReading },
): Promise<Pick<KeptSource, 'id' | 'verdict'>> {
  const { key, post, thread, actor } = await beginWithFinding(a, place)
  const source = (await givenFor(a.db, { postId: post.id, key })).find(each => each.id === id)
  if (!source) throw new Refused('not-found')
  if (reading.verdict === 'unreadable' && source.excerpt !== '') return source
  const published = source.published === '' ? reading.published : source.published
  await updateReading(a.db, id, { ...reading, published, checkedAt: a.now })
  await touchThread(a.db, thread.id)
  const { memberId } = actor
  a.emit({ type: 'source.checked', postId: post.id, boardId: thread.boardId, memberId, key, sourceId: id })
  return { id, verdict: reading.verdict }
}
