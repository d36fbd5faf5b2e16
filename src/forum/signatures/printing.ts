import { RENDERER_VERSION } from '@rostra/markup'
import { act, type Forum } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { readTexts } from '../posts/rendering.ts'
import { htmlOf } from './actions.ts'
import {
  type KeptSignature,
  nextSignatures,
  readPrinted,
  signaturesNaming,
  writePrint,
  writePrinted,
} from './store.ts'

/** Signatures that are printed in one transaction. */
const AT_ONCE = 100

/** Prints those signatures anew that lead to a member, so that they show the name of today; at the beginning of `MENTIONS_JOB`. */
export async function printNamingSignatures(forum: Forum, payload: unknown): Promise<void> {
  const { memberId, after } = payload as { memberId: number; after: number }
  if (after !== 0) return
  const kept = await signaturesNaming(forum.store.read, memberId)
  for (let start = 0; start < kept.length; start += AT_ONCE)
    await print(forum, kept.slice(start, start + AT_ONCE))
}

/** Prints the next signatures anew, until all have been since the renderer became another; → how many were looked at. */
export async function printOldSignatures(forum: Forum, limit = AT_ONCE): Promise<number> {
  const { read } = forum.store
  const { version, after } = (await readPrinted(read)) ?? { version: 0, after: 0 }
  if (version > RENDERER_VERSION || (version === RENDERER_VERSION && after === null)) return 0
  const kept = await nextSignatures(read, version === RENDERER_VERSION ? (after ?? 0) : 0, limit)
  await print(forum, kept)
  const last = kept.length < limit ? null : (kept.at(-1)?.id ?? null)
  await act(forum, SYSTEM, ({ db }) => writePrinted(db, { version: RENDERER_VERSION, after: last }))
  return kept.length
}

async function print(forum: Forum, kept: readonly KeptSignature[]): Promise<void> {
  if (kept.length === 0) return
  const texts = await readTexts(
    forum.store.read,
    kept.map(({ source }) => ({ source, format: 'markdown' })),
  )
  const printed = kept
    .map((each, index) => ({ ...each, now: htmlOf(texts[index]!, each.id, forum.origin) }))
    .filter(({ html, now }) => html !== now)
  await act(forum, SYSTEM, async ({ db, emit }) => {
    for (const { id, source, now } of printed)
      if (await writePrint(db, { id, source, html: now })) emit({ type: 'member.changed', memberId: id })
  })
}
