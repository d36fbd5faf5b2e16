import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { HiddenInput } from '#web/components/field.ts'
import { formPath } from './model.ts'

/** Where drafts are discarded. */
export const DISCARD_PATH = '/drafts/discard'

/** What a form knows of its draft. */
export interface FormDraft {
  readonly place: string
  /** Whose it is: what a browser keeps is kept for that member. */
  readonly memberId: number
  /** When the draft was typed that stands in the form, epoch milliseconds; null where none does. */
  readonly at: number | null
  /** When a draft was typed that is based on an earlier wording and does not stand in the form; null for none. */
  readonly outdatedAt: number | null
  /** Epoch milliseconds. */
  readonly now: number
}

/** The attributes by which a script finds the draft of a form. */
export function draftAttributes({ place, memberId }: FormDraft): Html {
  return html` data-draft="${place}" data-writer="${memberId}"`
}

/** Above a form: whose draft stands in it, and how to be rid of it. It is a form of its own, with the same token. */
export function DraftLine(draft: FormDraft, { words, csrf }: { words: Words; csrf: Html }): Html | null {
  const { at, outdatedAt, place, now } = draft
  const shown = at ?? outdatedAt
  if (shown === null) return null
  const time = words.time(shown, now)
  const said =
    at !== null
      ? words.sayHtml('drafts.of', { time })
      : html`${words.sayHtml('drafts.outdated', { time })} <a href="${formPath(place)}?draft=1">${words.say('drafts.use')}</a>`
  return html`<form class="draft" method="post" action="${DISCARD_PATH}">${csrf}${HiddenInput('place', place)}<p>${said} <button class="link">${words.say('drafts.discard')}</button></p></form>`
}
