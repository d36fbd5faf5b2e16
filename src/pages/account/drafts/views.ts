import { type Html, html } from '#base/html.ts'
import { shortLine } from '#base/text.ts'
import { DAY } from '#base/time.ts'
import type { Words } from '#base/words.ts'
import { DRAFTS_KEPT, formPath, readPlace } from '#forum/drafts/model.ts'
import { HiddenInput } from '#web/components/field.ts'
import { PATHS } from '../model.ts'
import { AccountPart, type Frame } from '../views.ts'
import type { DraftEntry } from './model.ts'

/** How much of a text a list shows, in UTF-16 units. */
const EXCERPT = 200

/** What a member began to write, each with the way back to its form and a button that discards it. */
export function DraftList(frame: Frame, drafts: readonly DraftEntry[], now: number): Html {
  const { words } = frame
  const content =
    drafts.length === 0
      ? html`<p>${words.say('drafts.none')}</p>`
      : html`<p class="meta">${words.say('drafts.about', { days: DRAFTS_KEPT / DAY })}</p><ul class="drafts">${drafts.map(
          draft => DraftRow(frame, draft, now),
        )}</ul>`
  return AccountPart(frame, PATHS.drafts, content)
}

function DraftRow({ words, csrf }: Frame, draft: DraftEntry, now: number): Html {
  const { place, at, fields } = draft
  const isThere = draft.title !== null || place === 'conversation'
  const name = nameOf(draft, words)
  const shown = isThere ? html`<a href="${formPath(place)}">${name}</a>` : name
  const title = typeof fields['title'] === 'string' ? fields['title'] : ''
  const source = typeof fields['source'] === 'string' ? fields['source'] : ''
  const label = words.say('drafts.discard-named', { name: plainName(draft, words) })
  // What can be posted nowhere any more can still be read and copied here.
  const whole =
    !isThere &&
    html`<details><summary>${words.say('drafts.text')}</summary><div class="diff" dir="auto">${source}</div></details>`
  return html`<li><h2>${shown}</h2><p class="meta">${words.time(at, now)}</p><p dir="auto">${title && html`<b>${title}</b> `}${shortLine(
    source.replace(/\s+/g, ' ').trim(),
    EXCERPT,
  )}</p>${whole}<form method="post" action="${PATHS.drafts}">${csrf}${HiddenInput('discard', place)}<button class="link" aria-label="${label}">${words.say('drafts.discard')}</button></form></li>`
}

function nameOf(draft: DraftEntry, words: Words): Html | string {
  const { kind, number } = readPlace(draft.place)
  if (kind === 'conversation') return words.say('drafts.conversation')
  if (draft.title === null) return words.say('drafts.nowhere')
  const name = html`<bdi>${draft.title}</bdi>`
  if (kind === 'board') return words.sayHtml('drafts.in-board', { name })
  if (kind === 'thread') return words.sayHtml('drafts.in-thread', { name })
  return words.sayHtml('drafts.of-post', { name, number: `#${number}` })
}

const plainName = ({ title, place }: DraftEntry, words: Words): string =>
  title ?? words.say(place === 'conversation' ? 'drafts.conversation' : 'drafts.nowhere')
