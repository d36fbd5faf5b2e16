import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { removeAttachment, setAlt } from '#forum/attachments/actions.ts'
import { MAX_ALT, MAX_NAME, type Variant, variantFor, wholePath } from '#forum/attachments/model.ts'
import { dispositionOf, typeOfName } from '#forum/attachments/names.ts'
import { keepSent, receivesFiles } from '#forum/attachments/upload.ts'
import { attachmentJson } from '#forum/attachments/views.ts'
import { id, line } from '#web/fields.ts'
import { form, readForm, readParams } from '#web/forms.ts'
import { limit } from '#web/limits.ts'
import { done } from '#web/respond.ts'
import { type Fetched, loadAttachment } from './load.ts'

/** For how long a browser that may keep a picture keeps it; what only some may read is asked for every time. */
const KEPT = 'private, max-age=86400, immutable'
const ASKED = 'private, no-cache'
/** Nothing in a file that is given may run or load anything, wherever it is opened. */
const SANDBOX = "sandbox; default-src 'none'"
const SENT = { count: 60, seconds: 60 } as const

const AttachmentId = form({ id: id() })
const Stored = form({ id: id(), name: line({ max: MAX_NAME + 20 }) })
const SendInput = form({ alt: line({ max: MAX_ALT, min: 0 }) })
const AltInput = form({ alt: line({ max: MAX_ALT, min: 0 }) })

/** Sending files, `/attachments/:id/:name` where they are fetched, and what their owners do with those in no post yet. */
export function attachmentRoutes(app: FastifyInstance, forum: Forum): void {
  app.post(
    '/attachments',
    { ...receivesFiles(forum), preValidation: limit(SENT) },
    async (request, reply) => {
      const { alt } = readForm(SendInput, request)
      const kept = await keepSent(forum, request, alt)
      if (kept.length === 0) throw new Refused('invalid', 'form.required', { field: 'file' })
      return done(request, reply, { back: '/', json: { attachments: kept.map(attachmentJson) } })
    },
  )
  app.post('/attachments/:id/alt', async (request, reply) => {
    const { id: attachmentId } = readParams(AttachmentId, request)
    const { alt } = readForm(AltInput, request)
    await act(forum, actorOf(request), a => setAlt(a, attachmentId, alt))
    return done(request, reply, { back: '/', json: { id: attachmentId, alt } })
  })
  app.post('/attachments/:id/remove', async (request, reply) => {
    const { id: attachmentId } = readParams(AttachmentId, request)
    readForm(form({}), request)
    await act(forum, actorOf(request), a => removeAttachment(a, attachmentId))
    return done(request, reply, { back: '/', json: { id: attachmentId } })
  })
  // Where the largest of it is, for whoever knows no more than its number: a text that is being written.
  app.get('/attachments/:id', async (request, reply) => {
    const { id: attachmentId } = readParams(AttachmentId, request)
    const { attachment } = await loadAttachment(forum, actorOf(request), attachmentId)
    return reply.header('cache-control', ASKED).redirect(wholePath(attachment), 302)
  })
  app.get('/attachments/:id/:name', async (request, reply) => {
    const { id: attachmentId, name } = readParams(Stored, request)
    const fetched = await loadAttachment(forum, actorOf(request), attachmentId)
    const { attachment } = fetched
    const variant =
      attachment.kind === 'picture' ? pictureAsked(request, fetched, name) : fileAsked(fetched, name)
    if (!variant) throw new Refused('not-found')
    return give(forum, request, reply, { ...fetched, variant })
  })
}

function pictureAsked(request: FastifyRequest, { attachment }: Fetched, name: string): Variant | undefined {
  const readsAvif = (request.headers.accept ?? '').includes('image/avif')
  return /^[1-9]\d{0,4}$/.test(name) ? variantFor(attachment, Number(name), readsAvif) : undefined
}

const fileAsked = ({ attachment }: Fetched, name: string): Variant | undefined =>
  name === attachment.name ? attachment.variants.find(each => each.format === 'file') : undefined

/** Sends what is stored, piece by piece. Whoever may read it was asked before, and no transaction is open meanwhile. */
async function give(
  { files, log }: Forum,
  request: FastifyRequest,
  reply: FastifyReply,
  { attachment, isForAll, variant }: Fetched & { variant: Variant },
): Promise<FastifyReply> {
  const { format, name, size } = variant
  const tag = `"${name}"`
  const isThere = request.headers['if-none-match'] === tag
  const opened = isThere ? null : await files.store.open(name)
  if (!isThere && !opened) {
    log.error({ file: name }, 'A stored file is missing')
    throw new Refused('not-found')
  }
  reply
    .header('cache-control', isForAll ? KEPT : ASKED)
    .header('content-security-policy', SANDBOX)
    .header('x-content-type-options', 'nosniff')
    .header('etag', tag)
  if (format === 'file') reply.header('content-disposition', dispositionOf(attachment.name))
  else reply.header('vary', 'accept')
  if (!opened) return reply.code(304).send()
  return reply
    .type(format === 'file' ? typeOfName(attachment.name) : `image/${format}`)
    .header('content-length', String(opened.size || size))
    .send(opened.stream)
}
