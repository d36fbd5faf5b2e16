import { type Html, html, type Part } from '#base/html.ts'
import type { FormState } from '../forms.ts'

/** `good` for what was done, `bad` for what was not, `plain` for what is worth knowing. */
export type NoticeKind = 'plain' | 'good' | 'bad'

/** A sentence that stands out. What went wrong is spoken at once by a screen reader, the rest when it is idle. */
export function Notice(kind: NoticeKind, content: Part): Html {
  if (kind === 'bad') return html`<div class="notice bad" role="alert">${content}</div>`
  return html`<div class="notice ${kind}" role="status">${content}</div>`
}

/** What is wrong with a form as a whole, and for what is wrong with one field a link to it; nothing when all is well. */
export function FormNotice(form: FormState): Html | null {
  const { problem } = form
  if (!problem) return null
  const { field, message } = problem
  return Notice('bad', field === undefined ? message : html`<a href="#${fieldId(field)}">${message}</a>`)
}

/** Field name → the id of its input. */
export const fieldId = (name: string): string => `field-${name}`
