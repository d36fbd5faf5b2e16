import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import type { Html } from '#base/html.ts'
import { type Act, act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { pathTo } from '#forum/boards/tree.ts'
import { boardPath, boardSteps } from '#forum/boards/views.ts'
import { type Visible, visibleTo } from '#forum/permissions/visible.ts'
import { deleteThread, lock, renameThread, restoreThread, unlock } from '#forum/threads/actions.ts'
import { MAX_TITLE, MIN_TITLE, type Thread } from '#forum/threads/model.ts'
import { mustDelete, mustRename } from '#forum/threads/rules.ts'
import { findThread } from '#forum/threads/store.ts'
import { threadPath } from '#forum/threads/views.ts'
import { CsrfField } from '#web/csrf.ts'
import { id, line } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { type CareOptions, DeleteThreadForm, RenameForm } from './views.ts'

const ThreadId = form({ id: id() })
const Title = form({ title: line({ min: MIN_TITLE, max: MAX_TITLE }) })
const Nothing = form({})

/** What one form about a thread is. */
interface Care {
  readonly title: 'thread.rename-this' | 'thread.delete-this'
  must(visible: Visible, thread: Thread): void
  view(state: FormState, options: CareOptions): Html
}

const RENAME: Care = { title: 'thread.rename-this', must: mustRename, view: RenameForm }
const DELETE: Care = { title: 'thread.delete-this', must: mustDelete, view: DeleteThreadForm }

/** What is done with a thread as a whole: rename, lock, unlock, delete, restore. */
export function careRoutes(app: FastifyInstance, forum: Forum): void {
  app.get('/threads/:id/rename', (request, reply) => showForm(request, reply, forum, RENAME))
  app.get('/threads/:id/delete', (request, reply) => showForm(request, reply, forum, DELETE))

  app.post('/threads/:id/rename', async (request, reply) => {
    const { id: threadId } = readParams(ThreadId, request)
    return withForm(request, reply, {
      showAgain: state => formPage(request, forum, RENAME, state),
      action: async () => {
        const { title } = readForm(Title, request)
        return wasDone(request, reply, await run(request, forum, a => renameThread(a, { threadId, title })))
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
  const values = { title: thread.title }
  return {
    title: words.say(care.title),
    robots: 'noindex',
    style: 'full',
    trail: [...boardSteps(boards), { href: threadPath(thread), name: thread.title }],
    main: () => care.view(state ?? freshForm(values), { words, csrf: CsrfField(request), thread }),
    json: () => ({ id: threadId, ...values, board: board && boardPath(board) }),
  }
}
