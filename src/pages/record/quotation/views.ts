import { type Html, html, joined } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { findingPath, quotationPath } from '#forum/findings/views.ts'
import type { ComparedStand, DayOfSpread, QuotationSheet } from '#forum/quotations/model.ts'
import { ChangedWords } from '#web/components/changed-words.ts'
import { FeedLine, Onward } from '../frame.ts'
import { writtenPlace } from '../model.ts'
import { SpreadChart } from '../spread.ts'
import {
  authorOf,
  type ListOptions,
  PostLink,
  postJson,
  SpeakerLink,
  saidLine,
  speakerJson,
  standJson,
} from '../stands.ts'

/** What the page of a quotation shows. */
export interface QuotationShown {
  readonly sheet: QuotationSheet
  readonly days: readonly DayOfSpread[]
  readonly isFirstPage: boolean
}

/** A quotation: its words, who is said to have spoken them, how it spread, and where it stands in which words. */
export function QuotationView({ sheet, days, isFirstPage }: QuotationShown, options: ListOptions): Html {
  const { words } = options
  const path = quotationPath(sheet.id)
  const head =
    isFirstPage &&
    html`<p class="meta">${SpokenBy(sheet, words)}</p><p class="lead">${Summary(sheet, options)}</p>${SpreadChart(days, words)}`
  return html`<h1 class="quoted"><q dir="auto">${saidLine(sheet.words)}</q></h1>${head}<h2>${words.say('record.stands')}</h2>${sheet.stands.map(
    stand => ComparedLine(stand, options),
  )}${Onward(path, writtenPlace(sheet.next && { ...sheet.next }), words)}${FeedLine(`${path}/feed`, words)}`
}

function SpokenBy({ speakers }: QuotationSheet, words: Words): Html {
  if (speakers.length === 0) return html`${words.say('record.unnamed')}`
  if (speakers.length === 1) return SpeakerLink(speakers[0]!)
  return words.sayHtml('record.given-to', { names: joined(speakers.map(SpeakerLink), ' · ') })
}

function Summary({ first, postCount, alteredCount }: QuotationSheet, { words, now }: ListOptions): Html {
  const seen = words.sayHtml('record.first-seen', {
    post: PostLink(first, words),
    name: html`<bdi>${authorOf(first, words)}</bdi>`,
    time: words.time(first.at, now),
  })
  const others = postCount - 1
  if (others === 0) return html`${seen} ${words.say('record.nowhere-else')}`
  const carried = words.say('record.carried-since', { count: others })
  const altered = alteredCount > 0 && html` ${words.say('record.altered-in', { count: alteredCount })}`
  return html`${seen} ${carried}${altered}`
}

function ComparedLine(stand: ComparedStand, { words, now }: ListOptions): Html {
  const { post, speaker, relation, difference } = stand
  const facts = [
    speaker ? SpeakerLink(speaker) : words.say('record.unnamed'),
    html`<a href="${findingPath(post, stand.key)}">${words.say('record.finding')}</a>`,
  ]
  const said =
    difference === null ? html`<q dir="auto">${saidLine(stand.words)}</q>` : ChangedWords(difference, words)
  const verdict =
    relation === 'first'
      ? words.say('record.stand-first')
      : relation === 'same'
        ? words.say('record.stand-same')
        : words.say('record.stand-altered')
  return html`<article class="row"><div><h3>${PostLink(post, words)}</h3><p class="quoted">${said}</p><p>${joined(facts, ' · ')}</p></div><div class="n">${verdict}</div><div class="last"><b><bdi>${authorOf(post, words)}</bdi></b> ${words.time(post.at, now)}</div></article>`
}

/** The page for a program. */
export const quotationJson = ({ sheet, days }: QuotationShown): object => ({
  ...{ id: sheet.id, path: quotationPath(sheet.id), words: sheet.words },
  ...{ postCount: sheet.postCount, alteredCount: sheet.alteredCount },
  speakers: sheet.speakers.map(speakerJson),
  first: postJson(sheet.first),
  days,
  stands: sheet.stands.map(stand => ({
    ...standJson(stand),
    relation: stand.relation,
    difference: stand.difference,
  })),
  next: writtenPlace(sheet.next && { ...sheet.next }),
})
