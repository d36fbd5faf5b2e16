import { compareWordings, quotedOf, type WordChange, wordDifference } from '@rostra/record/comparing'
import { type ComparedStand, MOST_POSTS, MOST_POSTS_SHORT } from './model.ts'

/** Whether so many posts carry words that nobody carries them from anybody: a saying, a slogan. */
export const isSaying = (postCount: number, isShort: boolean): boolean =>
  postCount > (isShort ? MOST_POSTS_SHORT : MOST_POSTS)

/**
 * Two wordings of one quotation → whether the later has other words than the first; not where one is a part of the other,
 * or differs only in what it marks as left out or changed.
 */
export function isAlteredFrom(first: string, words: string): boolean {
  if (first === words) return false
  const wording = compareWordings(quotedOf(first), quotedOf(words))
  // A third wording may have brought together two that have little in common.
  return wording !== null && wording.relation !== 'same'
}

/** How a wording stands to the first, and what was changed. */
export function comparedTo(
  first: string,
  words: string,
): Pick<ComparedStand, 'relation'> & { readonly difference: readonly WordChange[] | null } {
  const isAltered = isAlteredFrom(first, words)
  return {
    relation: isAltered ? 'altered' : 'same',
    difference: isAltered ? wordDifference(first, words) : null,
  }
}
