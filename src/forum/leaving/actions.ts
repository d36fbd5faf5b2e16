import { Refused } from '#base/errors.ts'
import { threadOf } from '#base/ids.ts'
import { addJob } from '#jobs/store.ts'
import { type Act, act, type Forum } from '../act.ts'
import { mustBeMember, SYSTEM } from '../actor.ts'
import { CONVERSATIONS } from '../boards/model.ts'
import { MENTIONS_JOB } from '../members/actions/rename.ts'
import { avatarOf, findAccount, holdAdministrators } from '../members/store-accounts.ts'
import { writeName } from '../members/store-names.ts'
import { removeVotesOf } from '../polls/store.ts'
import { countInThread } from '../posts/actions/count.ts'
import { setDeleted } from '../posts/store-write.ts'
import { recountThread } from '../threads/store-write.ts'
import { mustBeNamed, POSTS_AT_ONCE, REMOVAL_JOB, type Way } from './model.ts'
import {
  blankPosts,
  emptyMember,
  holdPost,
  leaveConversations,
  postsWithWords,
  removePersonal,
  takeOutAttachments,
} from './store.ts'

/** What is asked of `leave`. */
interface LeaveInput {
  readonly way: Way
  /** The member's name, typed to be sure. */
  readonly name: string
  /** What posts without their writer's name stand under, in the member's language: a word, and the number behind it is ours. */
  readonly nameless: string
}

/**
 * Ends the own account, for good: nobody signs in to it any more, what only it was for is taken away, conversations are left. Posts
 * stay under the name, or under none, or their words are taken out, which goes on in the background. Throws `not-signed-in`, `invalid` for the field `name`, and `conflict` when nobody would be left to administer.
 */
export async function leave(a: Act, input: LeaveInput): Promise<void> {
  const { db, actor, now } = a
  mustBeMember(actor)
  const { memberId } = actor
  const account = await findAccount(db, memberId)
  if (!account) throw new Refused('not-found')
  mustBeNamed(input.name, account.name)
  await mustLeaveAnother(a, memberId)
  const avatar = await avatarOf(db, memberId)
  if (!(await emptyMember(db, memberId))) return
  await removePersonal(db, memberId)
  await leaveConversations(db, memberId, now)
  if (avatar) a.emit({ type: 'avatar.changed', memberId, before: avatar })
  if (input.way !== 'keep') await forgetName(a, memberId, input.nameless)
  if (input.way === 'remove') await beginRemoval(a, memberId)
  a.emit({ type: 'member.left', memberId, way: input.way })
}

async function mustLeaveAnother({ db }: Act, memberId: number): Promise<void> {
  const administrators = await holdAdministrators(db)
  if (administrators.length === 1 && administrators[0] === memberId)
    throw new Refused('conflict', 'refused.last-administrator')
}

/** Posts stand under a name that tells nothing; so do mentions, once they are printed anew. */
async function forgetName({ db, now }: Act, memberId: number, nameless: string): Promise<void> {
  await writeName(db, memberId, `${nameless} #${memberId}`)
  await addJob(db, MENTIONS_JOB, { memberId, after: 0 }, now)
}

async function beginRemoval({ db, now }: Act, memberId: number): Promise<void> {
  await removeVotesOf(db, memberId)
  await takeOutAttachments(db, memberId, now)
  await addJob(db, REMOVAL_JOB, { memberId }, now)
}

/** Takes out the next posts of somebody who left, and goes on later where there are more. The same job may run twice. */
export async function removePosts(forum: Forum, payload: unknown, limit = POSTS_AT_ONCE): Promise<void> {
  const { memberId, after = 0 } = payload as { memberId: number; after?: number }
  const ids = await postsWithWords(forum.store.read, memberId, { after, limit })
  for (const id of ids) await act(forum, SYSTEM, a => removePost(a, id))
  const last = ids.at(-1)
  if (last === undefined || ids.length < limit) return
  await act(forum, SYSTEM, ({ db, now }) => addJob(db, REMOVAL_JOB, { memberId, after: last }, now))
}

async function removePost({ db, now, emit }: Act, id: number): Promise<void> {
  const held = await holdPost(db, id)
  if (!held) return
  await blankPosts(db, [id])
  if (held.deletedAt !== null) return
  const { authorId, boardId } = held
  await setDeleted(db, id, { deletedAt: now, deletedBy: null, deleteReason: null })
  await recountThread(db, threadOf(id), -1)
  // In a conversation nothing counts, and a deleted thread counts no more.
  if (boardId !== CONVERSATIONS && held.threadDeletedAt === null)
    await countInThread(db, { boardId, people: null }, { authorId, by: -1 })
  emit({ type: 'post.deleted', postId: id, boardId, memberId: authorId ?? 0 })
}
