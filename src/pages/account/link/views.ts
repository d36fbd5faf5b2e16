import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { NewPassword } from '#forum/members/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'
import { AccountName } from '../views.ts'

/** The form behind a link with which a member chooses a password. */
export function ChoosePassword(page: {
  words: Words
  csrf: Html
  state: FormState
  token: string
  name: string
}): Html {
  const { words, csrf, state, token, name } = page
  const password = NewPassword(state, { words, label: words.say('account.new-password'), autofocus: true })
  const action = PATHS.link.replace(':token', encodeURIComponent(token))
  const about = words.sayHtml('password-link.about', { name: html`<b><bdi>${name}</bdi></b>` })
  return html`<h1>${words.say('password-link.title')}</h1><p class="lead">${about}</p>${FormNotice(state)}<form class="form" method="post" action="${action}">${csrf}${AccountName(name)}${password}<div class="sends">${SubmitButton(words.say('password-link.send'))}</div></form>`
}
