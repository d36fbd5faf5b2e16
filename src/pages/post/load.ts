import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { pathTo } from '#forum/boards/tree.ts'
import { type Visible, visibleTo } from '#forum/permissions/visible.ts'
import type { PostPlace, Revision } from '#forum/posts/model.ts'
import { renderPost } from '#forum/posts/rendering.ts'
import { findPost, findRevision, revisionsOf } from '#forum/posts/store.ts'
import { differencesOf, withGaps } from './differences.ts'
import type { History, PlacedPost, RenderedWording, Wording } from './model.ts'
import { WORDINGS_PER_PAGE } from './model.ts'

/** A post that somebody may read, in three queries. Throws `not-found`. */
export async function loadPlaced(
  forum: Forum,
  actor: Actor,
  at: PostPlace,
): Promise<PlacedPost & { visible: Visible }> {
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  const found = await findPost(read, visible, at.threadId, at.number)
  if (!found) throw new Refused('not-found')
  const { boards } = visible.site
  const { boardId } = found.thread
  const board = boards.byId.get(boardId)
  return { ...found, visible, boards: [...pathTo(boards, boardId), ...(board ? [board] : [])] }
}

/**
 * A page of a post's history, in four queries: its wordings, the latest first, or those before one, each with what changed
 * in it. Throws `not-found`, also where the text is withheld.
 */
export async function loadHistory(
  forum: Forum,
  actor: Actor,
  at: PostPlace & { before?: number | undefined },
): Promise<History> {
  const { visible: _visible, ...placed } = await loadPlaced(forum, actor, at)
  // One more than is shown, to compare the last of them with.
  const limit = WORDINGS_PER_PAGE + 1
  const revisions = await revisionsOf(forum.store.read, placed.post, { before: at.before, limit })
  if (revisions.length === 0) throw new Refused('not-found')
  const isMore = revisions.length === limit
  const shown = isMore ? revisions.slice(1) : revisions
  return {
    ...placed,
    wordings: shown.map(revision => wordingOf(revision, revisions)).reverse(),
    olderBefore: isMore ? shown[0]!.revision : null,
  }
}

function wordingOf(revision: Revision, all: readonly Revision[]): Wording {
  const before = all[all.indexOf(revision) - 1]
  return {
    revision,
    changes: before ? withGaps(differencesOf(before.source, revision.source)) : null,
  }
}

/** One wording of a post, rendered as it would be today. Throws `not-found`, also where the text is withheld. */
export async function loadWording(
  forum: Forum,
  actor: Actor,
  at: PostPlace & { revision: number },
): Promise<RenderedWording> {
  const { visible: _visible, ...placed } = await loadPlaced(forum, actor, at)
  const { post } = placed
  const revision = await findRevision(forum.store.read, post, at.revision)
  if (!revision) throw new Refused('not-found')
  const isLatest = revision.revision === post.revision
  const html = isLatest
    ? post.html
    : await renderPost(forum.store.read, revision.source, revision.format, at, forum.origin)
  return { ...placed, revision, html, isLatest }
}
