import type { FastifyInstance } from 'fastify'
import { HELP_PATH } from '#forum/posts/toolbar.ts'
import { show } from '#web/respond.ts'
import { constructs, SHORTCUTS } from './model.ts'
import { WritingHelp } from './views.ts'

/** `GET /help/writing`: how posts are written. */
export function helpRoutes(app: FastifyInstance): void {
  app.get(HELP_PATH, (request, reply) => {
    const { words } = request.visitor
    return show(request, reply, {
      title: words.say('help.title'),
      canonical: HELP_PATH,
      main: () => WritingHelp(words),
      json: () => ({
        constructs: constructs(words).map(each => ({ ...each, name: words.say(each.name) })),
        shortcuts: SHORTCUTS.map(({ keys, does }) => ({ keys, does: words.say(does) })),
      }),
      style: 'full',
    })
  })
}
