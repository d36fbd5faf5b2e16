import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { mayKeepTags, removeTag, renameTag } from '#forum/tags/actions.ts'
import { MAX_TAG, tagKeyOf } from '#forum/tags/model.ts'
import { findTag } from '#forum/tags/store.ts'
import { tagPath } from '#forum/tags/views.ts'
import { Neighbours } from '#web/components/neighbours.ts'
import { CsrfField } from '#web/csrf.ts'
import { id, line } from '#web/fields.ts'
import { type FormState, form, freshForm, read, readForm, readParams, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { loadTag } from './load.ts'
import { KeepTag, olderPath, TagView, tagPageJson } from './views.ts'

const TagName = form({ tag: line({ max: MAX_TAG }) })
const Before = form({ before: id() })
const TagInput = form({ tags: line({ max: MAX_TAG }) })
const Nothing = form({})

const nameOf = (request: FastifyRequest): string => readParams(TagName, request).tag

/** `GET /tags/:tag`: the threads of a tag; and what moderators do with it. */
export function tagRoutes(app: FastifyInstance, forum: Forum): void {
  app.get('/tags/:tag', async (request, reply) => {
    const name = nameOf(request)
    const before = beforeOf(request)
    const page = await loadTag(forum, actorOf(request), { name, before })
    const path = tagPath(page.tag)
    if (page.tag.name !== name) return reply.redirect(path, 301)
    const { words } = request.visitor
    const older = olderPath(page)
    return show(request, reply, {
      title: words.say('tag.title', { name: page.tag.name }),
      canonical: before === undefined ? path : `${path}?before=${before}`,
      head: () => Neighbours(null, older),
      main: () => TagView(page, { words, now: forum.clock() }),
      json: () => tagPageJson(page),
    })
  })
  keepRoutes(app, forum)
}

/** `?before=7` → 7. What is no number leads nowhere: throws `not-found`. */
function beforeOf(request: FastifyRequest): number | undefined {
  const { before } = request.query as Record<string, unknown>
  if (before === undefined) return undefined
  try {
    return read(Before, { before }).before
  } catch {
    throw new Refused('not-found')
  }
}

function keepRoutes(app: FastifyInstance, forum: Forum): void {
  app.get('/tags/:tag/edit', async (request, reply) => show(request, reply, await keepPage(request, forum)))
  app.post('/tags/:tag/edit', (request, reply) =>
    withForm(request, reply, {
      showAgain: state => keepPage(request, forum, state),
      action: async () => {
        const { tags: to } = readForm(TagInput, request)
        const tag = await act(forum, actorOf(request), a => renameTag(a, { name: nameOf(request), to }))
        return done(request, reply, { back: tagPath(tag), json: { name: tag.name, path: tagPath(tag) } })
      },
    }),
  )
  app.post('/tags/:tag/remove', async (request, reply) => {
    readForm(Nothing, request)
    await act(forum, actorOf(request), a => removeTag(a, { name: nameOf(request) }))
    return done(request, reply, { back: '/', json: {} })
  })
}

/** For all but those who look after tags there is nothing here: throws `not-found`. */
async function keepPage(request: FastifyRequest, forum: Forum, state?: FormState): Promise<PageAnswer> {
  const tag = await findTag(forum.store.read, tagKeyOf(nameOf(request)))
  if (!tag || !mayKeepTags(actorOf(request))) throw new Refused('not-found')
  const { words } = request.visitor
  const { name } = tag
  return {
    ...{ title: words.say('tag.keep'), robots: 'noindex', style: 'full' },
    trail: [{ href: tagPath(tag), name }],
    main: () => KeepTag(state ?? freshForm({ tags: name }), { words, csrf: CsrfField(request), name }),
    json: () => ({ name }),
  }
}
