import type { Forum } from '#forum/act.ts'
import type { ShownAnswer } from '#forum/answers/model.ts'
import { answerOf } from '#forum/answers/store.ts'
import { cardsOf } from '#forum/members/store.ts'
import type { Visible } from '#forum/permissions/visible.ts'
import type { Post } from '#forum/posts/model.ts'
import type { Tag } from '#forum/tags/model.ts'
import { tagsOf } from '#forum/tags/store.ts'
import type { Thread } from '#forum/threads/model.ts'
import type { Holdings } from '#forum/threads/store.ts'
import { keptWhileUnchanged } from '#store/unchanged.ts'
import { excerptOf } from './excerpt.ts'
import type { ThreadPage } from './model.ts'

const THREADS_KEPT = 500
/** How many characters of an answer stand under its question. */
const EXCERPT = 160

const NO_TAGS = { tags: [] as readonly Tag[] }
const keptTags = keptWhileUnchanged<{ readonly tags: readonly Tag[] }>(THREADS_KEPT)

/** What a thread's page says of it besides its title: its tags, where it has some, and the answer of a question. */
export async function detailsOn(
  forum: Forum,
  visible: Visible,
  thread: Thread,
  holds: Pick<Holdings, 'tags'>,
): Promise<Pick<ThreadPage, 'prefix' | 'tags' | 'answer'>> {
  const { id, prefixId, people } = thread
  const { tags } =
    people === null && holds.tags
      ? await keptTags(forum.store, String(id), async () => ({
          tags: (await tagsOf(forum.store.read, [id])).get(id) ?? [],
        }))
      : NO_TAGS
  const answer = await answerOf(forum.store.read, visible, thread)
  return {
    prefix: prefixId === null ? undefined : visible.site.prefixes.get(prefixId),
    tags,
    answer: answer ? await shownAnswer(forum, visible, answer) : null,
  }
}

async function shownAnswer(forum: Forum, visible: Visible, post: Post): Promise<ShownAnswer> {
  const { threadId, number, authorId, guestName, html } = post
  const cards = authorId === null ? undefined : await cardsOf(forum.store.read, [authorId], visible)
  const author = (authorId === null ? undefined : cards?.get(authorId)?.name) ?? guestName
  return { threadId, number, author, excerpt: excerptOf(html, EXCERPT) }
}
