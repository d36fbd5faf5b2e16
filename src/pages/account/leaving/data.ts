import { type PassThrough, Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ZipFile } from 'yazl'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, type MemberActor, mustBeMember } from '#forum/actor.ts'
import { dataOf, wordingsOf } from '#forum/leaving/copy.ts'
import { ownFiles } from '#forum/leaving/store.ts'
import { takeCopyAttempt } from '#forum/sessions/attempts.ts'
import { form, freshForm, readForm, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { accountPage } from '../answer.ts'
import { PATHS } from '../model.ts'
import { DataForm } from './views.ts'

const NothingInput = form({})

/** `GET` and `POST /account/data`: everything that is kept of a member, as one file. */
export function dataRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.data, async (request, reply) => show(request, reply, page(request)))
  app.post(PATHS.data, (request, reply) =>
    withForm(request, reply, {
      showAgain: () => page(request),
      action: () => send(forum, request, reply),
    }),
  )
}

function page(request: FastifyRequest): PageAnswer {
  mustBeMember(actorOf(request))
  return accountPage(request, {
    path: PATHS.data,
    main: frame => DataForm(frame, freshForm()),
    json: () => ({}),
  })
}

async function send(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = actorOf(request)
  mustBeMember(actor)
  readForm(NothingInput, request)
  await act(forum, actor, a => takeCopyAttempt(a, actor.memberId))
  const archive = await copyOf(forum, actor)
  return reply
    .header('content-disposition', 'attachment; filename="my-data.zip"')
    .header('cache-control', 'private, no-store')
    .type('application/zip')
    .send(archive)
}

/**
 * The archive, written while it is read: posts and files are taken from their places one after the other. A file that cannot be
 * opened is empty in it; what fails later ends it, and what is open is closed when nobody reads on.
 */
export async function copyOf(forum: Forum, actor: MemberActor): Promise<Readable> {
  const data = JSON.stringify(await dataOf(forum, actor), null, 2)
  const files = await ownFiles(forum.store.read, actor.memberId)
  const zip = new ZipFile()
  const archive = zip.outputStream as PassThrough
  let open: Readable | undefined
  const part = (stream: Readable): Readable => {
    open = stream.on('error', error => archive.destroy(error))
    return archive.destroyed ? stream.destroy() : stream
  }
  // Without these an error would end the process.
  zip.on('error', error => archive.destroy(error))
  archive.on('error', error => forum.log.error({ err: error }, 'A copy of a member’s data was not finished'))
  archive.on('close', () => open?.destroy())
  zip.addBuffer(Buffer.from(data), 'data.json')
  zip.addReadStreamLazy('posts.jsonl', {}, done => done(null, part(Readable.from(wordingsOf(forum, actor)))))
  for (const { name, stored } of files)
    zip.addReadStreamLazy(`files/${name}`, { compress: false }, done => {
      openFile(forum, stored).then(stream => done(null, part(stream)))
    })
  zip.end()
  return archive
}

/** A stored file; empty where it is missing, or its place does not answer. */
async function openFile({ files, log }: Forum, stored: string): Promise<Readable> {
  try {
    return (await files.store.open(stored))?.stream ?? Readable.from([])
  } catch (error) {
    log.error({ err: error, file: stored }, 'A file is missing in a copy of a member’s data')
    return Readable.from([])
  }
}
