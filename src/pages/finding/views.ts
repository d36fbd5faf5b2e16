import { type Html, html } from '#base/html.ts'
import type { Key, Words } from '#base/words.ts'
import type { FindingKind } from '#forum/findings/model.ts'
import { findingPath } from '#forum/findings/views.ts'
import { MemberLink } from '#forum/members/views.ts'
import { postPath } from '#forum/posts/views.ts'
import { isSourced } from '#forum/sources/finding.ts'
import type { RemovedSource } from '#forum/sources/model.ts'
import { threadPath } from '#forum/threads/views.ts'
import { Notice } from '#web/components/notice.ts'
import { type FindingPage, type LoggedCorrection, MOST_CORRECTIONS } from './model.ts'
import { type FindingOptions, Sources } from './sources/views.ts'
import { Elsewhere, ReadingFacts } from './views-reading.ts'

const KINDS = {
  quotation: 'finding.kind-quotation',
  figure: 'finding.kind-figure',
  date: 'finding.kind-date',
  source: 'finding.kind-source',
  statement: 'finding.kind-statement',
  repeat: 'finding.kind-repeat',
} as const satisfies Record<FindingKind, Key>

/** What the page of a finding is called. */
export const titleOf = ({ found, post }: Pick<FindingPage, 'found' | 'post'>, words: Words): string =>
  words.say('finding.title', { kind: words.say(KINDS[found.kind]), number: `#${post.number}` })

/** One finding by itself: where it stands, what was read, its sources, and what people changed of it. */
export function FindingView(page: FindingPage, options: FindingOptions): Html {
  const { words } = options
  const { post, found, isWithdrawn } = page
  const number = html`<a href="${postPath(post)}"><bdi>#${post.number}</bdi></a>`
  const title = words.sayHtml('finding.title', { kind: words.say(KINDS[found.kind]), number })
  return html`<div class="finding"><h1>${title}</h1><p class="meta">${Posted(page, options)}</p>${
    isWithdrawn && Notice('plain', words.say('finding.withdrawn'))
  }${InContext(page)}<section><h2>${words.say('finding.read')}</h2>${ReadingFacts(page, words)}${Correcting(
    page,
    words,
  )}</section>${Elsewhere(page, words)}${isSourced(found) && !isWithdrawn && Sources(page, options)}${Changes(page, options)}</div>`
}

function Posted({ post, thread, author }: FindingPage, { words, now }: FindingOptions): Html {
  const name = author ? MemberLink(author) : html`<bdi>${post.guestName ?? words.say('thread.guest')}</bdi>`
  const link = html`<a href="${threadPath(thread, post.number)}"><bdi>${thread.title}</bdi></a>`
  return words.sayHtml('finding.posted', { name, time: words.time(post.createdAt, now), thread: link })
}

/** The words, marked, with what stands beside them in the post. */
export function InContext({ context: { before, words, after } }: Pick<FindingPage, 'context'>): Html {
  return html`<blockquote class="context" dir="auto">${before}<mark>${words}</mark>${after}</blockquote>`
}

function Correcting(page: FindingPage, words: Words): Html | null {
  const { may, found, isWithdrawn, post, key } = page
  if (!may.correct) return null
  const path = findingPath(post, key)
  const link = (act: string, text: string): Html => html`<a href="${path}/${act}">${text}</a>`
  const acts = isWithdrawn
    ? [link('restore', words.say('finding.restore'))]
    : [
        found.kind === 'quotation' && link('speaker', words.say('finding.correct-speaker')),
        link('withdraw', words.say('finding.withdraw')),
      ]
  return html`<div class="acts" role="group" aria-label="${words.say('finding.look-after')}">${acts}</div>`
}

/** A line of the log, with the moment by which it is put in order. */
interface Logged {
  readonly at: number
  readonly line: Html
}

/** Who changed what, the latest first. */
function Changes(
  { corrections, hasMoreCorrections, removed }: FindingPage,
  options: FindingOptions,
): Html | null {
  const { words } = options
  const lines: Logged[] = [
    ...corrections.map(each => ({ at: each.at, line: CorrectionLine(each, options) })),
    ...removed.map(each => ({ at: each.removedAt, line: RemovalLine(each, options) })),
  ].sort((one, other) => other.at - one.at)
  if (lines.length === 0) return null
  return html`<section><h2>${words.say('finding.changes')}</h2><ul class="log">${lines.map(({ line }) => html`<li>${line}</li>`)}</ul>${
    hasMoreCorrections && html`<p>${words.say('finding.changes-more', { count: MOST_CORRECTIONS })}</p>`
  }</section>`
}

function CorrectionLine(correction: LoggedCorrection, options: FindingOptions): Html {
  const { words, now } = options
  const { change, value, memberName, at, reason } = correction
  const who = {
    name: html`<bdi>${memberName ?? words.say('finding.somebody')}</bdi>`,
    time: words.time(at, now),
  }
  return html`${ChangeSentence(change, value, who, words)}${Reason(reason, words)}`
}

function ChangeSentence(
  change: LoggedCorrection['change'],
  value: string,
  who: { readonly name: Html; readonly time: Html },
  words: Words,
): Html {
  if (change === 'withdraw') return words.sayHtml('finding.log-withdraw', who)
  if (change === 'restore') return words.sayHtml('finding.log-restore', who)
  if (value === '') return words.sayHtml('finding.log-nobody', who)
  return words.sayHtml('finding.log-speaker', { ...who, speaker: html`<bdi>${value}</bdi>` })
}

function RemovalLine(
  { publisher, givenBy, removedBy, removedAt, reason }: RemovedSource,
  options: FindingOptions,
): Html {
  const { words, now } = options
  const somebody = words.say('finding.somebody')
  const line = words.sayHtml('finding.log-removed', {
    ...{ name: html`<bdi>${removedBy ?? somebody}</bdi>`, giver: html`<bdi>${givenBy ?? somebody}</bdi>` },
    ...{ publisher: html`<bdi>${publisher}</bdi>`, time: words.time(removedAt, now) },
  })
  return html`${line}${Reason(reason, words)}`
}

const Reason = (reason: string, words: Words): Html | false =>
  reason !== '' && html`<br>${words.sayHtml('finding.log-reason', { reason: html`<bdi>${reason}</bdi>` })}`
