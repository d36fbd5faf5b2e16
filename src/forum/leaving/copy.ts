import { numberOf, threadOf } from '#base/ids.ts'
import type { Reader } from '#store/store.ts'
import type { Forum } from '../act.ts'
import { type Actor, mustBeMember } from '../actor.ts'
import { exportOf as attachmentsOf } from '../attachments/store.ts'
import { exportOf as badgesOf } from '../badges/store.ts'
import { exportOf as conversationsOf } from '../conversations/store.ts'
import { exportOf as draftsOf } from '../drafts/store.ts'
import { exportOf as invitationsOf } from '../invitations/store.ts'
import { exportOf as mailOf } from '../mail/store.ts'
import { oldNamesOf } from '../members/store-names.ts'
import { exportOf as passkeysOf } from '../passkeys/store.ts'
import { type Visible, visibleTo } from '../permissions/visible.ts'
import { exportOf as votesOf } from '../polls/store.ts'
import { exportOf as profileOf } from '../profiles/store.ts'
import { exportOf as identitiesOf } from '../providers/store.ts'
import { exportOf as reportsOf } from '../reports/store.ts'
import { exportOf as scheduledOf } from '../scheduled/store.ts'
import { exportOf as tiesOf } from '../ties/store.ts'
import { WORDINGS_AT_ONCE } from './model.ts'
import { type OwnWording, ownAccount, ownReactions, ownWordings } from './store.ts'

/** The version of the format; raised when something in it is changed or taken away (docs/my-data.md). */
export const FORMAT = 1

const accountWithNames = async (db: Reader, memberId: number): Promise<object> => ({
  ...(await ownAccount(db, memberId)),
  oldNames: await oldNamesOf(db, memberId),
})

/** What each room keeps of a member, by its name in the copy. */
const ROOMS: Readonly<Record<string, (db: Reader, memberId: number) => Promise<object>>> = {
  account: accountWithNames,
  profile: profileOf,
  badges: badgesOf,
  passkeys: passkeysOf,
  identities: identitiesOf,
  ties: tiesOf,
  polls: votesOf,
  drafts: draftsOf,
  scheduled: scheduledOf,
  conversations: conversationsOf,
  reports: reportsOf,
  attachments: attachmentsOf,
  mail: mailOf,
  invitations: invitationsOf,
}

/**
 * What is kept of a member besides their posts, for their own copy. Throws `not-signed-in`.
 */
export async function dataOf(forum: Forum, actor: Actor): Promise<object> {
  mustBeMember(actor)
  const { read } = forum.store
  const parts: [string, object][] = []
  for (const [name, exportOf] of Object.entries(ROOMS))
    parts.push([name, await exportOf(read, actor.memberId)])
  const reactions = await ownReactions(read, actor.memberId)
  return { format: FORMAT, writtenAt: forum.clock(), ...Object.fromEntries(parts), reactions }
}

/**
 * All wordings that a member wrote, a line of JSON each, read a few at a time. The title of a thread is there where the member
 * may read it, or wrote it.
 */
export async function* wordingsOf(forum: Forum, actor: Actor): AsyncGenerator<string> {
  mustBeMember(actor)
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  for (let after = { postId: 0, revision: 0 }; ; ) {
    const wordings = await ownWordings(read, actor.memberId, after, WORDINGS_AT_ONCE)
    for (const wording of wordings) yield `${JSON.stringify(printed(visible, wording))}\n`
    const last = wordings.at(-1)
    if (!last || wordings.length < WORDINGS_AT_ONCE) return
    after = { postId: last.postId, revision: last.revision }
  }
}

function printed(visible: Visible, wording: OwnWording): object {
  const { postId, boardId, threadTitle, threadAuthorId, ...rest } = wording
  const isOwn = threadAuthorId === visible.actor.memberId
  const title = isOwn || visible.reads(boardId) ? threadTitle : null
  return { thread: threadOf(postId), number: numberOf(postId), title, ...rest }
}
