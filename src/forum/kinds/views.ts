import type { Key } from '#base/words.ts'
import type { ThreadKind } from './model.ts'

/** What each kind of thread is called. */
export const KIND_NAMES: Readonly<Record<ThreadKind, Key>> = {
  discussion: 'thread.kind-discussion',
  question: 'thread.kind-question',
  article: 'thread.kind-article',
}
