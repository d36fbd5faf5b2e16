import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPages } from './read.ts'
import { titleFrom } from './text.ts'

const read = (text: string, options = {}) =>
  readPages([{ name: 'pasted.txt', bytes: new TextEncoder().encode(text) }], options)
const CARD = 'Cinder\nSENIOR MEMBER\n\n- Joined\n- Mar 9, 2019\n- Messages\n- 1,204\n- Country\n- Location\n'
const LONG =
  'The kiln was cold when we came in, and nobody had written down who had opened the damper in the night.'

describe('pasted text', () => {
  const { record } = readPages([
    { name: 'pasted.txt', bytes: readFileSync(new URL('./fixtures/pasted.txt', import.meta.url)) },
  ])
  const posts = record.threads[0]!.posts
  it('reads card after card, with labels on their own lines or run together with their values', () => {
    expect(
      record.members.map(({ name, title, messages, reactionScore, country, location }) => [
        name,
        title,
        messages,
        reactionScore,
        country,
        location,
      ]),
    ).toEqual([
      ['Cinder', 'SENIOR MEMBER', 1204, 88, null, null],
      ['Flint', null, 17, 3, null, 'By the pond'],
    ])
    expect(record.members[0]?.joinedAt).toBe(Date.UTC(2019, 2, 9))
  })
  it('takes the text below an empty place as text, a long line as a paragraph', () => {
    expect(posts[0]?.source.split('\n\n')).toHaveLength(2)
    expect(posts[0]?.source).toContain('“carefully”')
    expect(posts[0]?.at).toBeNull()
  })
  it('keeps a copied quotation, protects literal BBCode, and cuts what is printed below a text', () => {
    expect(posts[1]?.source).toBe(
      '[quote="Cinder"]The kiln was cold[/quote]\nIt was me. I like [noparse][b]bold[/b][/noparse] moves.\n\nSorry.',
    )
    expect(posts[1]?.edits).toHaveLength(1)
    expect(posts[1]?.number).toBe(2)
  })
  it('names the thread by its first words and the board Imported, unless told', () => {
    expect(read(`${CARD}${LONG}`).record.threads[0]?.title).toMatch(/^The kiln was cold .{40,65} …$/)
    const told = read(`${CARD}${LONG}`, { title: 'Kilns' }).record
    expect([told.threads[0]?.title, told.boards[0]?.title]).toEqual(['Kilns', 'Imported'])
  })
  it('joins texts of one title in the order given', () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    const files = ['one', 'two'].map(word => ({
      name: `${word}.txt`,
      bytes: bytes(`${CARD}${LONG} ${word}`),
    }))
    const { threads } = readPages(files, { title: 'Kilns' }).record
    expect(threads.map(thread => thread.posts.map(post => [post.number, post.source.slice(-3)]))).toEqual([
      [
        [1, 'one'],
        [2, 'two'],
      ],
    ])
  })
})

describe('titleFrom', () => {
  it.each([
    ['Rain came. More later.', 'Rain came. More later'],
    ['The damper was left open. Nobody said so.', 'The damper was left open'],
    [
      'He offered to send the U.S. mail into town by cart. It rained.',
      'He offered to send the U.S. mail into town by cart',
    ],
    ['', 'Untitled'],
  ])('%s', (body, title) => expect(titleFrom(body)).toBe(title))
})
