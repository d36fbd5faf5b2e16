import { type Html, html } from '#base/html.ts'
import type { Key, Words } from '#base/words.ts'
import { TIES, type Tie, type Ties } from './model.ts'

const NAMES: Record<Tie, { set: Key; removed: Key }> = {
  follow: { set: 'tie.follow', removed: 'tie.unfollow' },
  ignore: { set: 'tie.ignore', removed: 'tie.unignore' },
}

/** The buttons by which somebody follows or ignores a member; `may` says which of them there are. */
export function TieForm(
  memberId: number,
  ties: Ties,
  options: { words: Words; csrf: Html; may: Ties },
): Html | null {
  const { words, csrf, may } = options
  const shown = TIES.filter(tie => may[tie] || ties[tie])
  if (shown.length === 0) return null
  return html`<form class="ties" method="post" action="/members/${memberId}/ties">${csrf}${shown.map(
    tie =>
      html`<button class="button quiet" name="tie" value="${ties[tie] ? `un${tie}` : tie}">${words.say(NAMES[tie][ties[tie] ? 'removed' : 'set'])}</button>`,
  )}</form>`
}

/** A post of somebody whom the reader ignores, folded. */
export function IgnoredPost(post: Html, options: { name: string; words: Words }): Html {
  const { name, words } = options
  return html`<details class="ignored"><summary>${words.sayHtml('tie.ignored-post', { name: html`<bdi>${name}</bdi>` })}</summary>${post}</details>`
}
