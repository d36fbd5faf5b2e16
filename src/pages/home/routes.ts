import type { FastifyInstance } from 'fastify'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import type { LastThread } from '#forum/boards/model.ts'
import { keptForGuests } from '#web/cached-routes.ts'
import { show } from '#web/respond.ts'
import { loadHome } from './load.ts'
import { Home, homeJson } from './views.ts'

/** How long counts on a kept start page may stand still. */
const KEPT_SECONDS = 5

/** `GET /`: the boards. Kept for guests under the tag `site`. */
export function homeRoutes(app: FastifyInstance, forum: Forum): void {
  app.get('/', keptForGuests({ tag: () => 'site', seconds: KEPT_SECONDS }), async (request, reply) => {
    const { words } = request.visitor
    const home = await loadHome(forum, actorOf(request))
    return show(request, reply, {
      title: words.say('home.boards'),
      canonical: '/',
      ...(home.welcome && { description: home.welcome }),
      main: () => Home(home, { words, now: forum.clock(), lastHref }),
      json: () => homeJson(home),
    })
  })
}

const lastHref = ({ id, slug, lastNumber }: LastThread): string =>
  `/threads/${id}/${encodeURIComponent(slug)}#p${lastNumber}`
