import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordRoutes } from '#pages/record/routes.ts'
import { threadRoutes } from '#pages/thread/routes.ts'
import { readNow } from '../../../tests/support/forum.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { fillWithExample } from './fill.ts'

const ARTICLE = '<article class="post"'
const LINE_BREAKS = /<br>/

/** A post as a guest sees it, its margin included. */
interface Seen {
  readonly text: string
  /** The lines of the margin: one for each finding. */
  readonly lines: readonly string[]
}

describe('the example community, once it is read', () => {
  let pages: TestPages
  let paths: Map<string, string>
  beforeAll(async () => {
    pages = await testPages('sqlite', (app, forum) => {
      threadRoutes(app, forum)
      recordRoutes(app, forum)
    })
    await fillWithExample(pages.forum)
    expect(await readNow(pages.forum)).toBeGreaterThan(500)
    const threads = await pages.forum.store.read.selectFrom('threads').select(['id', 'title']).execute()
    paths = new Map(threads.map(({ id, title }) => [title, `/posts/${id}`]))
  })
  afterAll(() => pages.close())

  const pageAt = async (path: string): Promise<string> => {
    const answer = await pages.get(pages.people.guest, path)
    const to = answer.headers['location']
    return typeof to === 'string' ? pageAt(to) : answer.body
  }
  /** The post that an address of ours leads to. */
  const postAt = async (path: string): Promise<Seen> => {
    const number = path.split('/').at(-1)
    const page = await pageAt(path)
    const post = page.split(ARTICLE).find(part => part.startsWith(` id="p${number}"`)) ?? ''
    const [text, margin] = post.split('<aside class="margin">')
    return { text: text ?? '', lines: (margin ?? '').split('<li').slice(1) }
  }
  const postOf = (title: string, number: number) => postAt(`${paths.get(title)}/${number}`)
  const lineWith = ({ lines }: Seen, words: string): string => lines.find(line => line.includes(words)) ?? ''
  /** Where the first link of a line leads whose address has this form. */
  const linkIn = (line: string, form: RegExp): string =>
    [...line.matchAll(/<a href="([^"]+)"/g)]
      .map(([, href]) => href as string)
      .find(href => form.test(href)) ?? ''

  test('leads in three clicks from an altered line without a source to where it came from', async () => {
    const welcome = await postOf('Welcome: how this place works', 8)
    const begin = /data-post="(\d+\/\d+)"/.exec(welcome.text)?.[1]
    const wall = await postAt(`/posts/${begin}`)
    expect(wall.text).toContain('the weekends torn out')
    const line = lineWith(wall, 'Ilse Brandt')
    expect(line).toContain('with other words')
    expect(line).not.toContain('Source:')

    const sheet = await pageAt(linkIn(line, /^\/record\/quotations\//))
    expect(sheet).toMatch(/<del>.*holidays<\/del> <ins>.*weekends<\/ins> torn out/)
    const first = await postAt(linkIn(sheet.split('<p class="lead">')[1] ?? '', /^\/posts\//))
    expect(first.text).toContain('the holidays torn out')
    const origin = lineWith(first, 'First seen here')
    expect(linkIn(origin, /^https:/)).toBe('https://harbour-gazette.example/2025/03/17/second-offer')
    expect(origin.split(LINE_BREAKS).at(-1)).toContain('17 March 2025')
  })

  test('asks about figures that came without a source', async () => {
    const wall = await postOf('Aldersund again: an “adaptive roster” from January', 9)
    expect(lineWith(wall, '<bdi>1,200</bdi>')).toContain('No source given')
    const claim = await postOf('Port strike enters its third week as talks stall', 1)
    expect(lineWith(claim, '€41 million')).toContain('No source given')
  })

  test('shows what was pasted again elsewhere, and folds what stands twice', async () => {
    const article = await postOf('One year on: how Aldersund nearly closed', 1)
    expect(lineWith(article, 'also in')).toContain('How a port stands still')
    const booklet = await postOf('Why a tug needs four people and not three', 9)
    expect(lineWith(booklet, 'also in')).toContain('Port strike enters its third week')
    const dam = await postOf('Dunmarrow dam: who opened the gates at 04:10?', 8)
    expect(dam.text).toMatch(/<details class="fold"><summary>2 paragraphs repeat/)
  })
})
