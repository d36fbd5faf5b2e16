import type { Forum } from '#forum/act.ts'
import type { MemberActor } from '#forum/actor.ts'
import { readPlace } from '#forum/drafts/model.ts'
import { draftsOf, threadTitles } from '#forum/drafts/store.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import type { DraftEntry } from './model.ts'

/** All drafts of a member, the latest first, with what they are about. */
export async function loadDrafts(forum: Forum, actor: MemberActor): Promise<DraftEntry[]> {
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  const drafts = (await draftsOf(read, actor.memberId)).map(draft => ({ draft, ...readPlace(draft.place) }))
  const threads = drafts.filter(({ kind }) => kind === 'thread' || kind === 'post').map(({ id }) => id)
  const titles = await threadTitles(read, visible, [...new Set(threads)])
  const boardTitle = (id: number) => (visible.sees(id) ? visible.site.boards.byId.get(id)?.title : undefined)
  return drafts.map(({ draft, kind, id }) => ({
    ...draft,
    title: (kind === 'board' ? boardTitle(id) : titles.get(id)) ?? null,
  }))
}
