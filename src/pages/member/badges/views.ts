import { type Html, html } from '#base/html.ts'
import { MAX_BADGE_REASON } from '#forum/badges/model.ts'
import { BadgeList } from '#forum/badges/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput, SelectInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import { freshForm } from '#web/forms.ts'
import type { MemberPage } from '../model.ts'
import type { MemberOptions } from '../views.ts'

/** The badges of a member, and for those who may the form to give one. */
export function MemberBadges(page: MemberPage, options: MemberOptions): Html | null {
  const { badges, offered, mayGive } = page
  if (badges.length === 0 && offered.length === 0) return null
  const { words, csrf } = options
  const take = (id: number): Html =>
    html`<form method="post" action="/members/${page.card.id}/badges/${id}/take">${csrf()}<button class="link">${words.say('badges.take')}</button></form>`
  const list =
    badges.length > 0 && BadgeList(badges, { words, ...(mayGive && { act: badge => take(badge.id) }) })
  return html`<h2 id="badges">${words.say('administration.badges')}</h2>${list}${mayGive && offered.length > 0 && Give(page, options)}`
}

function Give({ card, badges, offered }: MemberPage, { words, csrf, given }: MemberOptions): Html | null {
  const state = given ?? freshForm()
  const held = new Set(badges.map(badge => badge.id))
  const left = offered.filter(badge => !held.has(badge.id))
  if (left.length === 0) return null
  const options = left.map(({ id, name }) => ({ value: String(id), label: name }))
  const reason = LineInput(state, {
    name: 'reason',
    label: words.say('badges.reason'),
    hint: words.say('administration.up-to', { limit: MAX_BADGE_REASON }),
    max: MAX_BADGE_REASON,
    required: true,
  })
  return html`<details${given && html` open`}><summary>${words.say('badges.give')}</summary>${FormNotice(state)}<form class="form" method="post" action="/members/${card.id}/badges">${csrf()}${SelectInput(state, { name: 'badge', label: words.say('badges.badge') }, options)}${reason}${SubmitButton(words.say('badges.give'))}</form></details>`
}
