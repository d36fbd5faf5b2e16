import fc from 'fast-check'
import { expect, test } from 'vitest'
import { THREAD_KINDS } from '../kinds/model.ts'
import { type BoardTotals, totalsOf } from './model.ts'
import { branchOf, treeOf } from './tree.ts'

const boardsOf = (parents: readonly number[]) =>
  parents.map((parent, index) => ({
    id: index + 1,
    parentId: index === 0 || parent % (index + 1) === 0 ? null : parent % (index + 1),
    position: 1,
    title: `Board ${index + 1}`,
    description: '',
    section: false,
    excerptLimit: null,
    editMinutes: null,
    kinds: THREAD_KINDS,
    prefixRequired: false,
  }))

test('a board counts what may be read in its branch, and nothing else', () => {
  const forest = fc.array(
    fc.record({ parent: fc.nat(20), open: fc.boolean(), threads: fc.nat(9), lastPostAt: fc.nat(1000) }),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(forest, rows => {
      const tree = treeOf(boardsOf(rows.map(row => row.parent)))
      const counts = new Map<number, BoardTotals>(
        rows.map(({ threads, lastPostAt }, index) => {
          const id = index + 1
          const lastThread =
            threads === 0 ? null : { id, title: `Last ${id}`, slug: 's', lastNumber: 1, lastAuthor: null }
          const at = threads === 0 ? null : lastPostAt * 100 + id
          return [id, { threadCount: threads, postCount: threads * 2, lastPostAt: at, lastThread }]
        }),
      )
      const readable = new Set(rows.flatMap((row, index) => (row.open ? [index + 1] : [])))
      const totals = totalsOf(tree, counts, readable)
      for (const id of tree.byId.keys()) {
        const branch = branchOf(tree, id).filter(inner => readable.has(inner))
        const parts = branch.map(inner => counts.get(inner)!)
        const latest = [...parts].sort((one, other) => (other.lastPostAt ?? 0) - (one.lastPostAt ?? 0))[0]
        expect(totals.get(id)).toEqual(
          latest && {
            threadCount: parts.reduce((sum, part) => sum + part.threadCount, 0),
            postCount: parts.reduce((sum, part) => sum + part.postCount, 0),
            lastPostAt: latest.lastPostAt,
            lastThread: latest.lastThread,
          },
        )
      }
    }),
  )
})
