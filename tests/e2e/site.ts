import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import { act, type Forum } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { reactionRoutes } from '#forum/reactions/routes.ts'
import { requestRoutes } from '#forum/record/routes.ts'
import { administrationRoutes } from '#pages/administration/routes.ts'
import { boardRoutes } from '#pages/board/routes.ts'
import { composeRoutes } from '#pages/compose/routes.ts'
import { findingRoutes } from '#pages/finding/routes.ts'
import { homeRoutes } from '#pages/home/routes.ts'
import { postRoutes } from '#pages/post/routes.ts'
import { shellOf } from '#pages/shell/views.ts'
import { threadRoutes } from '#pages/thread/routes.ts'
import { assetsOfSources } from '../support/assets.ts'
import { type View, type Visit, visit } from '../support/browser.ts'
import { type TestPages, testPages } from '../support/pages.ts'

/** A forum of the present sources that browsers can open. */
export interface OpenSite {
  readonly pages: TestPages
  /** Where it answers. */
  readonly url: string
  /** Opens a page as somebody; a guest unless named. */
  open(browser: Browser, path: string, view?: View, who?: Actor): Promise<Visit>
  start(who: Actor, title: string, source: string): Promise<number>
  write(who: Actor, threadId: number, source: string): Promise<void>
  close(): Promise<void>
}

/**
 * Builds the styles and the script, and serves reading, writing and the administration on a free port, on SQLite; `more`
 * adds what else a test asks for.
 */
export async function openSite(more?: (app: FastifyInstance, forum: Forum) => void): Promise<OpenSite> {
  const built: { forum?: Forum } = {}
  const pages = await testPages(
    'sqlite',
    (app, forum) => {
      built.forum = forum
      const rooms = [homeRoutes, boardRoutes, threadRoutes, postRoutes, composeRoutes, reactionRoutes]
      const record = [requestRoutes, findingRoutes]
      for (const routes of [...rooms, ...record, administrationRoutes]) routes(app, forum)
      more?.(app, forum)
    },
    { assets: await assetsOfSources(), shell: (page, request) => shellOf(built.forum!)(page, request) },
  )
  const { app } = pages.site
  await app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const open: OpenSite['open'] = async (browser, path, view = {}, who = pages.people.guest) => {
    const cookie = who.memberId === null ? undefined : pages.site.signIn({ actor: who })
    return visit(browser, url, path, cookie === undefined ? view : { ...view, cookie })
  }
  const text = { format: 'markdown', requestKey: null } as const
  const { news: boardId } = pages.house.boards
  return {
    ...{ pages, url, open },
    start: async (who, title, source) =>
      (await act(pages.forum, who, a => startThread(a, { ...text, boardId, title, source }))).threadId,
    write: async (who, threadId, source) => {
      await act(pages.forum, who, a => reply(a, { ...text, threadId, source }))
    },
    close: () => pages.close(),
  }
}
