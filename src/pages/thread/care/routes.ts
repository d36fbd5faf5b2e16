import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import type { Html } from '#base/html.ts'
import { type Act, act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import type { Board } from '#forum/boards/tree.ts'
import { pathTo } from '#forum/boards/tree.ts'
import { boardPath, boardSteps } from '#forum/boards/views.ts'
import { changeThread } from '#forum/details/actions.ts'
import { type DetailOffers, detailEntries, detailsOf } from '#forum/details/fields.ts'
import { type Visible, visibleTo } from '#forum/permissions/visible.ts'
import { prefixesIn } from '#forum/prefixes/model.ts'
import { writtenTags } from '#forum/tags/model.ts'
import { offeredTags, tagsOf } from '#forum/tags/store.ts'
import { deleteThread, lock, restoreThread, unlock } from '#forum/threads/actions.ts'
import { MAX_TITLE, MIN_TITLE, type Thread } from '#forum/threads/model.ts'
import { mustDelete, mustRename } from '#forum/threads/rules.ts'
import { findThread } from '#forum/threads/store.ts'
import { threadPath } from '#forum/threads/views.ts'
import { CsrfField } from '#web/csrf.ts'
import { id, line } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { type CareOptions, DeleteThreadForm, DetailsForm } from './views.ts'

const ThreadId = form({ id: id() })
const Details = form({ title: line({ min: MIN_TITLE, max: MAX_TITLE }), ...detailEntries() })
const Nothing = form({})

/** What one form about a thread is. */
interface Care {
  readonly title: 'thread.details-this' | 'thread.delete-this'
  must(visible: Visible, thread: Thread): void
  view(state: FormState, options: CareOptions): Html
}

const RENAME: Care = { title: 'thread.details-this', must: mustRename, view: DetailsForm }
const DELETE: Care = { title: 'thread.delete-this', must: mustDelete, view: DeleteThreadForm }

/** What is done with a thread as a whole: say what it is, lock, unlock, delete, restore. */
export function careRoutes(app: FastifyInstance, forum: Forum): void {
  app.get('/threads/:id/rename', (request, reply) => showForm(request, reply, forum, RENAME))
  app.get('/threads/:id/delete', (request, reply) => showForm(request, reply, forum, DELETE))

  app.post('/threads/:id/rename', async (request, reply) => {
    const { id: threadId } = readParams(ThreadId, request)
    return withForm(request, reply, {
      showAgain: state => formPage(request, forum, RENAME, state),
      action: async () => {
        const { title, ...said } = readForm(Details, request)
        const input = { threadId, title, ...detailsOf(said) }
        return wasDone(request, reply, await run(request, forum, a => changeThread(a, input)))
      },
    })
  })

  const set = (path: string, action: (a: Act, at: { threadId: number }) => Promise<Thread>): void => {
    app.post(path, async (request, reply) => {
      const { id: threadId } = readParams(ThreadId, request)
      readForm(Nothing, request)
      return wasDone(request, reply, await run(request, forum, a => action(a, { threadId })))
    })
  }
  set('/threads/:id/lock', lock)
  set('/threads/:id/unlock', unlock)
  set('/threads/:id/delete', deleteThread)
  set('/threads/:id/restore', restoreThread)
}

const run = <T>(request: FastifyRequest, forum: Forum, action: (a: Act) => Promise<T>): Promise<T> =>
  act(forum, actorOf(request), action)

function wasDone(request: FastifyRequest, reply: FastifyReply, thread: Thread): Promise<FastifyReply> {
  const { id: threadId, title, locked, deletedAt } = thread
  const back = threadPath(thread)
  return done(request, reply, { back, json: { id: threadId, title, locked, deletedAt, path: back } })
}

async function showForm(
  request: FastifyRequest,
  reply: FastifyReply,
  forum: Forum,
  care: Care,
): Promise<FastifyReply> {
  return show(request, reply, await formPage(request, forum, care))
}

/** The page of a form; with the state of one that was sent, else with what stands there now. Throws as its rule does. */
async function formPage(
  request: FastifyRequest,
  forum: Forum,
  care: Care,
  state?: FormState,
): Promise<PageAnswer> {
  const { id: threadId } = readParams(ThreadId, request)
  const { words } = request.visitor
  const site = await forum.site.at(forum.store.read)
  const visible = visibleTo(site, actorOf(request))
  const thread = await findThread(forum.store.read, visible, threadId)
  if (!thread) throw new Refused('not-found')
  care.must(visible, thread)
  const board = site.boards.byId.get(thread.boardId)
  const boards = [...pathTo(site.boards, thread.boardId), ...(board ? [board] : [])]
  const offers = board ? await offersFor(forum, thread, board) : null
  const values = await presentValues(forum, thread)
  return {
    title: words.say(care.title),
    robots: 'noindex',
    style: 'full',
    trail: [...boardSteps(boards), { href: threadPath(thread), name: thread.title }],
    main: () => care.view(state ?? freshForm(values), { words, csrf: CsrfField(request), thread, offers }),
    json: () => ({ id: threadId, ...values, board: board && boardPath(board) }),
  }
}

/** What can be said of a thread: what its board takes, and what is said of it already. */
async function offersFor({ site, store }: Forum, thread: Thread, board: Board): Promise<DetailOffers> {
  const { prefixes } = await site.at(store.read)
  const present = thread.prefixId === null ? undefined : prefixes.get(thread.prefixId)
  const offered = prefixesIn(prefixes, board.id)
  const kinds = board.kinds.includes(thread.kind) ? board.kinds : [thread.kind, ...board.kinds]
  return {
    board: { kinds, prefixRequired: board.prefixRequired },
    prefixes: present && !offered.includes(present) ? [present, ...offered] : offered,
    tags: await offeredTags(store.read, board.id),
  }
}

/** What stands there now, as the form shows it. */
async function presentValues({ store }: Forum, thread: Thread) {
  const { id: threadId, title, kind, prefixId, sourceUrl } = thread
  const tags = (await tagsOf(store.read, [threadId])).get(threadId) ?? []
  return {
    title,
    kind,
    prefix: prefixId === null ? '' : String(prefixId),
    tags: writtenTags(tags),
    sourceUrl,
  }
}
