import type { Writer } from '#store/store.ts'
import type { ReadPost } from '../findings/model.ts'
import { forgetPassages, keepPassages } from '../passages/keep.ts'
import { forgetQuotations, keepQuotations } from '../quotations/keep.ts'
import { forgetSources, keepSources } from '../sources/store-keep.ts'

/** Hands what was read of posts to everybody who keeps something of it, in place of what they kept before. */
export async function keepFindings(db: Writer, posts: readonly ReadPost[]): Promise<void> {
  await keepQuotations(db, posts)
  await keepPassages(db, posts)
  await keepSources(db, posts)
}

/** Has everybody forget what they keep of posts. */
export async function forgetFindings(db: Writer, postIds: readonly number[]): Promise<void> {
  await forgetQuotations(db, postIds)
  await forgetPassages(db, postIds)
  await forgetSources(db, postIds)
}
