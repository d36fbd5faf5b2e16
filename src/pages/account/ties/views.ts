import { type Html, html } from '#base/html.ts'
import type { MemberCard } from '#forum/members/model.ts'
import { MemberLink } from '#forum/members/views.ts'
import type { LatestPost } from '#forum/posts/model.ts'
import { threadPath } from '#forum/threads/views.ts'
import type { Tie, TiedMembers } from '#forum/ties/model.ts'
import { TieForm } from '#forum/ties/views.ts'
import { PATHS } from '../model.ts'
import { AccountPart, type Frame } from '../views.ts'

/** What the page shows. */
export interface TiesPage {
  readonly tied: TiedMembers
  /** What those wrote lately whom the member follows. */
  readonly posts: readonly LatestPost[]
  /** The path of older posts; null where there are none. */
  readonly older: string | null
}

/** What those wrote whom a member follows, and whom they follow and ignore. */
export function TiesView(frame: Frame, { tied, posts, older }: TiesPage, now: number): Html {
  const { words } = frame
  const latest =
    posts.length > 0
      ? html`${posts.map(post => Row(post, frame, now))}${older !== null && html`<p class="onward"><a href="${older}" rel="next">${words.say('member.older')}</a></p>`}`
      : html`<p class="nothing">${words.say('tie.nothing-lately')}</p>`
  return AccountPart(
    frame,
    PATHS.ties,
    html`<p class="lead">${words.say('tie.about')}</p><h2>${words.say('tie.lately')}</h2>${latest}<h2>${words.say('tie.followed')}</h2>${People(frame, 'follow', tied.follow)}<h2>${words.say('tie.ignored')}</h2>${People(frame, 'ignore', tied.ignore)}`,
  )
}

function Row(post: LatestPost, { words }: Frame, now: number): Html {
  const href = threadPath({ id: post.threadId, slug: post.threadSlug }, post.number)
  return html`<div class="row post-row"><div><h3><a href="${href}"><bdi>${post.threadTitle}</bdi></a></h3><p dir="auto"><bdi>${post.authorName}</bdi>: ${post.excerpt}</p></div><div class="n">#${post.number}</div><div class="last">${words.time(post.createdAt, now)}</div></div>`
}

function People({ words, csrf }: Frame, tie: Tie, cards: readonly MemberCard[]): Html {
  if (cards.length === 0) return html`<p class="nothing">${words.say('tie.nobody')}</p>`
  const ties = { follow: tie === 'follow', ignore: tie === 'ignore' }
  const may = { follow: false, ignore: false }
  return html`${cards.map(card => html`<div class="row"><div><h3>${MemberLink(card)}</h3></div><div class="last">${TieForm(card.id, ties, { words, csrf, may })}</div></div>`)}`
}
