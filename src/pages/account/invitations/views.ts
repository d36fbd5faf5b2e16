import { type Html, html } from '#base/html.ts'
import { type InvitationLine, MEMBER_OPEN, MOST_DAYS, MOST_USES } from '#forum/invitations/model.ts'
import { MAX_ADDRESS } from '#forum/members/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput } from '#web/components/field.ts'
import { FormNotice, Notice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'
import { AccountPart, type Frame } from '../views.ts'

/** A member's invitations, and the form of another. */
export function Invitations(
  frame: Frame,
  page: {
    invitations: readonly InvitationLine[]
    state: FormState
    /** One that was just made. */
    made: { link: string; address: string } | null
    /** Whether the member may invite others. */
    may: boolean
    /** Whether for how many, and for how long, is for them to say. */
    isFree: boolean
  },
): Html {
  const { words } = frame
  const { invitations, state, made, may, isFree } = page
  const rows = invitations.map(invitation => Row(frame, invitation))
  const list =
    rows.length === 0
      ? html`<p>${words.say('invitations.none')}</p>`
      : html`<div class="scroll"><table class="list"><tbody>${rows}</tbody></table></div>`
  const form = may
    ? NewInvitation(frame, state, isFree)
    : html`<p>${words.say('invitations.not-allowed')}</p>`
  const content = html`<p>${words.say('account.invitations-about')}</p>${made && Made(frame, made)}${FormNotice(state)}${form}<h2>${words.say('invitations.open')}</h2>${list}`
  return AccountPart(frame, PATHS.invitations, content)
}

/** The link, whole, to be copied; what went by mail is for its reader alone. */
function Made({ words }: Frame, { link, address }: { link: string; address: string }): Html {
  if (address !== '') return Notice('good', words.say('invitations.sent', { address }))
  return Notice('good', html`<p>${words.say('invitations.made')}</p><p class="once" dir="ltr">${link}</p>`)
}

function NewInvitation({ words, csrf }: Frame, state: FormState, isFree: boolean): Html {
  const address = LineInput(state, {
    name: 'address',
    label: words.say('invitations.address'),
    hint: words.say('invitations.address-hint'),
    type: 'email',
    max: MAX_ADDRESS,
  })
  const number = (name: string, label: string, most: number): Html =>
    LineInput(state, {
      ...{ name, label, type: 'number', inputmode: 'numeric', required: true },
      hint: words.say('invitations.from-to', { least: 1, most }),
    })
  const free =
    isFree &&
    html`${number('uses', words.say('invitations.uses'), MOST_USES)}${number('days', words.say('invitations.days'), MOST_DAYS)}`
  const bound = !isFree && html`<p class="hint">${words.say('invitations.limit', { count: MEMBER_OPEN })}</p>`
  return html`<h2>${words.say('invitations.title')}</h2><form class="form" method="post" action="${PATHS.invitations}">${csrf}${address}${free}${bound}<div class="sends">${SubmitButton(words.say('invitations.send'))}</div></form>`
}

function Row({ words, csrf }: Frame, invitation: InvitationLine): Html {
  const { id, address, used, uses, expiresAt } = invitation
  const label = words.say('invitations.withdraw-named', { number: id })
  const end = html`<form method="post" action="${PATHS.invitations}/${id}/withdraw">${csrf}<button class="button quiet" aria-label="${label}">${words.say('invitations.withdraw')}</button></form>`
  return html`<tr><th scope="row"><bdi>${address || words.say('invitations.anybody')}</bdi></th><td>${words.say('invitations.used', { used, uses })}</td><td>${words.say('invitations.until', { date: words.date(expiresAt) })}</td><td>${end}</td></tr>`
}
