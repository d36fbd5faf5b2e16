import { type Html, html } from '#base/html.ts'
import { MAX_ADDRESS } from '#forum/members/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'
import { CurrentPassword } from '../password/views.ts'
import { AccountName, AccountPart, type Frame } from '../views.ts'

/** The form of another mail address. */
export function AddressForm(frame: Frame, state: FormState, name: string): Html {
  const { words, csrf } = frame
  const address = LineInput(state, {
    name: 'address',
    label: words.say('account.address'),
    type: 'email',
    max: MAX_ADDRESS,
    required: true,
    autocomplete: 'email',
  })
  const content = html`<p>${words.say('account.address-about')}</p>${FormNotice(state)}<form class="form" method="post" action="${PATHS.address}">${csrf}${AccountName(name)}${address}${CurrentPassword(frame, state)}<div class="sends">${SubmitButton(words.say('account.address-change'))}</div></form>`
  return AccountPart(frame, PATHS.address, content)
}
