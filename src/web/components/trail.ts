import { type Html, html, joined } from '#base/html.ts'
import type { Words } from '#base/words.ts'

/** One step down to where a page stands. */
export interface TrailStep {
  readonly href: string
  readonly name: string
}

/** The way down to a page, each step a link; nothing for a page at the top. */
export function Trail(steps: readonly TrailStep[], words: Words): Html | null {
  if (steps.length === 0) return null
  const links = steps.map(step => html`<a href="${step.href}"><bdi>${step.name}</bdi></a>`)
  return html`<nav class="trail" aria-label="${words.say('page.trail')}">${joined(links, html`<i aria-hidden="true"> › </i>`)}</nav>`
}
