import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Act, act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { approve, askLess, askMore, refuse } from '#forum/joining/actions.ts'
import { answersOf, MAX_ANSWERS, MAX_QUESTION } from '#forum/joining/model.ts'
import { questionsOf, waitingMembers } from '#forum/joining/store.ts'
import { changeJoiningSettings } from '#forum/settings/actions.ts'
import { choice, id, line, text } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { administrationPage, wasDone } from '../answer.ts'
import { JOINING_PATH } from '../model.ts'
import { JoiningPage } from './views.ts'

const MOST_WAITING = 100

const Params = form({ id: id() })
const NothingInput = form({})
const JoiningInput = form({
  confirmation: choice(['required', 'offered']),
  invitedBy: choice(['administrators', 'members']),
  staffFactor: choice(['chosen', 'required']),
})
const QuestionInput = form({
  question: line({ max: MAX_QUESTION }),
  answers: text({ max: MAX_ANSWERS }),
})

/** What is done to one thing by one button. */
const DEEDS: Readonly<Record<string, (a: Act, id: number) => Promise<void>>> = {
  'waiting/:id/approve': approve,
  'waiting/:id/refuse': refuse,
  'questions/:id/remove': askLess,
}

/** How somebody becomes a member: who waits, confirmed addresses, invitations, and questions. */
export function joiningRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(JOINING_PATH, async (request, reply) => show(request, reply, await page(forum, request)))
  app.post(JOINING_PATH, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, state),
      action: async () => {
        const settings = readForm(JoiningInput, request)
        await act(forum, actorOf(request), a => changeJoiningSettings(a, settings))
        return wasDone(request, reply, JOINING_PATH, settings)
      },
    }),
  )
  app.post(`${JOINING_PATH}/questions`, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, state),
      action: async () => {
        const { question, answers } = readForm(QuestionInput, request)
        await act(forum, actorOf(request), a => askMore(a, { question, answers: answersOf(answers) }))
        return wasDone(request, reply, JOINING_PATH)
      },
    }),
  )
  for (const [path, deed] of Object.entries(DEEDS))
    app.post(`${JOINING_PATH}/${path}`, (request, reply) => once(forum, request, reply, deed))
}

async function page(
  forum: Forum,
  request: FastifyRequest,
  state: FormState = freshForm(),
): Promise<PageAnswer> {
  const { settings, joining } = await forum.site.at(forum.store.read)
  const waiting = await waitingMembers(forum.store.read, MOST_WAITING)
  const questions = await questionsOf(forum.store.read)
  const typed = { values: { ...joining, ...state.values }, problem: state.problem }
  return administrationPage(request, {
    path: JOINING_PATH,
    main: frame =>
      JoiningPage(frame, {
        ...{ state: typed, waiting, questions, registration: settings.registration, now: forum.clock() },
      }),
    json: () => ({ ...joining, registration: settings.registration, waiting, questions }),
  })
}

async function once(
  forum: Forum,
  request: FastifyRequest,
  reply: FastifyReply,
  deed: (a: Act, id: number) => Promise<void>,
): Promise<FastifyReply> {
  const params = readParams(Params, request)
  readForm(NothingInput, request)
  await act(forum, actorOf(request), a => deed(a, params.id))
  return wasDone(request, reply, JOINING_PATH)
}
