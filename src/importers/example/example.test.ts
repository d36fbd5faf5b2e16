import { parse, plainText, renderHtml } from '@rostra/markup'
import { describe, expect, test } from 'vitest'
import { type NeutralPost, REFERENCE } from '../neutral.ts'
import { exampleCommunity, exampleThreads } from './example.ts'
import type { WrittenPost } from './notation.ts'

const written = exampleThreads()
const posts = written.flatMap(thread => thread.posts)
const byKey = new Map(posts.map(post => [post.key, post]))
const community = exampleCommunity()
const wordingsOf = (post: NeutralPost | WrittenPost): string[] => [
  post.source,
  ...post.edits.map(edit => edit.source),
]
/** A wording as the forum's writer will hand it to the renderer. */
const resolved = (source: string): string => source.replace(REFERENCE, ', post: 7/3')
const wordsOf = (source: string, format: 'markdown' | 'bbcode'): string =>
  plainText(parse(source, format)).replace(/\s+/g, ' ').trim()

/** The wording that a post had at a time. */
const wordingAt = (post: WrittenPost, at: number): string =>
  post.edits.findLast(edit => edit.at <= at)?.source ?? post.source

const QUOTE = /^\[quote #([\w-]+)(?: (shortened|altered))?\]\n([\s\S]*?)\n\[\/quote\]$/gm
const quotes = posts.flatMap(post =>
  wordingsOf(post).flatMap(source =>
    [...source.matchAll(QUOTE)].map(([, key, kind, body]) => {
      const quoted = byKey.get(key as string) as WrittenPost
      return {
        where: `${post.key} on ${key}`,
        kind: kind ?? 'word for word',
        by: post,
        quoted,
        words: wordsOf(body as string, post.format),
        of: quoted && wordsOf(wordingAt(quoted, post.at), quoted.format),
      }
    }),
  ),
)
const quotesOf = (kind: string) => quotes.filter(quote => quote.kind === kind)

describe('what the example community is made of', () => {
  test('every board holds threads, every section holds none', () => {
    const used = new Set(written.map(thread => thread.board))
    expect(community.boards.filter(board => !board.section && !used.has(board.key))).toEqual([])
    expect(community.boards.filter(board => board.section && used.has(board.key))).toEqual([])
    const keys = community.boards.map(board => board.key)
    for (const key of used) expect(keys).toContain(key)
    for (const [index, { parent }] of community.boards.entries())
      if (parent !== null) expect(keys.slice(0, index)).toContain(parent)
  })

  test('keys and titles are told apart, numbers run from 1', () => {
    expect(new Set(written.map(thread => thread.key)).size).toBe(written.length)
    expect(new Set(written.map(thread => thread.title)).size).toBe(written.length)
    expect(byKey.size).toBe(posts.length)
    for (const thread of written)
      expect(thread.posts.map(post => post.number)).toEqual(thread.posts.map((_, index) => index + 1))
  })

  test('times of posts and edits increase, and nobody writes before joining or in the future', () => {
    const joined = new Map(community.members.map(member => [member.key, member.joinedAt ?? 0]))
    const wrong = written.flatMap(thread =>
      thread.posts.filter((post, index) => {
        const before = thread.posts[index - 1]?.at ?? 0
        const edits = [post.at, ...post.edits.map(edit => edit.at)]
        return (
          post.at <= before ||
          edits.some((at, edit) => edit > 0 && at <= (edits[edit - 1] as number)) ||
          (edits.at(-1) as number) > Date.UTC(2026, 10, 24) ||
          (post.author !== null && post.at < (joined.get(post.author) ?? Number.POSITIVE_INFINITY))
        )
      }),
    )
    expect(wrong.map(post => post.key)).toEqual([])
  })

  test('everybody who writes or reacts is a member or a guest with a name of their own', () => {
    const members = new Set(community.members.map(member => member.key))
    const names = community.members.map(member => member.name)
    expect(new Set(names).size).toBe(names.length)
    for (const post of posts) {
      if (post.author === null) expect(names).not.toContain(post.guestName)
      else expect(members).toContain(post.author)
    }
    const authors = new Set(posts.map(post => post.author))
    expect(community.members.filter(member => !authors.has(member.key))).toEqual([])
  })

  test('nobody reacts twice, to a post of their own, or before joining', () => {
    const joined = new Map(community.members.map(member => [member.key, member.joinedAt ?? 0]))
    const wrong = posts.filter(post => {
      const reacting = post.reactions.map(reaction => reaction.member)
      return (
        new Set(reacting).size < reacting.length ||
        reacting.some(key => key === post.author || (joined.get(key) ?? Number.POSITIVE_INFINITY) > post.at)
      )
    })
    expect(wrong.map(post => post.key)).toEqual([])
  })

  test('it has a thread of more than three pages, both formats, edits with reasons, guests', () => {
    expect(Math.max(...written.map(thread => thread.posts.length))).toBeGreaterThan(60)
    expect(posts.filter(post => post.format === 'bbcode').length).toBeGreaterThan(20)
    expect(posts.filter(post => post.guestName !== null).length).toBeGreaterThan(4)
    const edits = posts.flatMap(post => post.edits)
    expect(edits.length).toBeGreaterThan(4)
    expect(edits.filter(edit => edit.reason.trim() === '')).toEqual([])
  })

  test.each([
    ...['Latin', 'Greek', 'Cyrillic', 'Arabic', 'Hebrew', 'Devanagari'],
    ...['Hiragana', 'Han', 'Hangul', 'Georgian', 'Armenian'],
  ])('somebody writes in %s', script => {
    const letters = new RegExp(`\\p{Script=${script}}{2}`, 'u')
    expect(posts.some(post => letters.test(post.source))).toBe(true)
  })
})

describe('its quotes', () => {
  test('name posts that were written before', () => {
    expect(quotes.filter(({ by, quoted }) => !quoted || quoted.at >= by.at)).toEqual([])
    expect(quotes.length).toBeGreaterThan(30)
  })

  test('are all in the form that is checked here', () => {
    for (const post of posts)
      for (const source of wordingsOf(post))
        expect(source.match(/\[quote #/g)?.length ?? 0).toBe([...source.matchAll(QUOTE)].length)
  })

  test('stand word for word in the wording of their time', () => {
    expect(quotesOf('word for word').filter(({ of, words }) => !of.includes(words))).toEqual([])
  })

  test('that are shortened show where', () => {
    const shortened = quotesOf('shortened')
    expect(shortened.length).toBeGreaterThan(2)
    for (const { of, words, where } of shortened) {
      const parts = words.split('[…]').map(part => part.trim())
      expect(parts.length, where).toBeGreaterThan(1)
      expect(of).not.toContain(words)
      for (const part of parts) expect(of).toContain(part)
    }
  })

  test('that are altered are not what was written', () => {
    const altered = quotesOf('altered')
    expect(altered.length).toBeGreaterThan(0)
    for (const { of, words } of altered) expect(of).not.toContain(words)
  })

  test('may be of words that were edited since', () => {
    const gone = quotesOf('word for word').filter(
      ({ quoted, words }) =>
        !wordsOf(wordingAt(quoted, Number.POSITIVE_INFINITY), quoted.format).includes(words),
    )
    expect(gone.length).toBeGreaterThan(1)
  })
})

/** Everything one can read in a post, without code. */
const readable = (source: string, format: 'markdown' | 'bbcode'): string =>
  renderHtml(parse(resolved(source), format))
    .replace(/<pre[\s\S]*?<\/pre>/g, '')
    .replace(/<[^>]*>/g, '')

describe('its markup', () => {
  const LEFTOVER =
    /\[\/?(?:quote|b|i|u|s|url|list|code|spoiler|color|size)\b|\[\*\]|\*\*|__|\*\p{L}|\p{L}\*|\]\(|\u0001/u

  test('is all understood', () => {
    const left = community.threads
      .flatMap(thread => thread.posts)
      .flatMap(post => wordingsOf(post).map(source => ({ post, text: readable(source, post.format) })))
      .filter(({ text }) => LEFTOVER.test(text))
    expect(left.map(({ post, text }) => [post.key, LEFTOVER.exec(text)?.[0]])).toEqual([])
  })
})

describe('what is repeated in it', () => {
  const paragraphsOf = (post: WrittenPost): string[] =>
    wordsOf(post.source, post.format) === ''
      ? []
      : plainText(parse(post.source, post.format), { quotes: true })
          .split('\n\n')
          .filter(paragraph => paragraph.length > 80)
  const threadsWith = (pattern: RegExp): string[] =>
    written.filter(thread => thread.posts.some(post => pattern.test(post.source))).map(thread => thread.key)

  test('posts in which paragraphs stand twice', () => {
    const repeating = posts.filter(post => new Set(paragraphsOf(post)).size < paragraphsOf(post).length)
    expect(repeating.length).toBeGreaterThan(1)
  })

  test('articles that come again in other threads', () => {
    const stands = new Map<string, Set<string>>()
    for (const thread of written)
      for (const paragraph of thread.posts.flatMap(paragraphsOf))
        stands.set(paragraph, (stands.get(paragraph) ?? new Set()).add(thread.key))
    expect([...stands.values()].filter(threads => threads.size > 1).length).toBeGreaterThan(1)
    expect(threadsWith(/“You could not think for the noise/)).toEqual(['counts', 'anniversary'])
  })

  test('claims that lose their source on the way through at least three threads', () => {
    expect(threadsWith(/(?:eleven|twenty-one) nights (?:out of|in) twenty-eight/i)).toEqual([
      'nights',
      'november',
      'merrow',
    ])
    expect(threadsWith(/€41 million/).length).toBeGreaterThan(5)
    expect(threadsWith(/calendar with the (?:holidays|weekends) torn out/).length).toBeGreaterThan(1)
  })
})
