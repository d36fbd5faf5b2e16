import type { FastifyInstance } from 'fastify'
import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { boardSteps } from '#forum/boards/views.ts'
import { quoteInFull } from '#forum/quotes/load.ts'
import { MOST_QUOTES } from '#forum/quotes/said.ts'
import { threadPath } from '#forum/threads/views.ts'
import { id, wholeNumber } from '#web/fields.ts'
import { form, readParams } from '#web/forms.ts'
import { show } from '#web/respond.ts'
import { loadPlaced } from '../load.ts'
import { QuoteView, quoteJson } from './views.ts'

const Place = form({ thread: id(), number: id(), position: wholeNumber({ min: 1, max: MOST_QUOTES }) })

/**
 * The page of a quote: its verdict, and the words of both sides. It is made anew for everybody who asks: the source may be
 * gone by then.
 */
export function quoteRoutes(app: FastifyInstance, forum: Forum): void {
  app.get('/posts/:thread/:number/quotes/:position', async (request, reply) => {
    const { words } = request.visitor
    const { thread: threadId, number, position } = readParams(Place, request)
    const placed = await loadPlaced(forum, actorOf(request), { threadId, number })
    const full = await quoteInFull(forum.store.read, placed.visible, placed, position)
    if (!full) throw new Refused('not-found')
    const { thread, boards } = placed
    const post = { href: threadPath(thread, number), name: `#${number}` }
    return show(request, reply, {
      ...{
        title: words.say('quotes.title', { position, post: post.name }),
        robots: 'noindex',
        style: 'full',
      },
      trail: [...boardSteps(boards), { href: threadPath(thread), name: thread.title }, post],
      main: () => QuoteView(full, words),
      json: () => quoteJson(full),
    })
  })
}
