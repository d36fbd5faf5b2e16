import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Forum } from '#forum/act.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { administrationPage, administratorsOnly } from './answer.ts'
import { attachmentRoutes } from './attachments/routes.ts'
import { badgeRoutes } from './badges/routes.ts'
import { oneBoardRoutes } from './board/routes.ts'
import { boardRoutes } from './boards/routes.ts'
import { groupRoutes } from './groups/routes.ts'
import { joiningRoutes } from './joining/routes.ts'
import { loadNumbers } from './load.ts'
import { mailRoutes } from './mail/routes.ts'
import { MailWarning } from './mail/views.ts'
import { oneMemberRoutes } from './member/routes.ts'
import { memberListRoutes } from './members/routes.ts'
import { type Numbers, PARTS, START_PATH } from './model.ts'
import { permissionRoutes } from './permissions/routes.ts'
import { prefixRoutes } from './prefixes/routes.ts'
import { profileFieldRoutes } from './profile-fields/routes.ts'
import { providerRoutes } from './providers/routes.ts'
import { readingRoutes } from './reading/routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import { titleRoutes } from './titles/routes.ts'
import { Overview } from './views.ts'
import { whyRoutes } from './why/routes.ts'

/** Everything under `/administration`. Whoever does not administer finds nothing there. */
export function administrationRoutes(app: FastifyInstance, forum: Forum): void {
  app.register(async guarded => {
    guarded.addHook('preHandler', administratorsOnly)
    guarded.get(START_PATH, async (request, reply) =>
      show(request, reply, overviewPage(forum, request, await loadNumbers(forum))),
    )
    settingsRoutes(guarded, forum)
    mailRoutes(guarded, forum)
    readingRoutes(guarded, forum)
    boardRoutes(guarded, forum)
    oneBoardRoutes(guarded, forum)
    permissionRoutes(guarded, forum)
    prefixRoutes(guarded, forum)
    attachmentRoutes(guarded, forum)
    memberListRoutes(guarded, forum)
    oneMemberRoutes(guarded, forum)
    groupRoutes(guarded, forum)
    whyRoutes(guarded, forum)
    profileFieldRoutes(guarded, forum)
    titleRoutes(guarded, forum)
    badgeRoutes(guarded, forum)
    joiningRoutes(guarded, forum)
    providerRoutes(guarded, forum)
  })
}

function overviewPage(forum: Forum, request: FastifyRequest, numbers: Numbers): PageAnswer {
  return administrationPage(request, {
    path: START_PATH,
    main: frame => Overview(frame, numbers, MailWarning(frame.words, forum.mailer.server)),
    json: () => ({ numbers, parts: PARTS.map(part => part.path) }),
  })
}
