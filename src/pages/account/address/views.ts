import { type Html, html } from '#base/html.ts'
import { MAX_ADDRESS } from '#forum/members/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'
import { CurrentPassword } from '../password/views.ts'
import { AccountName, AccountPart, type Frame } from '../views.ts'

/** The address that a member has. */
export interface PresentAddress {
  readonly name: string
  readonly address: string | null
  readonly isConfirmed: boolean
  /** Whether mails are sent here, and not laid in a folder. */
  readonly isSent: boolean
}

/** The address as it is, and the form of another one. */
export function AddressForm(frame: Frame, state: FormState, present: PresentAddress): Html {
  const { words, csrf } = frame
  const address = LineInput(state, {
    name: 'address',
    label: words.say('account.new-address'),
    type: 'email',
    max: MAX_ADDRESS,
    required: true,
    autocomplete: 'email',
  })
  const folder = !present.isSent && html`<p>${words.say('account.address-folder')}</p>`
  const content = html`<p>${words.say('account.address-about')}</p>${Present(frame, present)}${folder}${FormNotice(state)}<form class="form" method="post" action="${PATHS.address}">${csrf}${AccountName(present.name)}<p class="hint">${words.say('account.address-change-about')}</p>${address}${CurrentPassword(frame, state)}<div class="sends">${SubmitButton(words.say('account.address-change'))}</div></form>`
  return AccountPart(frame, PATHS.address, content)
}

function Present({ words, csrf }: Frame, { address, isConfirmed }: PresentAddress): Html {
  if (address === null) return html`<p>${words.say('account.address-none')}</p>`
  const now = words.sayHtml('account.address-now', { address: html`<b><bdi>${address}</bdi></b>` })
  if (isConfirmed) return html`<p>${now}</p>`
  const again = html`<form method="post" action="${PATHS.address}/confirm">${csrf}${SubmitButton(words.say('account.address-again'), { kind: 'quiet' })}</form>`
  return html`<p>${now} ${words.say('account.address-unconfirmed')}</p>${again}`
}
