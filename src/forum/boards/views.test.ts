import { expect, test } from 'vitest'
import { wordsFor } from '#base/words.ts'
import { THREAD_KINDS } from '../kinds/model.ts'
import type { BoardLine } from './model.ts'
import { BoardRow, boardPath } from './views.ts'

const board = {
  id: 7,
  parentId: null,
  position: 1,
  section: false,
  excerptLimit: null,
  editMinutes: null,
  kinds: THREAD_KINDS,
  prefixRequired: false,
}
const options = {
  words: wordsFor('en'),
  now: Date.UTC(2026, 2, 14, 15),
  lastHref: (thread: { id: number; lastNumber: number }) => `/threads/${thread.id}#${thread.lastNumber}`,
}
const line: BoardLine = {
  board: { ...board, title: 'Pilots & tugs', description: 'Who <brings> them in.' },
  totals: {
    threadCount: 1212,
    postCount: 9000,
    lastPostAt: Date.UTC(2026, 2, 14, 14, 31),
    lastThread: { id: 3, title: 'Night <b>', slug: 'night', lastNumber: 9, lastAuthor: 'Tomás Rell' },
  },
  within: [{ ...board, id: 8, title: 'Tugs', description: '' }],
}

test('a board has the words of its title in its address', () => {
  expect(boardPath({ id: 7, title: 'Pilots & Größe' })).toBe('/boards/7/pilots-gr%C3%B6%C3%9Fe')
  expect(boardPath({ id: 7, title: '…' })).toBe('/boards/7/-')
})

test('a row says what the board is, how much it holds and what was written last', () => {
  expect(BoardRow(line, options).toString()).toBe(
    '<div class="row"><div><h3><a href="/boards/7/pilots-tugs"><bdi>Pilots &amp; tugs</bdi></a></h3>' +
      '<p dir="auto">Who &lt;brings&gt; them in.</p>' +
      '<p>Within: <a href="/boards/8/tugs"><bdi>Tugs</bdi></a></p></div>' +
      '<div class="n"><b>1,212</b> threads</div>' +
      '<div class="last"><b><a href="/threads/3#9"><bdi>Night &lt;b&gt;</bdi></a></b> <bdi>Tomás Rell</bdi>, ' +
      '<time datetime="2026-03-14T14:31:00Z" title="14 March 2026 at 14:31 UTC">Saturday 14:31</time></div></div>',
  )
})

test('a board that may not be read has no counts, an empty one has no last thread', () => {
  const closed = BoardRow({ ...line, totals: undefined, within: [] }, options).toString()
  expect(closed).toContain('<div class="n"></div><div class="last">Not open to you</div>')
  const empty = { threadCount: 0, postCount: 0, lastPostAt: null, lastThread: null }
  expect(BoardRow({ ...line, totals: empty }, options).toString()).toContain(
    '<b>0</b> threads</div><div class="last"></div>',
  )
})
