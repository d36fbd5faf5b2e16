import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { MemberLink } from '../members/views.ts'
import type { Badge, BadgeRule, HeldBadge } from './model.ts'

/** What a rule asks for, in words. */
export function ruleText(rule: BadgeRule | null, words: Words): string {
  if (rule === null) return words.say('badges.by-hand')
  const count = { count: rule.least, number: words.number(rule.least) }
  switch (rule.kind) {
    case 'messages':
      return words.say('badges.rule-messages', count)
    case 'score':
      return words.say('badges.rule-score', count)
    case 'days':
      return words.say('badges.rule-days', count)
    case 'first-thread':
      return words.say('badges.rule-first-thread')
    case 'answers':
      return words.say('badges.rule-answers', count)
  }
}

/** Why a member has a badge. */
function Why({ givenBy, reason }: HeldBadge, words: Words): Html | null {
  if (reason === '') return null
  const said = html`<bdi>${reason}</bdi>`
  if (givenBy === null) return html` · ${said}`
  return html` · ${words.sayHtml('badges.given-by', { name: MemberLink(givenBy), reason: said })}`
}

/** The badges of a member, each with when and why. `act` makes what may be done with one. */
export function BadgeList(
  badges: readonly HeldBadge[],
  options: { words: Words; act?: (badge: HeldBadge) => Html | null },
): Html {
  const { words, act } = options
  const rows = badges.map(
    badge =>
      html`<li><div><b><bdi>${badge.name}</bdi></b>${badge.description !== '' && html` <span dir="auto">${badge.description}</span>`}<small>${words.date(badge.at)}${Why(badge, words)}</small></div>${act?.(badge)}</li>`,
  )
  return html`<ul class="badges">${rows}</ul>`
}

/** A held badge for a program. */
export const badgeJson = ({ id, name, description, at, reason, givenBy }: HeldBadge): object => ({
  ...{ id, name, description, at, reason },
  givenBy: givenBy?.name ?? null,
})

/** A badge for a program that administers. */
export const kindOfBadgeJson = ({ id, name, description, rule, position }: Badge): object => ({
  ...{ id, name, description, rule, position },
})
