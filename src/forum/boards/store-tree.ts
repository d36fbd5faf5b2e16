import type { Reader } from '#store/store.ts'
import { kindsOf } from '../kinds/model.ts'
import { CONVERSATIONS } from './model.ts'
import { type BoardTree, treeOf } from './tree.ts'

/** All boards without their counts; not the one of the conversations. */
export async function readBoards(db: Reader): Promise<BoardTree> {
  const rows = await db
    .selectFrom('boards')
    .select(['id', 'parentId', 'position', 'title', 'description', 'section', 'excerptLimit'])
    .select(['editMinutes', 'kinds', 'prefixRequired'])
    .where('id', '<>', CONVERSATIONS)
    .execute()
  return treeOf(
    rows.map(row => ({
      ...row,
      section: row.section === 1,
      kinds: kindsOf(row.kinds),
      prefixRequired: row.prefixRequired === 1,
    })),
  )
}
