import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { type ConversationSlice, MAX_LABEL, placeOf, queryOf } from '#forum/conversations/model.ts'
import { mayConverse } from '#forum/conversations/rules.ts'
import { conversationsOf, labelsOf } from '#forum/conversations/store.ts'
import { CONVERSATIONS_PATH, lineJson } from '#forum/conversations/views.ts'
import { show } from '#web/respond.ts'
import { conversationCareRoutes } from './care/routes.ts'
import { newConversationRoutes } from './new/routes.ts'
import { ConversationList } from './views.ts'

/** A member's conversations, the form that starts one, and what they do with each; its page is that of a thread. */
export function conversationRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(CONVERSATIONS_PATH, async (request, reply) => {
    const actor = actorOf(request)
    mustBeMember(actor)
    const { words } = request.visitor
    const slice = sliceOf(request)
    const { read } = forum.store
    const list = await conversationsOf(read, actor.memberId, slice)
    const labels = await labelsOf(read, actor.memberId)
    const { label } = slice
    const older = list.olderBefore && CONVERSATIONS_PATH + queryOf({ label, before: list.olderBefore })
    const page = { lines: list.lines, labels, label: label ?? null, older, mayStart: mayConverse(actor) }
    return show(request, reply, {
      ...{ title: words.say('conversation.list'), robots: 'noindex', style: 'full' },
      main: () => ConversationList(page, { words, now: forum.clock() }),
      json: () => ({ conversations: list.lines.map(lineJson), labels, older }),
    })
  })
  newConversationRoutes(app, forum)
  conversationCareRoutes(app, forum)
}

function sliceOf(request: FastifyRequest): ConversationSlice {
  const { label, before: written } = request.query as Record<string, unknown>
  const before = written === undefined ? undefined : placeOf(written)
  const isLabel = label === undefined || (typeof label === 'string' && label.length <= MAX_LABEL)
  if (before === null || !isLabel) throw new Refused('not-found')
  return { before, label: label as string | undefined }
}
