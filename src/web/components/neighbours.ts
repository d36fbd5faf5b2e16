import { type Html, html } from '#base/html.ts'

/** Links of a document's head to the pages before and after it, as paths; null where there is none. */
export function Neighbours(previous: string | null, next: string | null): Html {
  return html`${previous !== null && html`<link rel="prev" href="${previous}">`}${next !== null && html`<link rel="next" href="${next}">`}`
}
