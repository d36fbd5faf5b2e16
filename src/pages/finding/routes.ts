import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { findingPath } from '#forum/findings/views.ts'
import { keptForGuests } from '#web/cached-routes.ts'
import { CsrfField } from '#web/csrf.ts'
import { type FormState, freshForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { correctionRoutes } from './correcting/routes.ts'
import { findingJson } from './json.ts'
import { loadFinding } from './load.ts'
import type { FindingPage } from './model.ts'
import { pageAbout, placeOf } from './place.ts'
import { sourceRoutes } from './sources/routes.ts'
import { FindingView, titleOf } from './views.ts'

/** How long what stands in other threads may stand still. */
const KEPT_SECONDS = 30

/** One finding of a post by itself, and all that is done with it. */
export function findingRoutes(app: FastifyInstance, forum: Forum): void {
  const formPage = async (request: FastifyRequest, state: FormState): Promise<PageAnswer> =>
    answer(request, forum, await loadFinding(forum, actorOf(request), placeOf(request)), state)
  const kept = keptForGuests({
    tag: request => `thread:${(request.params as { thread: string }).thread}`,
    seconds: KEPT_SECONDS,
  })
  app.get('/posts/:thread/:number/findings/:key', kept, (request, reply) =>
    showFinding(request, reply, forum),
  )
  sourceRoutes(app, forum, formPage)
  correctionRoutes(app, forum)
}

async function showFinding(
  request: FastifyRequest,
  reply: FastifyReply,
  forum: Forum,
): Promise<FastifyReply> {
  const place = placeOf(request)
  const page = await loadFinding(forum, actorOf(request), place)
  // A part of a quotation goes by the name of the whole.
  if (page.key !== place.key) return reply.redirect(findingPath(place, page.key), 301)
  return show(request, reply, answer(request, forum, page, freshForm()))
}

function answer(request: FastifyRequest, forum: Forum, page: FindingPage, form: FormState): PageAnswer {
  const { words } = request.visitor
  const path = findingPath(page.post, page.key)
  const isGuest = actorOf(request).memberId === null
  const signInHref = isGuest ? request.server.web.options.signInPath(path) : null
  return pageAbout(request, page, {
    title: titleOf(page, words),
    canonical: path,
    main: () =>
      FindingView(page, { words, now: forum.clock(), csrf: () => CsrfField(request), form, signInHref }),
    json: () => findingJson(page),
    isForm: false,
  })
}
