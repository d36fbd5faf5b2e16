import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { Log } from '#base/log.ts'
import { type Clock, systemClock } from '#base/time.ts'
import type { Config } from '#config/config.ts'
import { type FileOptions, openFiles } from '#files/files.ts'
import type { Forum } from '#forum/act.ts'
import { answerRoutes } from '#forum/answers/routes.ts'
import { withUnread } from '#forum/conversations/load.ts'
import { draftRoutes } from '#forum/drafts/routes.ts'
import type { ForumEvent } from '#forum/events.ts'
import { linkCardRoutes } from '#forum/link-cards/routes.ts'
import { pollRoutes } from '#forum/polls/routes.ts'
import { reactionRoutes } from '#forum/reactions/routes.ts'
import { openEngine } from '#forum/record/engine.ts'
import { createKeeper, type WorkingKeeper } from '#forum/record/keeper.ts'
import { requestRoutes } from '#forum/record/routes.ts'
import { writeWaiting } from '#forum/record/waiting.ts'
import { resolveSession } from '#forum/sessions/actions.ts'
import { secretOf } from '#forum/settings/store-secret.ts'
import { openSite } from '#forum/site.ts'
import { tieRoutes } from '#forum/ties/routes.ts'
import { openVersions } from '#forum/versions/versions.ts'
import { completionRoutes } from '#forum/writing-aids/routes.ts'
import { createOutbox, type Outbox } from '#jobs/outbox.ts'
import { startWork, type Work } from '#jobs/schedule.ts'
import { createMailer } from '#mail/mailer.ts'
import { createOutgoing } from '#outgoing/outgoing.ts'
import { accountRoutes } from '#pages/account/routes.ts'
import { administrationRoutes } from '#pages/administration/routes.ts'
import { attachmentRoutes } from '#pages/attachments/routes.ts'
import { boardRoutes } from '#pages/board/routes.ts'
import { composeRoutes } from '#pages/compose/routes.ts'
import { conversationRoutes } from '#pages/conversations/routes.ts'
import { findingRoutes } from '#pages/finding/routes.ts'
import { healthRoutes } from '#pages/health/routes.ts'
import { helpRoutes } from '#pages/help/routes.ts'
import { homeRoutes } from '#pages/home/routes.ts'
import { memberRoutes } from '#pages/member/routes.ts'
import { postRoutes } from '#pages/post/routes.ts'
import { preferenceRoutes } from '#pages/preferences/routes.ts'
import { recordRoutes } from '#pages/record/routes.ts'
import { reportRoutes } from '#pages/reports/routes.ts'
import { setUpRoutes } from '#pages/set-up/routes.ts'
import { shellOf } from '#pages/shell/views.ts'
import { tagRoutes } from '#pages/tag/routes.ts'
import { threadRoutes } from '#pages/thread/routes.ts'
import type { Store } from '#store/store.ts'
import { buildServer } from '#web/server.ts'
import { type Assets, loadAssets } from '#web/static.ts'
import about from '../package.json' with { type: 'json' }
import { handlersOf } from './handlers.ts'
import { fillWithExample } from './importers/example/fill.ts'
import { hear } from './listeners.ts'
import { tasksOf } from './schedule.ts'

/** The version of this program. */
export const VERSION = about.version

/** A forum whose actions are heard, the outbox that sees to it, and who reads what is posted. */
export interface OpenForum {
  readonly forum: Forum
  readonly outbox: Outbox
  /** Null where another process reads. */
  readonly keeper: WorkingKeeper | null
}

/** The store of an up-to-date schema → the forum in it. */
export async function openForum(house: {
  store: Store
  log: Log
  config: Pick<
    Config,
    | 'url'
    | 'secret'
    | 'reading'
    | 'outgoing'
    | 'outgoingHosts'
    | 'data'
    | 'smtp'
    | 'mailFrom'
    | keyof FileOptions
  >
  clock?: Clock
}): Promise<OpenForum> {
  const { store, log, config, clock = systemClock } = house
  const { url: origin, outgoingHosts: hosts } = config
  const isAllowed = config.outgoing === 'allowed'
  const outbox = createOutbox({ store, log, clock, hear: event => hear(forum, event as ForumEvent) })
  const site = await openSite(store.read, store.changeMark)
  const outgoing = createOutgoing({ isAllowed, hosts, origin, version: VERSION })
  const mailer = createMailer({ ...config, clock })
  const keeper =
    config.reading === 'on' ? createKeeper({ forum: () => forum, engine: openEngine(log) }) : null
  const record = keeper && { record: keeper }
  const secret = config.secret ?? (await secretOf(store))
  const forum: Forum = {
    ...{ store, clock, log, site, origin, secret, outgoing, mailer, files: openFiles(config) },
    ...record,
    deliver: outbox.deliver,
  }
  return { forum, outbox, keeper }
}

/** Begins everything that is done beside answering requests. */
export function startForumWork({ forum, outbox, keeper }: OpenForum): Work {
  const { store, clock, log } = forum
  keeper?.start()
  const work = startWork({
    ...{ store, clock, log },
    always: async () => {
      await outbox.settle()
      await writeWaiting(forum)
    },
    tasks: tasksOf(forum, outbox),
    handlers: handlersOf(forum),
  })
  return {
    stop: async () => {
      await Promise.all([work.stop(), keeper?.stop()])
    },
  }
}

/** The server of a forum with all its pages, not listening yet. Throws an `Error` when there is no build of the assets. */
export async function buildSite(forum: Forum, config: Config): Promise<FastifyInstance> {
  const { store, log, clock, site } = forum
  const app = await buildServer({
    ...{ config, log, clock },
    assets: builtAssets(),
    csrfSecret: forum.secret,
    resolveVisitor: async hash => withUnread(forum, await resolveSession(forum, hash)),
    shell: shellOf(forum),
    signInPath: back => `/sign-in?next=${encodeURIComponent(back)}`,
    cacheVersion: openVersions(store),
    timeZone: () => site.latest().settings.timeZone,
  })
  addPages(app, forum)
  return app
}

/** Every page of the forum, and every form. */
export function addPages(app: FastifyInstance, forum: Forum): void {
  homeRoutes(app, forum)
  boardRoutes(app, forum)
  threadRoutes(app, forum)
  postRoutes(app, forum)
  composeRoutes(app, forum)
  conversationRoutes(app, forum)
  reportRoutes(app, forum)
  attachmentRoutes(app, forum)
  draftRoutes(app, forum)
  completionRoutes(app, forum)
  helpRoutes(app)
  reactionRoutes(app, forum)
  pollRoutes(app, forum)
  answerRoutes(app, forum)
  tagRoutes(app, forum)
  tieRoutes(app, forum)
  linkCardRoutes(app, forum)
  requestRoutes(app, forum)
  findingRoutes(app, forum)
  memberRoutes(app, forum)
  accountRoutes(app, forum)
  recordRoutes(app, forum)
  preferenceRoutes(app, forum)
  administrationRoutes(app, forum)
  setUpRoutes(app, forum, fillWithExample)
  healthRoutes(app, { store: forum.store, log: forum.log, version: VERSION })
}

/** Seen from the sources, and from the build. */
const ASSETS = ['../dist/assets', '../assets']

function builtAssets(): Assets {
  const folders = ASSETS.map(path => fileURLToPath(new URL(path, import.meta.url)))
  return loadAssets(folders.find(folder => existsSync(folder)) ?? (folders[0] as string))
}
