import { type Html, html, joined, type Part } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { AnswerLine, AnswerMark } from '#forum/answers/views.ts'
import { AttachmentsBelow, attachmentJson } from '#forum/attachments/views.ts'
import { boardPath } from '#forum/boards/views.ts'
import { asideJson, ConversationFacts, MarkRead } from '#forum/conversations/views.ts'
import type { ShownDetails } from '#forum/details/model.ts'
import { detailFacts, detailsJson, SourceLine } from '#forum/details/views.ts'
import { LinkCards } from '#forum/link-cards/views.ts'
import type { MemberCard } from '#forum/members/model.ts'
import { memberJson, memberPath } from '#forum/members/views.ts'
import { PollView, pollJson } from '#forum/polls/views.ts'
import { DeletedPost, PostArticle, postPath } from '#forum/posts/views.ts'
import { withVerdicts } from '#forum/quotes/shown.ts'
import { QuoteTools, quotesJson } from '#forum/quotes/views.ts'
import { ReactionBar } from '#forum/reactions/views.ts'
import { inWords } from '#forum/record/shown.ts'
import { Margin, recordJson } from '#forum/record/views.ts'
import { reportPath } from '#forum/reports/model.ts'
import { SignatureView } from '#forum/signatures/views.ts'
import { threadPagePath } from '#forum/threads/views.ts'
import { IgnoredPost } from '#forum/ties/views.ts'
import { ButtonLink } from '#web/components/button.ts'
import { Notice } from '#web/components/notice.ts'
import { Pager } from '#web/components/pager.ts'
import type { PostLine, ThreadPage } from './model.ts'

/** How a thread is written. */
export interface ThreadOptions {
  readonly words: Words
  /** Epoch milliseconds. */
  readonly now: number
  /** The hidden field that makes a form ours. Asked for only where there is a form, so not for guests. */
  csrf(): Html
  /** The form to reply with, for those who may. */
  readonly composer: Html | null
  /** For guests the way to sign in and back; null for members. */
  readonly signInHref: string | null
}

/** One page of a thread: its title, its posts, its pages, and the form to reply with. */
export function ThreadView(page: ThreadPage, options: ThreadOptions): Html {
  const { words } = options
  const { thread } = page
  const pager = Pager(page, number => threadPagePath(thread, number, page.size), words)
  return html`<h1 dir="auto">${thread.title}</h1>${SourceLine(thread, words)}<p class="meta">${Meta(page, words)}</p>${
    thread.deletedAt !== null && Notice('plain', words.say('thread.is-deleted'))
  }${page.conversation && ConversationFacts(thread, page.conversation, options)}${Care(page, options)}<section><h2 class="unseen">${words.say('thread.posts')}</h2>${page.posts.map(
    line => PostLineView(line, page, options),
  )}</section>${ReadSoFar(page, options)}${pager}${Answering(page, options)}`
}

const detailsOf = ({ thread, prefix, tags, answer }: ThreadPage): ShownDetails => ({
  ...{ kind: thread.kind, prefix, tags, sourceUrl: thread.sourceUrl, isAnswered: answer !== null },
})

function Meta(page: ThreadPage, words: Words): Html {
  const { thread, starter, speakers, boards } = page
  const name = starter
    ? html`<a href="${memberPath(starter)}"><bdi>${starter.name}</bdi></a>`
    : html`<bdi>${thread.guestName ?? words.say('thread.guest')}</bdi>`
  const count = thread.postCount
  const board = boards.at(-1)
  const facts = [
    ...(board ? detailFacts(detailsOf(page), { words, board }) : []),
    words.sayHtml('thread.started-by', { name }),
    words.sayHtml('board.posts', { count, number: words.number(count) }),
    ...(speakers > 0
      ? [words.say('thread.speakers', { count: speakers, number: words.number(speakers) })]
      : []),
    ...(thread.locked ? [words.say('thread.locked')] : []),
  ]
  return joined(facts, ' · ')
}

/** Under the posts of a conversation that its reader has not read yet: the button that says they have. */
function ReadSoFar({ thread, conversation, posts }: ThreadPage, { words, csrf }: ThreadOptions): Html | null {
  const last = posts.at(-1)?.post.number ?? 0
  if (!conversation || last <= conversation.readNumber) return null
  return MarkRead({ id: thread.id, number: last }, { words, csrf: csrf() })
}

/** What moderators do with the thread as a whole. */
function Care({ thread, may }: ThreadPage, { words, csrf }: ThreadOptions): Html | null {
  const path = `/threads/${thread.id}`
  const link = (act: string, text: string): Html => html`<a href="${path}/${act}">${text}</a>`
  const button = (act: string, text: string): Html =>
    html`<form method="post" action="${path}/${act}">${csrf()}<button>${text}</button></form>`
  const acts = [
    may.rename && link('rename', words.say(thread.people ? 'thread.rename' : 'thread.details')),
    may.lock && button('lock', words.say('thread.lock')),
    may.unlock && button('unlock', words.say('thread.unlock')),
    may.delete && link('delete', words.say('thread.delete')),
    may.restore && button('restore', words.say('thread.restore')),
  ]
  if (!acts.some(Boolean)) return null
  return html`<div class="acts care" role="group" aria-label="${words.say('thread.look-after')}">${acts}</div>`
}

