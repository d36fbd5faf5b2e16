import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { threadPath } from '../threads/views.ts'
import type { Duplicate } from './model.ts'

/** Threads that are like the one that is being started; nothing where there are none. */
export function DuplicateList(
  duplicates: readonly Duplicate[],
  { words, now }: { words: Words; now: number },
): Html | null {
  if (duplicates.length === 0) return null
  const items = duplicates.map(thread => {
    const count = thread.postCount
    const facts = [
      words.time(thread.createdAt, now),
      words.say('board.posts', { count, number: words.number(count) }),
      ...(thread.sameAddress ? [words.say('duplicate.same-address')] : []),
    ]
    return html`<li><a href="${threadPath(thread)}"><bdi>${thread.title}</bdi></a> <small>${facts.map((fact, index) => (index === 0 ? fact : html` · ${fact}`))}</small></li>`
  })
  return html`<h2>${words.say('duplicate.title')}</h2><ul>${items}</ul>`
}

/** The same for a program. */
export const duplicateJson = (duplicate: Duplicate): object => {
  const { id, title, createdAt, postCount, sameAddress } = duplicate
  return { id, title, path: threadPath(duplicate), createdAt, postCount, sameAddress }
}
