import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { act, type Forum } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { shellOf } from '#pages/shell/views.ts'
import { addPages } from '../../src/main.ts'
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

/** Builds the styles and the script, and serves all pages on a free port, on SQLite. */
export async function openSite(): Promise<OpenSite> {
  const built: { forum?: Forum } = {}
  const pages = await testPages(
    'sqlite',
    (app, forum) => {
      built.forum = forum
      addPages(app, forum)
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
