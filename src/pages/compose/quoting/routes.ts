import type { FastifyInstance } from 'fastify'
import { Refused } from '#base/errors.ts'
import { html } from '#base/html.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { MAX_POST } from '#forum/posts/model.ts'
import { formatField } from '#forum/posts/preview.ts'
import { MOST_ASKED } from '#forum/quotes/quoting.ts'
import { id, line, many, text } from '#web/fields.ts'
import { form, readForm, readParams, readQuery } from '#web/forms.ts'
import { show } from '#web/respond.ts'
import { loadQuotes, loadReply } from '../load.ts'
import { wordingAsked } from '../model.ts'

const LONGEST_PLACE = 40

const PostNumber = form({ thread: id(), number: id() })
const Quoting = form({ format: formatField() })
const QuotesInput = form({
  format: formatField(),
  post: many(line({ max: LONGEST_PLACE }), MOST_ASKED),
  words: many(text({ max: MAX_POST, min: 0 }), MOST_ASKED),
})

/** Quote blocks for a script or a program to put into a text. Nothing is written. */
export function quoteRoutes(app: FastifyInstance, forum: Forum): void {
  app.get('/posts/:thread/:number/quote', async (request, reply) => {
    const { thread: threadId, number } = readParams(PostNumber, request)
    const { format } = readQuery(Quoting, request)
    const guest = request.visitor.words.say('thread.guest')
    const asked = [{ threadId, number }]
    const { source } = await loadReply(forum, actorOf(request), threadId, { asked, format, guest })
    if (source === '') throw new Refused('not-found')
    const path = `/threads/${threadId}/reply?quote=${number}`
    if (request.visitor.answer === 'page') return reply.redirect(path, 302)
    return show(request, reply, { title: '', main: () => html`${source}`, json: () => ({ source }) })
  })

  /** Of each `post` (`7/27/2`: thread, number, wording) the `words` at the same place, or all of it. */
  app.post('/quotes', async (request, reply) => {
    const { format, post, words } = readForm(QuotesInput, request)
    const asked = post.flatMap((written, index) => {
      const place = wordingAsked(written)
      return place ? [{ ...place, words: words[index] }] : []
    })
    const guest = request.visitor.words.say('thread.guest')
    const source = await loadQuotes(forum, actorOf(request), { asked, format, guest })
    if (source === '') throw new Refused('not-found')
    return show(request, reply, {
      ...{ title: request.visitor.words.say('quotes.quoted'), robots: 'noindex' },
      ...{ main: () => html`<pre dir="auto">${source}</pre>`, json: () => ({ source }) },
    })
  })
}