/** A post as it stands in its thread. */
export function PostLineView(line: PostLine, page: ThreadPage, options: ThreadOptions): Html {
  const { words, now, csrf } = options
  const { post, card, record, may } = line
  const author = card?.name ?? post.guestName ?? words.say('thread.guest')
  const acts = Acts(line, page, options)
  if (post.deletedAt !== null) {
    const by = line.deletedBy
    return DeletedPost(post, { words, now, told: by === null ? null : { author, by, acts } })
  }
  const margin = Margin(post, record, { words, csrf: may.source ? csrf() : null })
  const rendered = withVerdicts(inWords(record.html ?? post.html, words), line.quotes, words)
  const article = PostArticle(post, {
    ...{ words, now, author, card, acts, rendered, margin },
    below: Below(line, page, options),
  })
  return line.isIgnored ? IgnoredPost(article, { name: author, words }) : article
}

/** What goes with a post's text, in the order in which it stands below it. */
function Below(line: PostLine, { answer }: ThreadPage, { words, now, csrf }: ThreadOptions): Part {
  const { post, poll, attachments, links, signature, may } = line
  const asks = may.vote || may.closePoll
  return [
    answer && post.number === 1 && AnswerLine(answer, words),
    answer?.number === post.number && AnswerMark(words),
    AttachmentsBelow(attachments, post.html, words),
    poll &&
      PollView(post, poll, {
        ...{ words, now, csrf: asks ? csrf() : null },
        ...{ mayVote: may.vote, mayClose: may.closePoll },
      }),
    LinkCards(links),
    signature !== null && SignatureView(signature),
  ]
}

function Acts({ post, reactions, may }: PostLine, page: ThreadPage, options: ThreadOptions): Html | null {
  const { words, csrf, composer } = options
  const path = postPath(post)
  const replyPath = `/threads/${post.threadId}/reply`
  const restore = () =>
    html`<form method="post" action="${path}/restore">${csrf()}<button>${words.say('post.restore')}</button></form>`
  const settle = (act: string, text: string): Html =>
    html`<form method="post" action="${path}/${act}">${csrf()}<button>${text}</button></form>`
  const acts = [
    post.deletedAt === null && ReactionBar(post, reactions, { words, csrf: may.react ? csrf() : null }),
    may.quote &&
      html`<a href="${replyPath}?quote=${post.number}" data-quote="${post.threadId}/${post.number}/${post.revision}" rel="nofollow">${words.say('post.quote')}</a>`,
    may.quote &&
      page.may.reply &&
      html`<a href="${composer ? '#reply' : replyPath}">${words.say('post.reply')}</a>`,
    may.accept && settle('accept', words.say('answer.accept')),
    may.unaccept && settle('unaccept', words.say('answer.unaccept')),
    may.edit && html`<a href="${path}/edit">${words.say('post.edit')}</a>`,
    may.delete && html`<a href="${path}/delete">${words.say('post.delete')}</a>`,
    may.restore && restore(),
    may.report && html`<a href="${reportPath(post)}" rel="nofollow">${words.say('post.report')}</a>`,
  ]
  return acts.some(Boolean) ? html`${acts}` : null
}

/** The form to reply with, or why there is none. */
function Answering({ thread }: ThreadPage, { words, composer, signInHref }: ThreadOptions): Html {
  const refused = (): Html =>
    html`<p class="meta">${words.say(thread.locked ? 'thread.is-locked' : 'thread.no-reply')}</p>`
  const signIn =
    signInHref !== null && !thread.locked && ButtonLink(signInHref, words.say('thread.sign-in-to-reply'))
  return html`<section class="post"><div>${composer ?? (signIn || refused())}</div></section>${composer && QuoteTools(words)}`
}

/** The page for a program: the thread, and its posts with all that belongs to them. */
export function threadPageJson(page: ThreadPage, now: number): object {
  const { thread, boards, starter, may } = page
  const { id, title, createdAt, postCount, lastNumber, lastPostAt, locked, deletedAt } = thread
  return {
    ...{ id, title, path: threadPagePath(thread, 1), createdAt, postCount, lastNumber, lastPostAt },
    ...{ locked, deletedAt, answer: page.answer?.number ?? null },
    ...detailsJson(detailsOf(page)),
    boards: boards.map(board => ({ id: board.id, title: board.title, path: boardPath(board) })),
    startedBy: personJson(starter, thread.guestName),
    ...{ page: page.page, pages: page.pages },
    speakers: page.speakers,
    ...(page.conversation && { conversation: asideJson(page.conversation) }),
    posts: page.posts.map(line => postJson(line, now)),
    may,
  }
}

/** A post for a program. What is withheld of a deleted one is null. */
export function postJson(line: PostLine, now: number): object {
  const { post, card, deletedBy, reactions, record, poll, links, attachments, may } = line
  const { threadId, number, createdAt, revision, editedAt, deletedAt, deleteReason, withheld } = post
  return {
    ...{ threadId, number, path: postPath(post), createdAt, revision, editedAt },
    author: withheld && !card ? null : personJson(card, post.guestName),
    html: withheld ? null : post.html,
    quotes: quotesJson(line.quotes),
    deleted: deletedAt === null ? null : { at: deletedAt, by: deletedBy, reason: deleteReason },
    ...{ poll: poll && pollJson(poll, now), links, isIgnored: line.isIgnored },
    attachments: attachments.map(attachmentJson),
    ...{ reactions, ...recordJson(post, record), may },
  }
}

const personJson = (card: MemberCard | null, guestName: string | null): object =>
  card ? memberJson(card) : { id: null, name: guestName }
