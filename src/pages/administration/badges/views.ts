import { type Html, html } from '#base/html.ts'
import type { Key, Words } from '#base/words.ts'
import {
  type Badge,
  MAX_BADGE_DESCRIPTION,
  MAX_BADGE_NAME,
  RULE_KINDS,
  type RuleKind,
} from '#forum/badges/model.ts'
import { ruleText } from '#forum/badges/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput, SelectInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { BADGES_PATH } from '../model.ts'
import { Administration, type Frame, upTo } from '../views.ts'

const KINDS: Readonly<Record<RuleKind, Key>> = {
  messages: 'badges.kind-messages',
  score: 'badges.kind-score',
  days: 'badges.kind-days',
  'first-thread': 'badges.rule-first-thread',
  answers: 'badges.kind-answers',
}

/** Where a badge is changed. */
export const badgePath = (id: number): string => `${BADGES_PATH}/${id}`

/** All badges with how many have each, those to begin with, and the form of a new one. */
export function BadgeTable(
  frame: Frame,
  state: FormState,
  page: { badges: readonly Badge[]; holders: ReadonlyMap<number, number> },
): Html {
  const { words, csrf } = frame
  const rows = page.badges.map(badge => {
    const count = page.holders.get(badge.id) ?? 0
    return html`<tr><th scope="row"><a href="${badgePath(badge.id)}"><bdi>${badge.name}</bdi></a></th><td>${ruleText(badge.rule, words)}</td><td>${words.number(count)}</td></tr>`
  })
  const list =
    rows.length > 0
      ? html`<table class="list"><thead><tr><th scope="col">${words.say('badges.name')}</th><th scope="col">${words.say('badges.rule')}</th><th scope="col">${words.say('badges.holders')}</th></tr></thead><tbody>${rows}</tbody></table>`
      : html`<p class="nothing">${words.say('badges.none')}</p>`
  const usual = html`<form method="post" action="${BADGES_PATH}/usual">${csrf}<p>${words.say('badges.usual-about')}</p>${SubmitButton(words.say('badges.usual'), { kind: 'quiet' })}</form>`
  const content = html`<p>${words.say('badges.about')}</p>${list}${usual}<h2>${words.say('badges.new')}</h2>${Form(frame, state, BADGES_PATH)}`
  return Administration(frame, { path: BADGES_PATH, title: words.say('administration.badges'), content })
}

/** One badge: what it is, and its removal. */
export function OneBadge(frame: Frame, state: FormState, badge: Badge): Html {
  const { words, csrf } = frame
  const path = badgePath(badge.id)
  const content = html`${Form(frame, state, path)}<h2>${words.say('administration.remove')}</h2><p>${words.say('badges.remove-about')}</p><form method="post" action="${path}/remove">${csrf}${SubmitButton(words.say('administration.remove'), { kind: 'grave' })}</form>`
  return Administration(frame, {
    path: BADGES_PATH,
    title: html`<bdi>${badge.name}</bdi>`,
    content,
    isWithin: true,
  })
}

function Form({ words, csrf }: Frame, state: FormState, path: string): Html {
  const name = LineInput(state, {
    name: 'name',
    label: words.say('badges.name'),
    hint: upTo(MAX_BADGE_NAME, words),
    max: MAX_BADGE_NAME,
    required: true,
  })
  const description = LineInput(state, {
    name: 'description',
    label: words.say('badges.description'),
    hint: upTo(MAX_BADGE_DESCRIPTION, words),
    max: MAX_BADGE_DESCRIPTION,
  })
  return html`<form class="form" method="post" action="${path}">${csrf}${FormNotice(state)}${name}${description}${Rule(words, state)}<div class="sends">${SubmitButton(words.say('administration.save'))}</div></form>`
}

function Rule(words: Words, state: FormState): Html {
  const rule = SelectInput(state, { name: 'rule', label: words.say('badges.rule') }, [
    { value: '', label: words.say('badges.by-hand') },
    ...RULE_KINDS.map(value => ({ value, label: words.say(KINDS[value]) })),
  ])
  const number = (name: string, label: string, hint: string): Html =>
    LineInput(state, { name, label, hint, type: 'number', required: true })
  const least = number('least', words.say('badges.least'), words.say('badges.least-hint'))
  const position = number(
    'position',
    words.say('profile-fields.position'),
    words.say('profile-fields.position-hint'),
  )
  return html`${rule}${least}${position}`
}
