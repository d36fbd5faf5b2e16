import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import type { Html } from '#base/html.ts'
import type { Key } from '#base/words.ts'
import { type Act, act, type Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { invite } from '#forum/conversations/actions/invite.ts'
import { label, leave, mute, readTo, unmute } from '#forum/conversations/actions/own.ts'
import { MAX_LABELS, MAX_NAMES, type OwnStanding } from '#forum/conversations/model.ts'
import { mustInvite } from '#forum/conversations/rules.ts'
import { standingOf } from '#forum/conversations/store.ts'
import { CONVERSATIONS_PATH } from '#forum/conversations/views.ts'
import { type Visible, visibleTo } from '#forum/permissions/visible.ts'
import type { Thread } from '#forum/threads/model.ts'
import { findThread } from '#forum/threads/store.ts'
import { threadPath } from '#forum/threads/views.ts'
import { CsrfField } from '#web/csrf.ts'
import { id, line } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { type CareOptions, InviteForm, LabelsForm, LeaveForm } from './views.ts'

const Place = form({ id: id() })
const Nothing = form({})
const People = form({ people: line({ max: MAX_NAMES }) })
const Labels = form({ labels: line({ max: MAX_LABELS, min: 0 }) })
const Read = form({ number: id() })

/** A conversation that somebody is in. */
interface Placed {
  readonly thread: Thread
  readonly visible: Visible
  readonly own: OwnStanding
}

/** What one form about a conversation is. */
interface Care {
  readonly title: Key
  must?(placed: Placed): void
  values?(placed: Placed): FormState['values']
  view(state: FormState, options: CareOptions): Html
  /** Does what the form asks for; → where that leads. */
  run(a: Act, threadId: number, request: FastifyRequest): Promise<string>
}

const INVITE: Care = {
  title: 'conversation.invite-this',
  must: ({ visible, thread }) => mustInvite(visible, thread),
  view: InviteForm,
  run: async (a, threadId, request) => {
    await invite(a, { threadId, ...readForm(People, request) })
    return `${CONVERSATIONS_PATH}/${threadId}`
  },
}

const LABELS: Care = {
  title: 'conversation.labels-this',
  values: ({ own }) => ({ labels: own.labels.join(', ') }),
  view: LabelsForm,
  run: async (a, threadId, request) => {
    await label(a, { threadId, ...readForm(Labels, request) })
    return `${CONVERSATIONS_PATH}/${threadId}`
  },
}

const LEAVE: Care = {
  title: 'conversation.leave-this',
  view: LeaveForm,
  run: async (a, threadId, request) => {
    readForm(Nothing, request)
    await leave(a, { threadId })
    return CONVERSATIONS_PATH
  },
}

/** What one does with a conversation: invite, leave, label, mute, mark as read. */
export function conversationCareRoutes(app: FastifyInstance, forum: Forum): void {
  for (const [name, care] of Object.entries({ invite: INVITE, labels: LABELS, leave: LEAVE })) {
    const path = `${CONVERSATIONS_PATH}/:id/${name}`
    app.get(path, async (request, reply) => show(request, reply, await formPage(request, forum, care)))
    app.post(path, (request, reply) =>
      withForm(request, reply, {
        showAgain: state => formPage(request, forum, care, state),
        action: async () => {
          const { id: threadId } = readParams(Place, request)
          const back = await act(forum, actorOf(request), a => care.run(a, threadId, request))
          return done(request, reply, { back, json: { id: threadId } })
        },
      }),
    )
  }
  const set = (name: string, action: (a: Act, threadId: number, request: FastifyRequest) => Promise<void>) =>
    app.post(`${CONVERSATIONS_PATH}/:id/${name}`, async (request, reply) => {
      const { id: threadId } = readParams(Place, request)
      await act(forum, actorOf(request), a => action(a, threadId, request))
      return done(request, reply, { back: `${CONVERSATIONS_PATH}/${threadId}`, json: { id: threadId } })
    })
  const plain =
    (action: (a: Act, at: { threadId: number }) => Promise<void>) =>
    (a: Act, threadId: number, request: FastifyRequest) => {
      readForm(Nothing, request)
      return action(a, { threadId })
    }
  set('mute', plain(mute))
  set('unmute', plain(unmute))
  set('read', (a, threadId, request) => readTo(a, { threadId, ...readForm(Read, request) }))
}

async function load(request: FastifyRequest, forum: Forum): Promise<Placed> {
  const { id: threadId } = readParams(Place, request)
  const actor = actorOf(request)
  mustBeMember(actor)
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  const thread = await findThread(read, visible, threadId)
  const own = thread?.people ? await standingOf(read, threadId, actor.memberId) : undefined
  if (!thread || !own) throw new Refused('not-found')
  return { thread, visible, own }
}

/** The page of a form; with the state of one that was sent, else with what stands there now. Throws as its rule does. */
async function formPage(
  request: FastifyRequest,
  forum: Forum,
  care: Care,
  state?: FormState,
): Promise<PageAnswer> {
  const placed = await load(request, forum)
  const { thread } = placed
  care.must?.(placed)
  const { words } = request.visitor
  const values = care.values?.(placed) ?? {}
  return {
    ...{ title: words.say(care.title), robots: 'noindex', style: 'full' },
    trail: [
      { href: CONVERSATIONS_PATH, name: words.say('conversation.list') },
      { href: threadPath(thread), name: thread.title },
    ],
    main: () => care.view(state ?? freshForm(values), { words, csrf: CsrfField(request), thread }),
    json: () => ({ id: thread.id, ...values }),
  }
}
