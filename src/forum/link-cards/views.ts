import { type Html, html } from '#base/html.ts'
import { publisherOf } from '../addresses/model.ts'
import type { LinkCard } from './model.ts'

/** What the pages say of themselves that a post links to: text and a picture of ours, nothing of theirs. */
export function LinkCards(cards: readonly LinkCard[]): Html | null {
  if (cards.length === 0) return null
  return html`<ul class="link-cards" role="list">${cards.map(Card)}</ul>`
}

function Card({ url, title, description, site, picture }: LinkCard): Html {
  const publisher = publisherOf(url)
  const image =
    picture !== null &&
    html`<img src="${picture}" alt="" width="120" height="90" loading="lazy" decoding="async">`
  return html`<li><a href="${url}" rel="nofollow ugc noopener">${image}<span><b dir="auto">${title}</b>${
    description !== '' && html`<span dir="auto">${description}</span>`
  }<small>${site !== '' && site !== publisher && html`<bdi>${site}</bdi> · `}${publisher}</small></span></a></li>`
}
