import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { MAX_ADDRESS, MAX_TITLE, MEMBER_ROLES, titleKeyOf } from '#forum/members/model.ts'
import { memberPath } from '#forum/members/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { ChoiceInput, LineInput } from '#web/components/field.ts'
import { FormNotice, Notice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { managePath, ROLE_NAMES } from '../members/model.ts'
import { MEMBERS_PATH, WHY_PATH } from '../model.ts'
import { Administration, type Frame, upTo } from '../views.ts'
import type { ManagedMember } from './model.ts'

/** One member, and what can be done. `link` is one for a new password that was just made. */
export function OneMember(frame: Frame, state: FormState, member: ManagedMember, link: string | null): Html {
  const { words } = frame
  const { card } = member
  const why = `${WHY_PATH}?${new URLSearchParams({ member: card.name })}`
  const content = html`${member.account.suspended && Notice('plain', words.say('administration.is-suspended'))}${link !== null && Link(link, words)}<p class="meta"><a href="${memberPath(card)}">${words.say('administration.look-at-member')}</a> · <a href="${why}">${words.say('administration.why')}</a></p>${Facts(member, words)}${FormNotice(state)}${Changes(frame, state, member)}${Name(frame, state, member)}${Deeds(frame, member)}`
  return Administration(frame, {
    path: MEMBERS_PATH,
    title: html`<bdi>${card.name}</bdi>`,
    content,
    isWithin: true,
  })
}

/** The link, whole, to be copied; it is not shown again. */
function Link(link: string, words: Words): Html {
  return Notice(
    'good',
    html`<p>${words.say('administration.password-link-made')}</p><p class="once" dir="ltr">${link}</p>`,
  )
}

function Facts({ card }: ManagedMember, words: Words): Html {
  const row = (name: string, value: string): Html => html`<dt>${name}</dt><dd>${value}</dd>`
  return html`<dl class="facts">${row(words.say('card.joined'), words.date(card.joinedAt))}${row(words.say('card.messages'), words.number(card.messages))}${row(words.say('card.reactions'), words.number(card.reactionScore))}</dl>`
}

/** What is changed in one go. */
function Changes({ words, csrf }: Frame, state: FormState, member: ManagedMember): Html {
  const { account, card, offered } = member
  const role = ChoiceInput(
    state,
    { name: 'role', label: words.say('administration.role'), hint: words.say('administration.role-hint') },
    MEMBER_ROLES.map(value => ({ value, label: words.say(ROLE_NAMES[value]) })),
  )
  const groups =
    offered.length > 0 &&
    ChoiceInput(
      state,
      { name: 'groups', label: words.say('administration.groups'), many: true },
      offered.map(group => ({ value: String(group.id), label: group.name })),
    )
  const earned = words.say('administration.title-hint', {
    title: card.earnedTitle ?? words.say(titleKeyOf(card.messages)),
  })
  const title = LineInput(state, {
    name: 'title',
    label: words.say('administration.custom-title'),
    hint: `${earned} ${upTo(MAX_TITLE, words)}`,
    max: MAX_TITLE,
  })
  const address = LineInput(state, {
    name: 'address',
    label: words.say('administration.address'),
    hint: words.say('administration.address-hint'),
    type: 'email',
    max: MAX_ADDRESS,
  })
  return html`<form class="form" method="post" action="${managePath(account.id)}">${csrf}${role}${groups}${title}${address}<div class="sends">${SubmitButton(words.say('administration.save'))}</div></form>`
}

/** The form of another name. */
function Name({ words, csrf }: Frame, state: FormState, { account }: ManagedMember): Html {
  const name = LineInput(state, {
    name: 'name',
    label: words.say('administration.name'),
    hint: words.say('administration.name-about'),
    required: true,
    autocomplete: 'off',
  })
  return html`<form class="form" method="post" action="${managePath(account.id)}/name">${csrf}${name}<div class="sends">${SubmitButton(words.say('account.name-change'), { kind: 'quiet' })}</div></form>`
}

/** What is done by one button each. */
function Deeds({ words, csrf }: Frame, { account, sessions, hasFactor }: ManagedMember): Html {
  const deed = (path: string, button: string, kind: 'quiet' | 'grave' = 'quiet'): Html =>
    html`<form method="post" action="${managePath(account.id)}/${path}">${csrf}${SubmitButton(button, { kind })}</form>`
  const link = deed('password-link', words.say('administration.make-password-link'))
  const end = deed('end-sessions', words.say('administration.end-sessions'))
  const factor =
    hasFactor &&
    html`<h2>${words.say('factor.title')}</h2><p>${words.say('administration.factor-about')}</p>${deed('reset-factor', words.say('administration.reset-factor'), 'grave')}`
  const unconfirmed =
    account.address !== null &&
    account.addressConfirmedAt === null &&
    html`<h2>${words.say('administration.address')}</h2><p>${words.say('administration.address-unconfirmed')}</p>${deed('confirm-address', words.say('administration.confirm-address'))}`
  const suspension = account.suspended
    ? deed('unsuspend', words.say('administration.unsuspend'))
    : deed('suspend', words.say('administration.suspend'), 'grave')
  const password =
    account.password === null ? 'administration.no-password' : 'administration.password-link-about'
  return html`${unconfirmed}<h2>${words.say('administration.password')}</h2><p>${words.say(password)}</p>${link}${factor}<h2>${words.say('administration.sessions')}</h2><p>${words.say('administration.sessions-count', { count: sessions })}</p>${sessions > 0 && end}<h2>${words.say('administration.suspension')}</h2><p>${words.say('administration.suspension-about')}</p>${suspension}`
}
