import { type Html, html } from '#base/html.ts'
import { MAX_PASSWORD } from '#forum/members/model.ts'
import { NewPassword } from '#forum/members/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'
import { AccountName, AccountPart, type Frame } from '../views.ts'

/** The input of the password that a member has. */
export function CurrentPassword({ words }: Frame, state: FormState): Html {
  return LineInput(state, {
    name: 'currentPassword',
    label: words.say('account.current-password'),
    type: 'password',
    max: MAX_PASSWORD,
    required: true,
    autocomplete: 'current-password',
  })
}

/** The form of another password. */
export function PasswordForm(frame: Frame, state: FormState, name: string): Html {
  const { words, csrf } = frame
  const password = NewPassword(state, { words, label: words.say('account.new-password') })
  const content = html`<p>${words.say('account.password-about')}</p>${FormNotice(state)}<form class="form" method="post" action="${PATHS.password}">${csrf}${AccountName(name)}${CurrentPassword(frame, state)}${password}<div class="sends">${SubmitButton(words.say('account.password-change'))}</div></form>`
  return AccountPart(frame, PATHS.password, content)
}
