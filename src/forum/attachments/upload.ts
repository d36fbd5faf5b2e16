import type { FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { discard, type Received, receive } from '#files/incoming.ts'
import type { FormState } from '#web/forms.ts'
import { takeFiles, takesFiles } from '#web/uploads.ts'
import type { Forum } from '../act.ts'
import { type Actor, actorOf, mustWrite } from '../actor.ts'
import { ATTACH, type AttachmentsShown } from './fields.ts'
import { keepFile } from './keep.ts'
import { type Attachment, isFree, MOST_FILES } from './model.ts'
import { megabytes, quotaOf } from './quotas.ts'
import { attachmentsByIds, attachmentsOfPosts } from './store.ts'

/** A file as it came with a request. */
interface Sent {
  readonly received: Received
  readonly name: string
  readonly type: string
  /** Whether it was longer than the operator allows. */
  readonly isCut: boolean
}

const came = new WeakMap<FastifyRequest, Sent[]>()

/**
 * The options of a route whose form may carry files: `app.post(path, receivesFiles(forum), handler)`. The files lie aside until
 * the handler calls `keepSent`; everything else of the form is in `request.body`, in whatever coding it came.
 */
export const receivesFiles = (forum: Forum) => ({
  ...takesFiles(),
  preHandler: (request: FastifyRequest) => receiveAll(forum, request),
  onResponse: (request: FastifyRequest) => discardAll(request),
  onRequestAbort: (request: FastifyRequest) => discardAll(request),
})

async function receiveAll(forum: Forum, request: FastifyRequest): Promise<void> {
  if (!request.isMultipart()) return
  mustWrite(actorOf(request))
  const sent: Sent[] = []
  came.set(request, sent)
  await takeFiles(request, async ({ name, type, bytes, isCut }) => {
    const received = await receive(forum.files.incoming, bytes)
    sent.push({ received, name, type, isCut: isCut() })
  })
}

async function discardAll(request: FastifyRequest): Promise<void> {
  const sent = came.get(request) ?? []
  came.delete(request)
  await Promise.all(sent.map(({ received }) => discard(received)))
}

/**
 * Keeps the files that came with a request as its member's, and adds them to the list `attachments` of its form; → them, in
 * their order. Throws as `keepFile` does; those kept before stay in the list.
 */
export async function keepSent(forum: Forum, request: FastifyRequest, alt = ''): Promise<Attachment[]> {
  const sent = came.get(request) ?? []
  const kept: Attachment[] = []
  try {
    for (const { isCut, ...file } of sent) {
      if (isCut) throw tooLarge(forum)
      const attachment = await keepFile(forum, actorOf(request), { ...file, alt })
      kept.push(attachment)
      list(request, attachment.id)
    }
  } finally {
    await discardAll(request)
  }
  return kept
}

const tooLarge = ({ files }: Forum): Refused =>
  new Refused('too-large', 'attachment.file-limit', {
    field: 'file',
    values: { limit: megabytes(files.largest) },
  })

function list({ body }: FastifyRequest, id: number): void {
  if (typeof body !== 'object' || body === null) return
  const there = (body as Record<string, unknown>)['attachments'] ?? []
  Object.assign(body, { attachments: [there, String(id)].flat() })
}

/** Whether a form asks to be shown again with the files that were chosen. */
export const asksToAttach = ({ body }: FastifyRequest): boolean =>
  typeof body === 'object' && body !== null && Reflect.get(body, 'act') === ATTACH

/**
 * What the form of a post shows of attachments: those it lists, as far as its reader may use them, else those of the post that
 * is changed. `postId` is null for a new post.
 */
export async function attachmentsShown(
  forum: Forum,
  actor: Actor,
  values: FormState['values'],
  postId: number | null = null,
): Promise<AttachmentsShown> {
  const { store, files } = forum
  const site = await forum.site.at(store.read)
  const listed = values['attachments']
  const quota = quotaOf(site, actor, files.largest)
  if (listed === undefined) {
    const present = postId === null ? undefined : (await attachmentsOfPosts(store.read, [postId])).get(postId)
    return { attachments: present ?? [], quota }
  }
  const ids = [...new Set([listed].flat().filter(id => /^[1-9]\d{0,14}$/.test(id)))].slice(0, MOST_FILES)
  const found = await attachmentsByIds(store.read, ids.map(Number))
  const attachments = ids.flatMap(id => {
    const each = found.find(other => other.id === Number(id))
    return each && isFree(each, postId, actor.memberId) ? [each] : []
  })
  return { attachments, quota }
}
