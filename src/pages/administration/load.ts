import type { Forum } from '#forum/act.ts'
import { countsOf } from '#forum/boards/store.ts'
import { countRoles } from '#forum/members/store-search.ts'
import type { Numbers } from './model.ts'

/** What the overview counts: all there is, hidden or not. */
export async function loadNumbers(forum: Forum): Promise<Numbers> {
  const { boards } = await forum.site.at(forum.store.read)
  const roles = await countRoles(forum.store.read)
  const counts = [...(await countsOf(forum.store.read, boards.byId.keys())).values()]
  return {
    members: roles.member + roles.moderator + roles.administrator,
    boards: boards.byId.size,
    threads: counts.reduce((sum, each) => sum + each.threadCount, 0),
    posts: counts.reduce((sum, each) => sum + each.postCount, 0),
  }
}
