import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import type { Html } from '#base/html.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { AttachmentFields } from '#forum/attachments/fields.ts'
import { attachmentsShown } from '#forum/attachments/upload.ts'
import { boardSteps } from '#forum/boards/views.ts'
import { CONVERSATIONS_PATH } from '#forum/conversations/views.ts'
import { threadPlace } from '#forum/drafts/model.ts'
import { freshComposer, ReplyForm } from '#forum/posts/composer.ts'
import { openComposer } from '#forum/posts/restoring.ts'
import { type Reading, USUAL_READING } from '#forum/preferences/model.ts'
import { readingOf } from '#forum/preferences/reading.ts'
import { POSTS_PER_PAGE } from '#forum/threads/model.ts'
import { threadPagePath, threadPath } from '#forum/threads/views.ts'
import { keptForGuests } from '#web/cached-routes.ts'
import { Neighbours } from '#web/components/neighbours.ts'
import { CsrfField } from '#web/csrf.ts'
import { id } from '#web/fields.ts'
import { form, readParams } from '#web/forms.ts'
import { properPath } from '#web/proper-path.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { careRoutes } from './care/routes.ts'
import { excerptOf } from './excerpt.ts'
import { loadPost, loadThread } from './load.ts'
import { EXCERPT, needsAllStyles, pageAsked, type ThreadPage, usualPage } from './model.ts'
import { PostLineView, postJson, type ThreadOptions, ThreadView, threadPageJson } from './views.ts'

/** How long the counts on member cards may stand still. */
const KEPT_SECONDS = 30
/** Lines of the form at the foot of a thread. */
const ROWS = 6

const ThreadId = form({ id: id() })
const PostPlace = form({ thread: id(), number: id() })

/** The thread page, the address of each post, and what is done with a thread as a whole. */
export function threadRoutes(app: FastifyInstance, forum: Forum): void {
  const kept = keptForGuests({
    tag: request => `thread:${(request.params as { id: string }).id}`,
    seconds: KEPT_SECONDS,
  })
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { id: threadId } = readParams(ThreadId, request)
    const page = pageAsked((request.query as Record<string, unknown>)['page'])
    const from = (request.query as Record<string, unknown>)['from'] === undefined ? null : fromAsked(request)
    if (page === null) throw new Refused('not-found')
    const at = { id: threadId, page, from, withRecord: showsRecord(request), reading: readerOf(request) }
    const loaded = await loadThread(forum, actorOf(request), at)
    const proper = properPath(request, threadPagePath(loaded.thread, 1))
    if (proper !== null) return reply.redirect(proper, 301)
    // The address of a page of a size of one's own means the page that holds its beginning to all others.
    if (from !== null && loaded.size === POSTS_PER_PAGE)
      return reply.redirect(threadPagePath(loaded.thread, loaded.page), 302)
    const composer = loaded.may.reply ? await replyForm(request, forum, loaded) : null
    return show(request, reply, pageAnswer(request, forum, loaded, composer))
  }
  app.get('/threads/:id', answer)
  app.get('/threads/:id/:slug', kept, answer)
  app.get(`${CONVERSATIONS_PATH}/:id`, answer)
  app.get('/posts/:thread/:number', (request, reply) => showPost(request, reply, forum))
  careRoutes(app, forum)
}

/** A reader can have the margin away; a program asks for everything. */
const showsRecord = ({ visitor }: FastifyRequest): boolean =>
  visitor.margin === 'shown' || visitor.answer === 'json'

/** A program is told of pages of the usual size, whoever it asks for. */
const readerOf = (request: FastifyRequest): Reading =>
  request.visitor.answer === 'json' ? USUAL_READING : readingOf(request)

/** `?from=51` → 51. Throws `not-found` for anything else. */
function fromAsked(request: FastifyRequest): number {
  const from = pageAsked((request.query as Record<string, unknown>)['from'])
  if (from === null) throw new Refused('not-found')
  return from
}

function pageAnswer(
  request: FastifyRequest,
  forum: Forum,
  loaded: ThreadPage,
  composer: Html | null,
): PageAnswer {
  const { words } = request.visitor
  const { thread, page, pages, posts } = loaded
  const options = optionsOf(request, forum, threadPagePath(thread, page))
  const first = posts.find(({ post }) => !post.withheld && post.deletedAt === null)
  const pathOf = (number: number): string | null =>
    number >= 1 && number <= pages ? threadPagePath(thread, number, loaded.size) : null
  return {
    title: page === 1 ? thread.title : words.say('thread.page', { title: thread.title, page }),
    canonical: threadPagePath(thread, usualPage(loaded)),
    // For search engines and link cards, which come as guests.
    ...(first && options.signInHref !== null && { description: excerptOf(first.post.html, EXCERPT) }),
    ...(loaded.conversation && { robots: 'noindex' as const }),
    trail: loaded.conversation
      ? [{ href: CONVERSATIONS_PATH, name: words.say('conversation.list') }]
      : boardSteps(loaded.boards),
    style: composer || needsAllStyles(posts) ? 'full' : 'core',
    head: () => Neighbours(pathOf(page - 1), pathOf(page + 1)),
    main: () => ThreadView(loaded, { ...options, composer }),
    json: () => threadPageJson(loaded, forum.clock()),
  }
}

function optionsOf(request: FastifyRequest, forum: Forum, path: string): ThreadOptions {
  const isGuest = actorOf(request).memberId === null
  return {
    words: request.visitor.words,
    now: forum.clock(),
    csrf: () => CsrfField(request),
    composer: null,
    signInHref: isGuest ? request.server.web.options.signInPath(`${path}#reply`) : null,
  }
}

/** The form to reply with, and the draft in it. */
async function replyForm(
  request: FastifyRequest,
  forum: Forum,
  { thread, hasDraft }: ThreadPage,
): Promise<Html> {
  const { id: threadId } = thread
  const fresh = { place: threadPlace(threadId), form: freshComposer(), hasDraft }
  const opened = await openComposer(forum, actorOf(request), fresh)
  const { words } = request.visitor
  const files = await attachmentsShown(forum, actorOf(request), opened.form.values)
  return ReplyForm({
    ...{ id: 'reply', rows: ROWS, threadId, words, csrf: CsrfField(request) },
    after: AttachmentFields(opened.form, files, words),
    ...{ ...opened, preview: null, remarks: null, isTyped: false },
  })
}

/** A post's own address leads to its page; an island and a program get the post itself. */
async function showPost(request: FastifyRequest, reply: FastifyReply, forum: Forum): Promise<FastifyReply> {
  const { thread: threadId, number } = readParams(PostPlace, request)
  const reading = readingOf(request)
  const at = { threadId, number, withRecord: showsRecord(request), reading }
  const loaded = await loadPost(forum, actorOf(request), at)
  const [line] = loaded.posts
  if (!line) throw new Refused('not-found')
  if (request.visitor.answer === 'page')
    return reply.redirect(threadPath(loaded.thread, number, reading.postsAPage), 302)
  return show(request, reply, {
    title: loaded.thread.title,
    main: () =>
      PostLineView(line, loaded, optionsOf(request, forum, threadPagePath(loaded.thread, loaded.page))),
    json: () => postJson(line, forum.clock()),
  })
}
