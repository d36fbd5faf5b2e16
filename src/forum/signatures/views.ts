import { type Html, html, trusted } from '#base/html.ts'

/** A signature below a post, from its stored HTML. */
export function SignatureView(stored: string): Html {
  return html`<div class="signature text">${trusted(stored)}</div>`
}
