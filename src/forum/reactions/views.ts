import { type Html, html, joined } from '#base/html.ts'
import type { Key, Words } from '#base/words.ts'
import type { PostPlace } from '../posts/model.ts'
import { postPath } from '../posts/views.ts'
import { KINDS, type Kind, type Reactions } from './model.ts'

const NAMES: Record<Kind, Key> = {
  like: 'reaction.like',
  funny: 'reaction.funny',
  disagree: 'reaction.disagree',
}

/** How a post's reactions are written. */
export interface ReactionBarOptions {
  readonly words: Words
  /** The hidden field that makes the form ours; null for whoever may not react: they see the counts alone. */
  readonly csrf: Html | null
}

/** The address that a post's reactions are sent to. */
export const reactionsPath = (place: PostPlace): string => `${postPath(place)}/reactions`

/**
 * The reactions to a post, for its row of acts: buttons where one may react, else what there is; null where that is
 * nothing. The same on the page and as the answer to a click.
 */
export function ReactionBar(
  place: PostPlace,
  reactions: Reactions,
  { words, csrf }: ReactionBarOptions,
): Html | null {
  const { counts } = reactions
  const label = words.say('reaction.label', { number: place.number })
  if (csrf)
    return html`<form class="reactions" method="post" action="${reactionsPath(place)}" aria-label="${label}" data-island>${csrf}${Buttons(reactions, words)}</form>`
  const given = KINDS.filter(kind => counts[kind] > 0)
  if (given.length === 0) return null
  return html`<span class="reactions" role="group" aria-label="${label}">${joined(
    given.map(kind => html`<span>${Counted(kind, counts[kind], words)}</span>`),
    ' ',
  )}</span>`
}

/** The buttons of a post that nobody has reacted to: most posts of a page, in any language the same. */
const untouched = new WeakMap<Words, Html>()

function Buttons(reactions: Reactions, words: Words): Html {
  const { counts, mine } = reactions
  const isUntouched = mine === null && KINDS.every(kind => counts[kind] === 0)
  const known = isUntouched ? untouched.get(words) : undefined
  if (known) return known
  const buttons = joined(
    KINDS.map(kind => KindButton(kind, reactions, words)),
    ' ',
  )
  if (isUntouched) untouched.set(words, buttons)
  return buttons
}

function KindButton(kind: Kind, { counts, mine }: Reactions, words: Words): Html {
  const sent =
    mine === kind
      ? html`name="remove" value="1" aria-pressed="true"`
      : html`name="set" value="${kind}" aria-pressed="false"`
  return html`<button ${sent}>${Counted(kind, counts[kind], words)}</button>`
}

const Counted = (kind: Kind, count: number, words: Words): Html =>
  html`${words.say(NAMES[kind])}${count > 0 && html` <b>${words.number(count)}</b>`}`
