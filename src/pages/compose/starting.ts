import type { FastifyRequest } from 'fastify'
import type { InferOutput } from 'valibot'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { describe } from '#forum/attachments/actions.ts'
import { attachmentEntries, attachmentsAsked } from '#forum/attachments/fields.ts'
import { detailEntries, detailsOf } from '#forum/details/fields.ts'
import { duplicatesOf, type ToBeStarted } from '#forum/duplicates/find.ts'
import type { Duplicate } from '#forum/duplicates/model.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import { pollEntries, pollOf } from '#forum/polls/fields.ts'
import type { Format, PostPlace } from '#forum/posts/model.ts'
import { findByRequest } from '#forum/posts/store.ts'
import { schedule } from '#forum/scheduled/actions.ts'
import { MAX_MOMENT } from '#forum/scheduled/model.ts'
import { begin } from '#forum/starting/actions.ts'
import { MAX_TITLE, MIN_TITLE } from '#forum/threads/model.ts'
import { line } from '#web/fields.ts'
import { type form, typedInto } from '#web/forms.ts'
import type { DoneAnswer } from '#web/respond.ts'

/** Ids of threads that a writer was told of, at most so many characters. */
const LONGEST_TOLD = 200
const SCHEDULED_PATH = '/account/scheduled'

/** The fields of the form that starts a thread, besides those of its text. */
export const startEntries = () => ({
  title: line({ min: MIN_TITLE, max: MAX_TITLE }),
  ...pollEntries(),
  ...detailEntries(),
  ...attachmentEntries(),
  publishAt: line({ max: MAX_MOMENT, min: 0 }),
  told: line({ max: LONGEST_TOLD, min: 0 }),
})

type StartValues = InferOutput<ReturnType<typeof form<ReturnType<typeof startEntries>>>> & {
  readonly source: string
  readonly format: Format
  readonly requestKey: string | null
}

/**
 * Starts the thread that a form asks for, or has it wait for its time. → where it stands, or where those are that wait. Throws as
 * `begin` and `schedule` do, and `conflict` where there are threads like it that the writer was not told of.
 */
export async function startAsked(
  request: FastifyRequest,
  forum: Forum,
  { boardId, ...input }: StartValues & { readonly boardId: number },
): Promise<PostPlace | DoneAnswer> {
  const actor = actorOf(request)
  const { title, source, format, requestKey, publishAt, told } = input
  const { timeZone } = request.visitor.words
  const { attachments, alts } = attachmentsAsked(input)
  const fields = {
    ...{ title, source, format, requestKey, attachments },
    ...{ poll: pollOf(input), ...detailsOf(input) },
  }
  if (publishAt !== '') {
    const id = await act(forum, actor, async a => {
      await describe(a, alts, null)
      return schedule(a, { boardId, fields, publishAt, timeZone })
    })
    return { back: `${SCHEDULED_PATH}?done=1`, json: { scheduled: id } }
  }
  await mustBeNew(request, forum, { ...fields, told })
  return act(forum, actor, async a => {
    await describe(a, alts, null)
    return begin(a, { ...fields, boardId, timeZone })
  })
}

async function mustBeNew(
  request: FastifyRequest,
  forum: Forum,
  input: ToBeStarted & { requestKey: string | null; told: string },
): Promise<void> {
  const { memberId } = actorOf(request)
  if (memberId === null) return
  const { requestKey, told } = input
  // What the same form has made before is no other thread.
  if (requestKey !== null && (await findByRequest(forum.store.read, memberId, requestKey))) return
  const known = new Set(told.split(' '))
  const found = await likeThis(request, forum, input)
  if (found.some(thread => !known.has(String(thread.id)))) throw new Refused('conflict', 'duplicate.found')
}

/** Threads like one that is about to be started. */
export async function likeThis(
  request: FastifyRequest,
  forum: Forum,
  thread: ToBeStarted,
): Promise<Duplicate[]> {
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actorOf(request))
  return duplicatesOf(read, visible, thread, { now: forum.clock(), origin: forum.origin })
}

/** The same for what is typed into a form that is shown again. */
export function likeTyped(request: FastifyRequest, forum: Forum): Promise<Duplicate[]> {
  const { title, source, sourceUrl } = typedInto(request)
  return likeThis(request, forum, {
    ...{ title: String(title ?? '').slice(0, MAX_TITLE), source: String(source ?? '') },
    sourceUrl: String(sourceUrl ?? ''),
  })
}
