import type { FastifyRequest } from 'fastify'
import { boardSteps } from '#forum/boards/views.ts'
import { findingPath } from '#forum/findings/views.ts'
import type { FindingPlace } from '#forum/sources/model.ts'
import { threadPath } from '#forum/threads/views.ts'
import { id, line } from '#web/fields.ts'
import { form, readParams } from '#web/forms.ts'
import type { PageAnswer } from '#web/respond.ts'
import type { FindingPage } from './model.ts'
import { titleOf } from './views.ts'

/** Longer than the name of any finding, in UTF-16 units. */
const LONGEST_KEY = 20

const Place = form({ thread: id(), number: id(), key: line({ max: LONGEST_KEY }), source: id() })
const { source: _source, ...entries } = Place.entries
const FindingParams = form(entries)

/** The finding that an address names. Throws `not-found`. */
export function placeOf(request: FastifyRequest): FindingPlace {
  const { thread: threadId, number, key } = readParams(FindingParams, request)
  return { threadId, number, key }
}

/** The source of a finding that an address names. Throws `not-found`. */
export function sourcePlaceOf(request: FastifyRequest): FindingPlace & { readonly sourceId: number } {
  const { thread: threadId, number, key, source: sourceId } = readParams(Place, request)
  return { threadId, number, key, sourceId }
}

/** A page about a finding, below its post or, as a form, below its own page. */
export function pageAbout(
  request: FastifyRequest,
  { boards, post, thread, key, found }: FindingPage,
  page: Pick<PageAnswer, 'title' | 'main' | 'json' | 'fragment' | 'canonical'> & { readonly isForm: boolean },
): PageAnswer {
  const { isForm, ...answer } = page
  const { number } = post
  const own = { href: findingPath(post, key), name: titleOf({ post, found }, request.visitor.words) }
  return {
    ...answer,
    trail: [
      ...boardSteps(boards),
      { href: threadPath(thread), name: thread.title },
      { href: threadPath(thread, number), name: `#${number}` },
      ...(isForm ? [own] : []),
    ],
    robots: 'noindex',
    style: 'full',
  }
}
