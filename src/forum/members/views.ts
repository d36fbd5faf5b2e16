import { type Html, html, type Part } from '#base/html.ts'
import { remember } from '#base/remember.ts'
import { slugOf } from '#base/slug.ts'
import type { Words } from '#base/words.ts'
import { Face } from '#web/components/face.ts'
import { LineInput } from '#web/components/field.ts'
import type { FormState } from '#web/forms.ts'
import { countryName } from '../profiles/countries.ts'
import type { ProfileValue } from '../profiles/model.ts'
import { MAX_PASSWORD, type MemberCard, MIN_PASSWORD, titleKeyOf } from './model.ts'

/** Names whose place in an address is remembered: a page names the same members again and again. */
const REMEMBERED = 5000
const pathPart = remember(REMEMBERED, name => encodeURIComponent(slugOf(name)))

/** A member's address. */
export function memberPath(member: Pick<MemberCard, 'id' | 'name'>): string {
  return `/members/${member.id}/${pathPart(member.name)}`
}

/** A member's name as a link to their page. */
export function MemberLink(member: Pick<MemberCard, 'id' | 'name'>): Html {
  return html`<a href="${memberPath(member)}"><bdi>${member.name}</bdi></a>`
}

/** A member's title as text: their own, else the one their messages have earned. */
export function titleOf(card: MemberCard, words: Words): string {
  return card.customTitle ?? card.earnedTitle ?? words.say(titleKeyOf(card.messages))
}

/** What is known of a member, row by row. */
export function CardFacts(card: MemberCard, words: Words): Html {
  const row = (name: string, value: Part): Html => html`<dt>${name}</dt><dd>${value}</dd>`
  const place = (name: string, text: string | null): Html | null =>
    text === null ? null : row(name, html`<bdi>${text}</bdi>`)
  return html`${row(words.say('card.joined'), words.date(card.joinedAt))}${row(
    words.say('card.messages'),
    words.number(card.messages),
  )}${row(words.say('card.reactions'), words.number(card.reactionScore))}${place(
    words.say('card.country'),
    card.country === null ? null : countryName(card.country, words.locale),
  )}${place(words.say('card.location'), card.location)}${card.fields.map(FieldFact)}`
}

/** What a member said in a field, as a row of their facts. */
export function FieldFact({ label, kind, value }: ProfileValue): Html {
  const said =
    kind === 'link'
      ? html`<a href="${value}" rel="nofollow ugc noopener">${value.replace(/^https?:\/\/|\/$/g, '')}</a>`
      : html`<bdi>${value}</bdi>`
  return html`<dt><bdi>${label}</bdi></dt><dd${kind === 'text' && html` class="lines"`}>${said}</dd>`
}

/** The member card beside a post. */
export function CardView(card: MemberCard, words: Words): Html {
  return html`<aside class="card">${Face(card)}<h3>${MemberLink(card)}</h3><div class="title" dir="auto">${titleOf(card, words)}</div><dl>${CardFacts(card, words)}</dl></aside>`
}

/** The same for somebody who has no account here. */
export function GuestCardView(name: string, words: Words): Html {
  return html`<aside class="card">${Face({ name, picture: null })}<h3><bdi>${name}</bdi></h3><div class="title">${words.say('card.guest')}</div></aside>`
}

/** The card for a program. */
export function memberJson(card: MemberCard): object {
  const { id, name, role, customTitle, earnedTitle, joinedAt } = card
  const { messages, reactionScore, country, location, fields, picture } = card
  return {
    ...{ id, name, path: memberPath(card), role, customTitle, earnedTitle, joinedAt },
    ...{ messages, reactionScore, country, location, fields, picture },
  }
}

/** The input in which somebody chooses a password, in the field `password`. */
export function NewPassword(
  state: FormState,
  field: { words: Words; label: string; autofocus?: boolean },
): Html {
  const { words, label, autofocus = false } = field
  return LineInput(state, {
    name: 'password',
    label,
    hint: words.say('account.password-hint', { limit: MIN_PASSWORD }),
    type: 'password',
    max: MAX_PASSWORD,
    required: true,
    autocomplete: 'new-password',
    autofocus,
  })
}
