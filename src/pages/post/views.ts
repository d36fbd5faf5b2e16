import { type Html, html, joined } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { memberPath } from '#forum/members/views.ts'
import { MAX_REASON, type Post, type Revision } from '#forum/posts/model.ts'
import { historyPath, LonePostText, postPath, revisionPath } from '#forum/posts/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { Added, Removed } from '#web/components/changed-words.ts'
import { LineInput } from '#web/components/field.ts'
import { FormNotice, Notice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import type { Stretch } from './differences.ts'
import type { History, RenderedWording, Wording } from './model.ts'

/** How the pages about one post are written. */
export interface PostPageOptions {
  readonly words: Words
  /** Epoch milliseconds. */
  readonly now: number
}

/** The wordings of a post, the latest first, each with what changed in it. */
export function HistoryView(history: History, options: PostPageOptions): Html {
  const { words } = options
  const { post, wordings, olderBefore } = history
  const count = post.revision
  const older =
    olderBefore !== null &&
    html`<nav class="pager" aria-label="${words.say('history.older')}"><ol><li><a href="${historyPath(post)}?before=${olderBefore}" rel="next">${words.say('history.older')}</a></li></ol></nav>`
  return html`<h1>${words.sayHtml('history.title', { number: PostLink(post) })}</h1><p class="meta">${words.sayHtml(
    'history.about',
    { count, number: words.number(count) },
  )}</p>${wordings.map(wording => WordingView(post, wording, options))}${older}`
}

const PostLink = (post: Post): Html => html`<a href="${postPath(post)}">#${post.number}</a>`

function WordingView(post: Post, { revision, changes }: Wording, options: PostPageOptions): Html {
  const { words } = options
  const latest =
    revision.revision === post.revision && html` <span class="tag">${words.say('history.latest')}</span>`
  return html`<section class="wording"><h2><a href="${revisionPath(post, revision.revision)}">${words.say(
    'history.wording',
    {
      revision: revision.revision,
    },
  )}</a>${latest}</h2><p class="meta">${Told(revision, options)}</p>${
    changes ? Changes(changes, words) : First(revision, words)
  }</section>`
}

/** Who wrote a wording, when, and why. */
function Told(revision: Revision, { words, now }: PostPageOptions): Html {
  const { authorId: id, authorName: name, reason } = revision
  const author =
    id !== null && name !== null
      ? html`<a href="${memberPath({ id, name })}"><bdi>${name}</bdi></a>`
      : words.say('thread.guest')
  const by = words.sayHtml('history.by', { name: author, time: words.time(revision.createdAt, now) })
  return html`${by}${reason && html` · ${words.sayHtml('history.reason', { reason: html`<bdi>${reason}</bdi>` })}`}`
}

function First({ source }: Revision, words: Words): Html {
  return html`<p class="hint">${words.say('history.first')}</p><div class="diff" dir="auto">${source}</div>`
}

/** What was changed, as text: what was taken out and put in is marked, and said to those who hear it read. */
export function Changes(changes: readonly Stretch[], words: Words): Html {
  if (!changes.some(({ kind }) => kind === 'added' || kind === 'removed'))
    return html`<p class="hint">${words.say('history.unchanged')}</p>`
  const stretches = changes.map(({ kind, text }) => {
    if (kind === 'added') return Added(text, words)
    if (kind === 'removed') return Removed(text, words)
    if (kind === 'gap')
      return html`<span class="gap" aria-hidden="true"> […] </span><span class="unseen">${words.say('history.gap')} </span>`
    return text
  })
  return html`<div class="diff" dir="auto">${joined(stretches)}</div>`
}

/** One wording of a post, and whether it is the latest. */
export function RevisionView(wording: RenderedWording, options: PostPageOptions): Html {
  const { words } = options
  const { post, revision, isLatest } = wording
  const notice = isLatest
    ? words.say('history.is-latest')
    : words.sayHtml('history.is-older', {
        link: html`<a href="${postPath(post)}">${words.say('history.to-latest')}</a>`,
      })
  return html`<h1>${words.say('history.wording', { revision: revision.revision })} · ${PostLink(post)}</h1><p class="meta">${Told(
    revision,
    options,
  )} · <a href="${historyPath(post)}">${words.say('history.all')}</a></p>${Notice('plain', notice)}${LonePostText(
    wording.html,
    post.number,
    words,
  )}`
}

/** The question before a post is deleted, with the reason for it. */
export function DeleteForm(
  form: FormState,
  { words, csrf, post }: { words: Words; csrf: Html; post: Post },
): Html {
  const reason = LineInput(form, {
    ...{ name: 'reason', label: words.say('deletion.reason'), max: MAX_REASON },
    hint: words.say('compose.up-to', { limit: MAX_REASON }),
  })
  return html`<h1>${words.sayHtml('deletion.post', { number: PostLink(post) })}</h1><p>${words.say('deletion.about')}</p>${LonePostText(
    post.html,
    post.number,
    words,
  )}<form class="form" method="post" action="${postPath(post)}/delete">${csrf}${FormNotice(form)}${reason}<div class="sends">${SubmitButton(
    words.say('post.delete'),
    { kind: 'grave' },
  )}<a href="${postPath(post)}">${words.say('compose.cancel')}</a></div></form>`
}

/** A page of the history for a program: each wording with its source and what changed in it. */
export function historyJson({ post, wordings, olderBefore }: History): object {
  return {
    ...{ threadId: post.threadId, number: post.number, revision: post.revision },
    revisions: wordings.map(({ revision, changes }) => ({ ...sourceJson(post, revision), changes })),
    older: olderBefore === null ? null : `${historyPath(post)}?before=${olderBefore}`,
  }
}

/** A wording for a program. */
export function revisionJson({ post, revision, html: rendered, isLatest }: RenderedWording): object {
  return {
    threadId: post.threadId,
    number: post.number,
    ...sourceJson(post, revision),
    html: rendered,
    isLatest,
  }
}

function sourceJson(post: Post, wording: Revision): object {
  const { revision, format, source, authorId, authorName, createdAt, reason } = wording
  const author = { id: authorId, name: authorName }
  return { revision, path: revisionPath(post, revision), author, createdAt, reason, format, source }
}
