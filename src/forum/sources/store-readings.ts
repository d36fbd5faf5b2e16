import { prepared } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { PostFindings } from '../findings/model.ts'
import { readableText } from '../findings/text.ts'
import type { Post } from '../posts/model.ts'
import { type Found, foundIn } from './finding.ts'

/** A finding of a post, with the text that it stands in. */
export interface FindingOfPost {
  readonly found: Found
  readonly findings: PostFindings
  /** The post's readable text; offsets of findings are of it. */
  readonly text: string
  /** Whether somebody withdrew it. */
  readonly isWithdrawn: boolean
}

const selectReading = prepared((db, { postId }: { postId: number }) =>
  db.selectFrom('readings').select(['revision', 'renderer', 'findings']).where('postId', '=', postId),
)

const selectWithdrawal = prepared((db, { postId, key }: { postId: number; key: string }) =>
  db
    .selectFrom('corrections')
    .select('change')
    .where('postId', '=', postId)
    .where('key', '=', key)
    .where('change', '!=', 'speaker')
    .orderBy('id', 'desc')
    .limit(1),
)

/**
 * A finding of a post by its name, in two queries. Undefined where the post has none of that name, where it has been changed
 * since it was read, and where its text is withheld.
 */
export async function findFinding(
  db: Reader | Writer,
  post: Post,
  key: string,
): Promise<FindingOfPost | undefined> {
  if (post.withheld || post.deletedAt !== null) return undefined
  const [reading] = await selectReading(db, { postId: post.id })
  if (!reading || reading.revision !== post.revision || reading.renderer !== post.renderer) return undefined
  const findings = JSON.parse(reading.findings) as PostFindings
  const found = foundIn(findings, key)
  if (!found) return undefined
  const [correction] = await selectWithdrawal(db, { postId: post.id, key: found.finding.key })
  const { text } = readableText(post.html)
  return { found, findings, text, isWithdrawn: correction?.change === 'withdraw' }
}
