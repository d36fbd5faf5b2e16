/** What a thread can be: a talk, a question that a post may answer, an article with the address that it is from. */
export const THREAD_KINDS = ['discussion', 'question', 'article'] as const
export type ThreadKind = (typeof THREAD_KINDS)[number]

const isKind = (text: string): text is ThreadKind => (THREAD_KINDS as readonly string[]).includes(text)

/** The kinds that a board takes, as they are kept (separated by spaces) → the kinds in their order; '' is all of them. */
export function kindsOf(kept: string): readonly ThreadKind[] {
  const named = kept.split(' ').filter(isKind)
  return named.length === 0 ? THREAD_KINDS : THREAD_KINDS.filter(kind => named.includes(kind))
}

/** The same the other way. */
export const keptKinds = (kinds: readonly ThreadKind[]): string =>
  THREAD_KINDS.every(kind => kinds.includes(kind))
    ? ''
    : THREAD_KINDS.filter(kind => kinds.includes(kind)).join(' ')
