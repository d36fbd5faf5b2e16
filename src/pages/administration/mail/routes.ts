import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { type Act, act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { forgetFailedMails, MAIL_JOB, sendTestMail, tryMailsAgain } from '#forum/mail/actions.ts'
import { failedMails } from '#forum/mail/store.ts'
import { line } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { administrationPage, wasDone } from '../answer.ts'
import { MAIL_PATH } from '../model.ts'
import type { WholeMail } from './model.ts'
import { MailPage, OneMail } from './views.ts'

const MOST_FAILED = 100
const MAX_NAME = 100

const MailParams = form({ name: line({ max: MAX_NAME }) })
const NothingInput = form({})

/** What is done by one button, with nothing to fill in. */
const DEEDS: Readonly<Record<string, (a: Act) => Promise<void>>> = {
  test: sendTestMail,
  again: tryMailsAgain,
  forget: forgetFailedMails,
}

/** The mails of the forum: where they go, those in the folder, and those that could not be sent. */
export function mailRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(MAIL_PATH, async (request, reply) => show(request, reply, await page(forum, request, freshForm())))
  app.get(`${MAIL_PATH}/:name`, async (request, reply) => {
    const { name } = readParams(MailParams, request)
    const mail = await forum.mailer.folder?.read(name)
    if (!mail) throw new Refused('not-found')
    return show(request, reply, onePage(forum, request, mail))
  })
  for (const [name, deed] of Object.entries(DEEDS))
    app.post(`${MAIL_PATH}/${name}`, (request, reply) => once(forum, request, reply, deed))
}

async function page(forum: Forum, request: FastifyRequest, state: FormState): Promise<PageAnswer> {
  const { server, folder } = forum.mailer
  const failed = await failedMails(forum.store.read, MAIL_JOB, MOST_FAILED)
  const kept = folder ? await folder.list() : null
  return administrationPage(request, {
    path: MAIL_PATH,
    main: frame => MailPage(frame, { state, server, kept, failed, now: forum.clock() }),
    json: () => ({ server, kept, failed }),
  })
}

function onePage(forum: Forum, request: FastifyRequest, mail: WholeMail): PageAnswer {
  return administrationPage(request, {
    path: MAIL_PATH,
    title: mail.subject,
    main: frame => OneMail(frame, mail, forum.clock()),
    json: () => mail,
  })
}

function once(
  forum: Forum,
  request: FastifyRequest,
  reply: FastifyReply,
  deed: (a: Act) => Promise<void>,
): Promise<FastifyReply> {
  return withForm(request, reply, {
    showAgain: state => page(forum, request, state),
    action: async () => {
      readForm(NothingInput, request)
      await act(forum, actorOf(request), deed)
      return wasDone(request, reply, MAIL_PATH)
    },
  })
}
