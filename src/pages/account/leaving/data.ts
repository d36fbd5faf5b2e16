import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ZipFile } from 'yazl'
import { act, type Forum } from '#forum/act.ts'
import { type Actor, actorOf, mustBeMember } from '#forum/actor.ts'
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
  const zip = await copyOf(forum, actor)
  return reply
    .header('content-disposition', 'attachment; filename="my-data.zip"')
    .header('cache-control', 'private, no-store')
    .type('application/zip')
    .send(zip.outputStream)
}

/** The archive, written while it is read: posts and files are taken from their places one after the other. */
async function copyOf(forum: Forum, actor: Actor & { memberId: number }): Promise<ZipFile> {
  const zip = new ZipFile()
  const data = JSON.stringify(await dataOf(forum, actor), null, 2)
  zip.addBuffer(Buffer.from(data), 'data.json')
  zip.addReadStreamLazy('posts.jsonl', {}, done => done(null, Readable.from(wordingsOf(forum, actor))))
  for (const file of await ownFiles(forum.store.read, actor.memberId))
    zip.addReadStreamLazy(`files/${file.name}`, { compress: false }, done => {
      forum.files.store.open(file.stored).then(
        opened => done(null, opened?.stream ?? Readable.from([])),
        error => done(error, Readable.from([])),
      )
    })
  zip.end()
  return zip
}
