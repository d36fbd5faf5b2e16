import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { MAX_ADDRESS } from '#forum/members/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput } from '#web/components/field.ts'
import { FormNotice, Notice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'

/** The form in which somebody asks for a new password. */
export function Forgotten(page: {
  words: Words
  csrf: Html
  state: FormState
  isDone: boolean
  /** Whether mails are sent here, and not laid in a folder. */
  isSent: boolean
}): Html {
  const { words, csrf, state, isDone, isSent } = page
  const name = LineInput(state, {
    name: 'name',
    label: words.say('sign-in.name'),
    max: MAX_ADDRESS,
    required: true,
    autocomplete: 'username',
    autofocus: !isDone,
  })
  const folder = !isSent && html`<p>${words.say('account.address-folder')}</p>`
  return html`<h1>${words.say('forgotten.title')}</h1>${isDone && Notice('good', words.say('forgotten.sent'))}<p class="lead">${words.say('forgotten.about')}</p>${folder}${FormNotice(state)}<form class="form" method="post" action="${PATHS.forgotten}">${csrf}${name}<div class="sends">${SubmitButton(words.say('forgotten.send'))}</div></form>`
}
