import { findingPath } from '#forum/findings/views.ts'
import { memberJson } from '#forum/members/views.ts'
import { postPath } from '#forum/posts/views.ts'
import type { FindingPage, GivenSource } from './model.ts'

/** A finding for a program: what was read, its sources, who asks for one, and what people changed. */
export function findingJson(page: FindingPage): object {
  const { post, key, found, context, entry, isWithdrawn, given, inText, requests, askers, may } = page
  return {
    ...{
      threadId: post.threadId,
      number: post.number,
      key,
      path: findingPath(post, key),
      post: postPath(post),
    },
    ...{ kind: found.kind, ...context, withdrawn: isWithdrawn },
    reading: found.kind === 'quotation' ? { ...found.finding, parts: found.parts } : found.finding,
    speaker: entry?.kind === 'quotation' ? entry.speaker : null,
    spread: entry?.kind === 'quotation' ? entry.spread : null,
    sources: [...given.map(givenJson), ...inText],
    removedSources: page.removed,
    ...{ asked: requests.count, askedByMe: requests.mine, askedBy: askers },
    ...{ corrections: page.corrections, hasMoreCorrections: page.hasMoreCorrections },
    may,
  }
}

function givenJson({ source, giver, may }: GivenSource): object {
  const { postId: _postId, key: _key, memberId: _memberId, ...kept } = source
  return { ...kept, givenBy: giver && memberJson(giver), may }
}
