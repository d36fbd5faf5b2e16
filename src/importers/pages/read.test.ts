import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PageRefused, PageUnknown } from './model.ts'
import { readPages } from './read.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const fixture = (name: string) => ({
  name,
  bytes: readFileSync(new URL(`./fixtures/${name}`, import.meta.url)),
})
const post = (body: string, id = '1') =>
  `<article class="message message--post js-post" data-content="post-${id}" data-author="A"><h4 class="message-name"><a class="username" data-user-id="1" href="/members/a.1/">A</a></h4><div class="message-body"><div class="bbWrapper">${body}</div></div></article>`
const page = (body: string) => ({
  name: 'page.html',
  bytes: bytes(`<html><body><h1 class="p-title-value">T</h1>${body}</body></html>`),
})
const sourceOf = (body: string) => readPages([page(post(body))]).record.threads[0]?.posts[0]?.source
const refusal = (name: string, content: Uint8Array): unknown => {
  try {
    return readPages([{ name, bytes: content }])
  } catch (error) {
    return error
  }
}

describe('joining', () => {
  const [first, second] = [fixture('xenforo2.html'), fixture('xenforo2-page2.html')]
  it('joins the pages of a thread in order, whatever order they come in, and takes a post on both once', () => {
    const { record, left } = readPages([second!, first!])
    expect(record.threads).toHaveLength(1)
    expect(record.threads[0]?.posts.map(({ number }) => number)).toEqual([1, 2, 21])
    expect(left).toContainEqual(
      expect.objectContaining({
        item: 'post',
        where: 'xenforo2-page2.html #2',
        outcome: 'left',
        why: 'the same post as in xenforo2.html',
      }),
    )
    expect(left).toContainEqual(
      expect.objectContaining({ item: 'page', outcome: 'left', why: expect.stringContaining('(3)') }),
    )
  })
  it('keeps the youngest card of a member and what the others say besides', () => {
    const member = readPages([first!, second!]).record.members[0]
    expect(member).toMatchObject({ messages: 2430, reactionScore: 1086, location: 'Kanal West' })
  })
  it('reads the same record from files in any order, the same page among them twice', () => {
    const names = [
      'xenforo2.html',
      'smf2.html',
      'xenforo2-page2.html',
      'xenforo2.html',
      'pasted.txt',
      'mybb.html',
    ]
    const files = names.map((name, index) => ({ ...fixture(name), name: `${index}-${name}` }))
    const { record } = readPages(files)
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), shuffled => {
        expect(readPages(shuffled).record).toEqual(record)
      }),
      { numRuns: 20 },
    )
  })
  it('gives equal keys in a second reading and in a reading of one page alone', () => {
    const keys = (names: string[]) =>
      readPages(names.map(fixture)).record.threads.flatMap(({ key, posts }) => [
        key,
        ...posts.map(each => each.key),
      ])
    const names = ['xenforo2.html', 'invision.html', 'mybb.html', 'phpbb2.html', 'pasted.txt']
    expect(keys(names)).toEqual(keys(names))
    const joined = keys(['xenforo2.html', 'xenforo2-page2.html'])
    for (const key of keys(['xenforo2-page2.html'])) expect(joined).toContain(key)
  })
  it('takes a title in place of the printed one, for one thread only', () => {
    const { record } = readPages([first!], { title: 'Lock' })
    expect(record.threads[0]?.title).toBe('Lock')
    expect(() => readPages([first!, fixture('smf2.html')], { title: 'Lock' })).toThrow('one thread only')
  })
})

describe('what is refused', () => {
  it('lists every software and its marks for a page it does not know', () => {
    const error = refusal('news.html', bytes('<!doctype html><body><h1>News</h1></body>')) as PageUnknown
    expect(error).toBeInstanceOf(PageUnknown)
    expect(error.lookedFor).toHaveLength(12)
    expect(error.message).toContain('news.html: not a thread page this importer knows')
    expect(error.message).toContain('vBulletin 3: texts with id="post_message_…"')
  })
  it.each([
    ['empty.html', new Uint8Array(), 'the file is empty'],
    ['blank.txt', bytes(' \n'), 'the file is empty'],
    ['photo.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'an image'],
    [
      'junk',
      Uint8Array.from({ length: 4_000 }, (_, index) => (index * 7_919 + index * index) % 256),
      'binary data',
    ],
    ['page.mht', bytes('MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n'), 'MHTML'],
    ['big.html', new Uint8Array(20 * 1024 * 1024 + 1), 'larger than 20 MB'],
    ['deep.html', bytes(`<html>${'<div>'.repeat(5_000)}`), 'nested deeper'],
  ])('%s in a plain sentence', (name, content, words) => {
    const error = refusal(name, content)
    expect(error).toBeInstanceOf(PageRefused)
    expect((error as Error).message).toContain(`${name}: `)
    expect((error as Error).message).toContain(words)
  })
  it('refuses the whole run for one unknown file', () => {
    expect(() => readPages([fixture('smf2.html'), { name: 'x.txt', bytes: bytes('a note') }])).toThrow(
      PageUnknown,
    )
  })
})

describe('hostile pages', () => {
  it('cannot forge a reference, a script address or a name that is a reference', () => {
    const source = sourceOf(
      'a&#1;b <blockquote class="bbCodeBlock--quote" data-quote="E, post: 5&#2;">q</blockquote><a href="javascript:alert(1)">j</a><img src="data:image/png;base64,x" alt="p">',
    )
    expect(source).toBe('ab\n[quote="E post: 5"]q[/quote]\njp')
  })
  it('protects literal BBCode, the end of protection included', () => {
    expect(sourceOf('[b]x[/b] and [TwT]')).toBe('[noparse][b]x[/b][/noparse] and [TwT]')
    expect(sourceOf('[/noparse][b]z[/b]')).toBe('[noparse][[/noparse]/noparse][noparse][b]z[/b][/noparse]')
  })
  it('reads any cut of a page or refuses it with a sentence', () => {
    const { bytes: whole } = fixture('vbulletin3.html')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length }), end => {
        const outcome = refusal('cut.html', whole.subarray(0, end))
        return outcome instanceof PageRefused || !(outcome instanceof Error)
      }),
      { numRuns: 60 },
    )
  })
  it('takes names of Object for names', () => {
    const { record } = readPages([page(post('x').replace('>A</a>', '>__proto__</a>'))])
    expect(record.members[0]?.name).toBe('__proto__')
  })
})
