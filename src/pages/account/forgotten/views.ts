import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { SubmitButton } from '#web/components/button.ts'
import { FormNotice, Notice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { KnownName } from '../fields.ts'
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
  const name = KnownName(state, words, !isDone)
  const folder = !isSent && html`<p>${words.say('account.address-folder')}</p>`
  return html`<h1>${words.say('forgotten.title')}</h1>${isDone && Notice('good', words.say('forgotten.sent'))}<p class="lead">${words.say('forgotten.about')}</p>${folder}${FormNotice(state)}<form class="form" method="post" action="${PATHS.forgotten}">${csrf}${name}<div class="sends">${SubmitButton(words.say('forgotten.send'))}</div></form>`
}
