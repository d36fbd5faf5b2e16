import { postId } from '#base/ids.ts'
import { SCORES } from '#forum/reactions/model.ts'
import type { Tables } from '#store/tables.ts'
import type { NeutralPost } from '../neutral.ts'
import type { PlacedPost } from './threads.ts'
import { mustHave, type Writing } from './writing.ts'

/** The reactions to a post that count: one of each member, none of its author. */
function countedReactions(post: NeutralPost): NeutralPost['reactions'] {
  const members = new Set([post.author])
  return post.reactions.filter(({ member }) => !members.has(member) && members.add(member))
}

/** What the reactions to a post add to the score of whoever wrote it. */
export const scoreOf = (post: NeutralPost): number =>
  countedReactions(post).reduce((sum, { kind }) => sum + SCORES[kind], 0)

/** The reactions to a new post as they are kept, at the time of the post; those that do not count are said to be left. */
export function reactionRows(writing: Writing, placed: PlacedPost): Tables['reactions'][] {
  const { post, where, at } = placed
  const counted = countedReactions(post)
  for (const each of post.reactions)
    if (!counted.includes(each)) {
      const item = { item: 'reaction', where, key: post.key }
      writing.say(item, 'left', 'a member has one reaction to a post, and none to their own')
    }
  return counted.map(({ member, kind }) => ({
    postId: postId(placed.threadId, placed.number),
    memberId: mustHave(writing.members, member, 'a member'),
    ...{ kind, score: SCORES[kind], at },
  }))
}
