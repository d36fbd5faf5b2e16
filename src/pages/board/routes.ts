import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { boardPath, boardSteps } from '#forum/boards/views.ts'
import { THREAD_KINDS } from '#forum/kinds/model.ts'
import { MAX_TAG } from '#forum/tags/model.ts'
import type { ThreadSlice } from '#forum/threads/model.ts'
import { threadPath } from '#forum/threads/views.ts'
import { keptForGuests } from '#web/cached-routes.ts'
import { Neighbours } from '#web/components/neighbours.ts'
import { choice, id, line } from '#web/fields.ts'
import { form, readParams, readQuery } from '#web/forms.ts'
import { properPath } from '#web/proper-path.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { type AskedOnly, loadBoard } from './load.ts'
import { type BoardPage, placeOf, queryOf } from './model.ts'
import { BoardView, boardPageJson, onwardPaths } from './views.ts'

/** How long counts of the boards within may stand still. */
const KEPT_SECONDS = 5

const OnlyQuery = form({
  prefix: v.optional(id()),
  tag: v.optional(line({ max: MAX_TAG })),
  kind: v.optional(choice(THREAD_KINDS)),
})

const BoardId = form({ id: id() })

/** `GET /boards/:id/:slug`: a board and its threads. Kept for guests under the tag `board:ID`. */
export function boardRoutes(app: FastifyInstance, forum: Forum): void {
  const kept = keptForGuests({
    tag: request => `board:${(request.params as { id: string }).id}`,
    seconds: KEPT_SECONDS,
  })
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { id: boardId } = readParams(BoardId, request)
    const slice = sliceOf(request.query as Record<string, unknown>)
    const asked = readOnly(request)
    const page = await loadBoard(forum, actorOf(request), boardId, { ...slice, asked })
    const path = boardPath(page.board)
    const proper = properPath(request, path)
    if (proper !== null) return reply.redirect(proper, 301)
    // The newest threads have one address, however they were reached.
    if (slice.after && !page.list?.hasNewer) return reply.redirect(path + queryOf({}, page.only), 302)
    return show(request, reply, pageAnswer(request, forum, page, path + queryOf(slice, page.only)))
  }
  app.get('/boards/:id', answer)
  app.get('/boards/:id/:slug', kept, answer)
}

function pageAnswer(request: FastifyRequest, forum: Forum, page: BoardPage, canonical: string): PageAnswer {
  const { words } = request.visitor
  const { board } = page
  const { newer, older } = onwardPaths(page)
  return {
    title: board.title,
    canonical,
    ...(board.description && { description: board.description }),
    trail: boardSteps(page.above),
    head: () => Neighbours(newer, older),
    main: () =>
      BoardView(page, {
        words,
        now: forum.clock(),
        startHref: startHref(request, page),
        lastHref: last => threadPath(last, last.lastNumber),
      }),
    json: () => boardPageJson(page),
  }
}

/** Guests are led to the form by signing in; members who may not start threads are not led there. */
function startHref(request: FastifyRequest, { board, list, mayStart }: BoardPage): string | null {
  const path = `/boards/${board.id}/threads/new`
  if (mayStart) return path
  const isGuest = actorOf(request).memberId === null
  return isGuest && list && !board.section ? request.server.web.options.signInPath(path) : null
}

/** What the list is to be limited to. What cannot be is nowhere: throws `not-found`. */
function readOnly(request: FastifyRequest): AskedOnly {
  try {
    return readQuery(OnlyQuery, request)
  } catch {
    throw new Refused('not-found')
  }
}

function sliceOf(query: Record<string, unknown>): ThreadSlice {
  const before = placeOf(query['before'])
  const after = placeOf(query['after'])
  const isUnreadable = (query['before'] !== undefined && !before) || (query['after'] !== undefined && !after)
  if (isUnreadable || (before && after)) throw new Refused('not-found')
  return { ...(before && { before }), ...(after && { after }) }
}
