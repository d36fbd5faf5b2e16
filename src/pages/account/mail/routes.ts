import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { chooseMail, unsubscribe } from '#forum/mail/actions.ts'
import { OPTIONAL_KINDS, readUnsubscribing } from '#forum/mail/model.ts'
import { unwantedBy } from '#forum/mail/store.ts'
import { choice, line, many, tick } from '#web/fields.ts'
import { form, readForm, readParams, readQuery } from '#web/forms.ts'
import { ownProof } from '#web/proof.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { takesFiles } from '#web/uploads.ts'
import { accountPage, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { EndMails, MailForm } from './views.ts'

const MAX_TOKEN = 100

const MailInput = form({ wanted: many(choice(OPTIONAL_KINDS), OPTIONAL_KINDS.length) })
const EndParams = form({ token: line({ max: MAX_TOKEN }) })
const EndQuery = form({ done: tick() })

/** `GET` and `POST /account/mail`: which mails one wants. `/mail/unsubscribe/:token`: the end of those that one gets. */
export function mailRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.mail, async (request, reply) => show(request, reply, await page(forum, request)))
  app.post(PATHS.mail, (request, reply) => choose(forum, request, reply))
  app.get(PATHS.unsubscribe, async (request, reply) => show(request, reply, endPage(forum, request)))
  // Mail programs send this by themselves, as a form of either coding (RFC 8058): what is in it says nothing more.
  const config = { ...ownProof().config, ...takesFiles().config }
  app.post(PATHS.unsubscribe, { config }, (request, reply) => end(forum, request, reply))
}

async function page(forum: Forum, request: FastifyRequest): Promise<PageAnswer> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const unwanted = await unwantedBy(forum.store.read, actor.memberId)
  const wanted = OPTIONAL_KINDS.filter(kind => !unwanted.includes(kind))
  return accountPage(request, {
    path: PATHS.mail,
    main: frame => MailForm(frame, wanted),
    json: () => ({ wanted }),
  })
}

async function choose(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { wanted } = readForm(MailInput, request)
  const chosen = new Map(OPTIONAL_KINDS.map(kind => [kind, wanted.includes(kind)]))
  await act(forum, actorOf(request), a => chooseMail(a, chosen))
  return wasDone(request, reply, PATHS.mail, { wanted })
}

function endPage(forum: Forum, request: FastifyRequest): PageAnswer {
  const { words } = request.visitor
  const { token } = readParams(EndParams, request)
  const { done: isDone } = readQuery(EndQuery, request)
  const what = readUnsubscribing(forum.secret, token)
  if (!what) throw new Refused('not-found')
  const action = PATHS.unsubscribe.replace(':token', encodeURIComponent(token))
  return {
    title: words.say('mail.end-title'),
    main: () => EndMails({ words, action, kind: what.kind, isDone }),
    json: () => ({ kind: what.kind }),
    robots: 'noindex',
    style: 'full',
  }
}

async function end(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { token } = readParams(EndParams, request)
  await unsubscribe(forum, token)
  const back = `${PATHS.unsubscribe.replace(':token', encodeURIComponent(token))}?done=1`
  return done(request, reply, { json: {}, back })
}
