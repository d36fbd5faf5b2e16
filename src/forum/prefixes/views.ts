import { type Html, html } from '#base/html.ts'
import type { Prefix } from './model.ts'

/** A prefix as it stands before a title; with an address it leads there. */
export function PrefixMark({ name, tone }: Prefix, href?: string): Html {
  if (href === undefined) return html`<span class="tag tone-${tone}"><bdi>${name}</bdi></span>`
  return html`<a class="tag tone-${tone}" href="${href}"><bdi>${name}</bdi></a>`
}

/** The same for a program; null for none. */
export const prefixJson = (prefix: Prefix | undefined): object | null =>
  prefix ? { id: prefix.id, name: prefix.name, tone: prefix.tone } : null
