import type { FastifyInstance } from 'fastify'
import type { Forum } from '#forum/act.ts'
import { show } from '#web/respond.ts'
import { administrationPage, administratorsOnly } from './answer.ts'
import { oneBoardRoutes } from './board/routes.ts'
import { boardRoutes } from './boards/routes.ts'
import { groupRoutes } from './groups/routes.ts'
import { PARTS, START_PATH } from './model.ts'
import { permissionRoutes } from './permissions/routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import { Overview } from './views.ts'
import { whyRoutes } from './why/routes.ts'

/** Everything under `/administration`. Whoever does not administer finds nothing there. */
export function administrationRoutes(app: FastifyInstance, forum: Forum): void {
  app.register(async guarded => {
    guarded.addHook('preHandler', administratorsOnly)
    guarded.get(START_PATH, (request, reply) =>
      show(
        request,
        reply,
        administrationPage(request, {
          path: START_PATH,
          main: Overview,
          json: () => ({ parts: PARTS.map(part => part.path) }),
        }),
      ),
    )
    settingsRoutes(guarded, forum)
    boardRoutes(guarded, forum)
    oneBoardRoutes(guarded, forum)
    permissionRoutes(guarded, forum)
    groupRoutes(guarded, forum)
    whyRoutes(guarded, forum)
  })
}
