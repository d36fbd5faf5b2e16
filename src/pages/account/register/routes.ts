import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { lookAtInvitation } from '#forum/invitations/actions.ts'
import { join as joinForum, readAnswers } from '#forum/joining/actions.ts'
import {
  askedOf,
  MAX_ABOUT,
  MAX_ANSWER,
  type Question,
  questionAsked,
  questionOf,
} from '#forum/joining/model.ts'
import { questionsOf } from '#forum/joining/store.ts'
import { MAX_ADDRESS, MAX_PASSWORD, MAX_TYPED_NAME } from '#forum/members/model.ts'
import { hashPassword } from '#forum/members/passwords.ts'
import { mustRegister } from '#forum/members/rules.ts'
import { startSession } from '#forum/sessions/actions.ts'
import { takeJoinAttempt } from '#forum/sessions/attempts.ts'
import { agentOf } from '#forum/sessions/model.ts'
import { CsrfField } from '#web/csrf.ts'
import { line, secret, text } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readQuery, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { giveSession } from '#web/session.ts'
import { networkOfRequest } from '../answer.ts'
import { PATHS } from '../model.ts'
import { LEAST_TIME, MOST_TIME, momentOf, stampOf } from './stamp.ts'
import { Register, WaitingForApproval } from './views.ts'

const MAX_NEXT = 2000
const MAX_STAMP = 60
const MAX_INVITATION = 100

const RegisterQuery = form({
  next: line({ max: MAX_NEXT, min: 0 }),
  invitation: line({ max: MAX_INVITATION, min: 0 }),
})
const RegisterInput = form({
  name: line({ max: MAX_TYPED_NAME }),
  address: line({ max: MAX_ADDRESS }),
  password: secret({ max: MAX_PASSWORD }),
  /** Not seen by people; programs that fill in everything fill in this too. */
  website: line({ max: MAX_NEXT, min: 0 }),
  /** When the form was shown; see `stampOf`. */
  opened: line({ max: MAX_STAMP, min: 0 }),
  next: line({ max: MAX_NEXT, min: 0 }),
  invitation: line({ max: MAX_INVITATION, min: 0 }),
  /** Which question was asked; see `askedOf`. */
  asked: line({ max: MAX_STAMP, min: 0 }),
  answer: line({ max: MAX_ANSWER, min: 0 }),
  about: text({ max: MAX_ABOUT, min: 0 }),
})

/** `GET` and `POST /register`, and the page for those who wait for an administrator. */
export function registerRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.register, async (request, reply) => {
    const { settings } = await forum.site.at(forum.store.read)
    const { invitation, next } = readQuery(RegisterQuery, request)
    mustRegister(actorOf(request), settings, invitation !== '')
    const address = invitation === '' ? '' : await lookAtInvitation(forum, invitation)
    const values = { next, invitation, ...(address !== '' && { address }) }
    return show(request, reply, await page(forum, request, freshForm(values)))
  })
  app.post(PATHS.register, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, state),
      action: () => join(forum, request, reply),
    }),
  )
  app.get(PATHS.registerWaiting, async (request, reply) => show(request, reply, waitingPage(request)))
}

async function page(forum: Forum, request: FastifyRequest, state: FormState): Promise<PageAnswer> {
  const { words } = request.visitor
  const { clock, csrfSecret } = request.server.web.options
  const { settings } = await forum.site.at(forum.store.read)
  const typed = state.values['opened']
  const kept = typeof typed === 'string' && ageOf(request, typed) !== null ? typed : null
  const opened = kept ?? stampOf(csrfSecret, clock())
  const question = questionFor(await questionsOf(forum.store.read), state, { secret: csrfSecret, opened })
  const asked = question && askedOf(csrfSecret, question.id, opened)
  return {
    title: words.say('register.title'),
    main: () =>
      Register({
        ...{ words, csrf: CsrfField(request), state, opened, asked },
        question: question?.question ?? null,
        isApproved: settings.registration === 'approval' && !isInvited(state),
      }),
    json: () => ({ opened, ...(question && { asked, question: question.question }) }),
    robots: 'noindex',
    style: 'full',
  }
}

const isInvited = ({ values }: FormState): boolean =>
  typeof values['invitation'] === 'string' && values['invitation'] !== ''

/** The question that was asked before in this form; one by chance in a new one. */
function questionFor(
  questions: readonly Question[],
  state: FormState,
  { secret: key, opened }: { secret: Buffer; opened: string },
): Question | null {
  const typed = state.values['asked']
  const id = typeof typed === 'string' ? questionAsked(key, typed, opened) : null
  // Which one it is need not be hard to guess: the answers are.
  return questionOf(questions, id, momentOf(key, opened) ?? 0)
}

function waitingPage(request: FastifyRequest): PageAnswer {
  const { words } = request.visitor
  return {
    title: words.say('register.waiting-title'),
    main: () => WaitingForApproval(words),
    json: () => ({}),
    robots: 'noindex',
    style: 'full',
  }
}

/** How long ago a form was shown, in milliseconds; null when it was not, or too long ago. */
function ageOf(request: FastifyRequest, opened: string): number | null {
  const { clock, csrfSecret } = request.server.web.options
  const moment = momentOf(csrfSecret, opened)
  const age = moment === null ? null : clock() - moment
  return age !== null && age <= MOST_TIME ? age : null
}

/** Keeps out programs that know nothing of this form in particular, without asking anybody elsewhere. */
function mustBeTyped(request: FastifyRequest, input: { website: string; opened: string }): void {
  if (input.website !== '') throw new Refused('invalid', 'register.not-empty')
  const age = ageOf(request, input.opened)
  if (age === null) throw new Refused('invalid', 'register.too-old')
  if (age < LEAST_TIME) throw new Refused('invalid', 'register.too-quick')
}

/** The password is hashed between two transactions, as it takes long. */
async function join(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = actorOf(request)
  const { name, address, password, next, invitation, about, ...proof } = readForm(RegisterInput, request)
  mustRegister(actor, (await forum.site.at(forum.store.read)).settings, invitation !== '')
  mustBeTyped(request, proof)
  await act(forum, actor, a => takeJoinAttempt(a, networkOfRequest(request)))
  const asked = questionAsked(request.server.web.options.csrfSecret, proof.asked, proof.opened)
  const answers = await readAnswers(forum.store.read, { asked, answer: proof.answer, about })
  const hash = await hashPassword(password, [name, address])
  const { locale } = request.visitor
  const typed = { name, address, password: hash, invitation, answers, locale }
  const { id, token } = await act(forum, actor, async a => {
    const made = await joinForum(a, typed)
    if (made.isWaiting) return { id: made.id, token: null }
    return { id: made.id, token: await startSession(a, made.id, agentOf(request.headers['user-agent'])) }
  })
  if (token === null)
    return done(request, reply, { json: { id, waiting: true }, back: PATHS.registerWaiting })
  giveSession(reply, token)
  return done(request, reply, { json: { id }, back: next || '/' })
}
