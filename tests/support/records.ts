import type {
  NeutralBoard,
  NeutralMember,
  NeutralPost,
  NeutralRecord,
  NeutralThread,
} from '#importers/neutral.ts'
import type { Store } from '#store/store.ts'

/** When the posts of a record begin, unless they say otherwise. */
export const RECORD_START = Date.UTC(2020, 4, 1, 8)
const HOUR = 3_600_000

export const neutralBoard = (key: string, change: Partial<NeutralBoard> = {}): NeutralBoard => ({
  ...{ key, parent: null, title: `Board ${key}`, description: '', section: false },
  ...change,
})

export const neutralMember = (key: string, change: Partial<NeutralMember> = {}): NeutralMember => ({
  ...{ key, name: `Member ${key}`, title: null, joinedAt: Date.UTC(2019, 0, 1), messages: null },
  ...{ reactionScore: null, country: null, location: null },
  ...change,
})

/** A post of the member `ann`, an hour after the one before it. */
export const neutralPost = (key: string, number: number, change: Partial<NeutralPost> = {}): NeutralPost => ({
  ...{ key, number, author: 'ann', guestName: null, at: RECORD_START + number * HOUR, format: 'bbcode' },
  ...{ source: `Text of ${key}.`, edits: [], reactions: [] },
  ...change,
})

export const neutralThread = (
  key: string,
  posts: NeutralPost[],
  change: Partial<NeutralThread> = {},
): NeutralThread => ({ key, board: 'lathes', title: `Thread ${key}`, posts, ...change })

/** A record of one board, the members `ann` and `ben`, and the given threads. */
export const neutralRecord = (
  threads: NeutralThread[],
  change: Partial<NeutralRecord> = {},
): NeutralRecord => ({
  ...{ source: 'test', counts: 'after', boards: [neutralBoard('lathes')], threads },
  members: [neutralMember('ann'), neutralMember('ben')],
  ...change,
})

/** Everything that an import wrote, without ids: two forums that hold the same are equal. */
export async function importedInto({ read }: Pick<Store, 'read'>) {
  const ledger = await read.selectFrom('imports').selectAll().execute()
  const keyOf = (kind: string, id: number | null): string | null =>
    ledger.find(row => row.kind === kind && row.objectId === id)?.key ?? null
  /** With one that nothing has, so that the list is never empty. */
  const ids = (kind: string): number[] => [
    -1,
    ...ledger.filter(row => row.kind === kind).map(row => row.objectId),
  ]
  const sorted = <Row>(rows: Row[]): Row[] =>
    rows.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
  const boards = await read.selectFrom('boards').selectAll().where('id', 'in', ids('board')).execute()
  const members = await read.selectFrom('members').selectAll().where('id', 'in', ids('member')).execute()
  const threads = await read.selectFrom('threads').selectAll().where('id', 'in', ids('thread')).execute()
  const posts = await read.selectFrom('posts').selectAll().where('id', 'in', ids('post')).execute()
  const revisions = await read.selectFrom('revisions').selectAll().execute()
  const reactions = await read.selectFrom('reactions').selectAll().execute()
  const withoutIds = (text: string): string =>
    text.replace(
      /(\/posts\/|post: |data-post=")(\d+)\//g,
      (_, before: string, id: string) => `${before}${keyOf('thread', Number(id))}/`,
    )
  return {
    boards: sorted(
      boards.map(({ id, parentId, lastThreadId, version, position, ...row }) => ({
        ...{ key: keyOf('board', id), parent: keyOf('board', parentId), last: keyOf('thread', lastThreadId) },
        ...row,
      })),
    ),
    members: sorted(members.map(({ id, ...row }) => ({ key: keyOf('member', id), ...row }))),
    threads: sorted(
      threads.map(({ id, boardId, authorId, lastAuthorId, version, ...row }) => ({
        ...{ key: keyOf('thread', id), board: keyOf('board', boardId) },
        ...{ author: keyOf('member', authorId), lastAuthor: keyOf('member', lastAuthorId), ...row },
      })),
    ),
    posts: sorted(
      posts.map(({ id, authorId, html, ...row }) => ({
        ...{ key: keyOf('post', id), author: keyOf('member', authorId), html: withoutIds(html) },
        ...row,
        wordings: revisions
          .filter(each => each.postId === id)
          .map(({ postId, authorId: by, source, ...each }) => ({ ...each, source: withoutIds(source) })),
        reactions: sorted(
          reactions
            .filter(each => each.postId === id)
            .map(({ postId, memberId, ...each }) => ({ ...each, member: keyOf('member', memberId) })),
        ),
      })),
    ),
  }
}
