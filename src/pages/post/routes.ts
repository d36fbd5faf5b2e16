import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { boardSteps } from '#forum/boards/views.ts'
import { deletePost } from '#forum/posts/actions/delete.ts'
import { restorePost } from '#forum/posts/actions/restore.ts'
import { MAX_REASON, type PostPlace } from '#forum/posts/model.ts'
import { mustDelete } from '#forum/posts/rules.ts'
import { historyPath, postPath, revisionPath } from '#forum/posts/views.ts'
import { threadPath } from '#forum/threads/views.ts'
import { keptForGuests } from '#web/cached-routes.ts'
import { CsrfField } from '#web/csrf.ts'
import { id, line } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { editRoutes } from './edit/routes.ts'
import { loadHistory, loadPlaced, loadWording } from './load.ts'
import { type PlacedPost, revisionAsked } from './model.ts'
import { quoteRoutes } from './quotes/routes.ts'
import { DeleteForm, HistoryView, historyJson, RevisionView, revisionJson } from './views.ts'

const KEPT_SECONDS = 300

const Place = form({ thread: id(), number: id() })
const DeleteInput = form({ reason: line({ max: MAX_REASON, min: 0 }) })
const Nothing = form({})

/** What there is about one post: its wordings, and changing, deleting and restoring it. */
export function postRoutes(app: FastifyInstance, forum: Forum): void {
  historyRoutes(app, forum)
  editRoutes(app, forum)
  deletionRoutes(app, forum)
  quoteRoutes(app, forum)
}

const placeOf = (request: FastifyRequest): PostPlace => {
  const { thread: threadId, number } = readParams(Place, request)
  return { threadId, number }
}

/** What the pages about a post have in common. */
function pageAbout(
  { post, thread, boards }: PlacedPost,
  page: Pick<PageAnswer, 'title' | 'main' | 'json' | 'canonical'>,
): PageAnswer {
  const { number } = post
  const trail = [
    ...boardSteps(boards),
    { href: threadPath(thread), name: thread.title },
    { href: threadPath(thread, number), name: `#${number}` },
  ]
  return { ...page, trail, robots: 'noindex', style: 'full' }
}

function historyRoutes(app: FastifyInstance, forum: Forum): void {
  const kept = keptForGuests({
    tag: request => `thread:${(request.params as { thread: string }).thread}`,
    seconds: KEPT_SECONDS,
  })
  app.get('/posts/:thread/:number/revisions', kept, async (request, reply) => {
    const { words } = request.visitor
    const { before: written } = request.query as Record<string, unknown>
    const before = written === undefined ? undefined : revisionAsked(written)
    if (before === null) throw new Refused('not-found')
    const history = await loadHistory(forum, actorOf(request), { ...placeOf(request), before })
    const { post } = history
    const page = {
      title: words.say('history.title', { number: `#${post.number}` }),
      canonical: historyPath(post),
      main: () => HistoryView(history, { words, now: forum.clock() }),
      json: () => historyJson(history),
    }
    return show(request, reply, pageAbout(history, page))
  })
  app.get('/posts/:thread/:number/revisions/:revision', kept, async (request, reply) => {
    const { words } = request.visitor
    const revision = revisionAsked((request.params as Record<string, unknown>)['revision'])
    if (revision === null) throw new Refused('not-found')
    const wording = await loadWording(forum, actorOf(request), { ...placeOf(request), revision })
    const { post } = wording
    const page = {
      title: `${words.say('history.wording', { revision })} · #${post.number}`,
      canonical: revisionPath(post, revision),
      main: () => RevisionView(wording, { words, now: forum.clock() }),
      json: () => revisionJson(wording),
    }
    return show(request, reply, pageAbout(wording, page))
  })
}

function deletionRoutes(app: FastifyInstance, forum: Forum): void {
  const formPage = async (request: FastifyRequest, state: FormState): Promise<PageAnswer> => {
    const { words } = request.visitor
    const placed = await loadPlaced(forum, actorOf(request), placeOf(request))
    const { post, thread, visible } = placed
    mustDelete(visible, thread, post)
    return pageAbout(placed, {
      title: words.say('deletion.post', { number: `#${post.number}` }),
      main: () => DeleteForm(state, { words, csrf: CsrfField(request), post }),
      json: () => ({ threadId: post.threadId, number: post.number }),
    })
  }
  const wasDone = (request: FastifyRequest, reply: FastifyReply, place: PostPlace, deleted: boolean) =>
    done(request, reply, { back: postPath(place), json: { ...place, deleted } })

  app.get('/posts/:thread/:number/delete', async (request, reply) =>
    show(request, reply, await formPage(request, freshForm())),
  )
  app.post('/posts/:thread/:number/delete', (request, reply) =>
    withForm(request, reply, {
      showAgain: state => formPage(request, state),
      action: async () => {
        const { reason } = readForm(DeleteInput, request)
        const place = placeOf(request)
        await act(forum, actorOf(request), a => deletePost(a, { ...place, reason }))
        return wasDone(request, reply, place, true)
      },
    }),
  )
  app.post('/posts/:thread/:number/restore', async (request, reply) => {
    const place = placeOf(request)
    readForm(Nothing, request)
    await act(forum, actorOf(request), a => restorePost(a, place))
    return wasDone(request, reply, place, false)
  })
}
