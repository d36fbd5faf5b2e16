import { type NeutralMember, type NeutralPost, type NeutralRecord, reference } from '../neutral.ts'
import { BOARDS } from './boards.ts'
import { MEMBERS } from './members.ts'
import { parseThreads, QUOTE_LINE, type WrittenPost, type WrittenThread } from './notation.ts'
import { TEXTS } from './texts.ts'

/** Names the example in the ledger of what was taken. */
export const EXAMPLE = 'example'

/** Every thread as written, before quotes are resolved. Throws an `Error` where a text is not in the notation. */
export const exampleThreads = (): WrittenThread[] => TEXTS.flatMap(parseThreads)

/**
 * An invented community that argues about invented news: what a new operator may fill the first start with. The times
 * run from March 2025 to November 2026. Throws an `Error` where a text names a member or a post that is not there.
 */
export function exampleCommunity(): NeutralRecord {
  const threads = exampleThreads()
  const members = new Map(MEMBERS.map(member => [member.key, member]))
  const posts = new Map(threads.flatMap(thread => thread.posts).map(post => [post.key, post]))
  const named = (text: string): string =>
    text.replace(QUOTE_LINE, (_, key: string) => {
      const post = posts.get(key)
      if (!post) throw new Error(`no post ${key}`)
      return `[quote="${nameOf(post, members)}, post: ${reference(key)}"]`
    })
  return {
    source: EXAMPLE,
    counts: 'before',
    boards: [...BOARDS],
    members: [...MEMBERS],
    threads: threads.map(thread => ({ ...thread, posts: thread.posts.map(post => resolved(post, named)) })),
  }
}

function nameOf(post: WrittenPost, members: Map<string, NeutralMember>): string {
  const name = post.guestName ?? members.get(post.author ?? '')?.name
  if (name === undefined) throw new Error(`no member ${post.author}`)
  return name
}

const resolved = (post: WrittenPost, named: (text: string) => string): NeutralPost => ({
  ...post,
  source: named(post.source),
  edits: post.edits.map(edit => ({ ...edit, source: named(edit.source) })),
})
