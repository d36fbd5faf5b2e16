import { type Html, html } from '#base/html.ts'
import { MAX_TYPED_NAME } from '#forum/members/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { ChoiceInput, LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'
import { CurrentPassword } from '../password/views.ts'
import { AccountName, AccountPart, type Frame } from '../views.ts'

/** The button that hands out everything that is kept of a member. */
export function DataForm(frame: Frame, state: FormState): Html {
  const { words, csrf } = frame
  return AccountPart(
    frame,
    PATHS.data,
    html`<p class="lead">${words.say('data.about')}</p>${FormNotice(state)}<form method="post" action="${PATHS.data}">${csrf}<div class="sends">${SubmitButton(words.say('data.send'))}</div></form>`,
  )
}

/** The form that ends an account: what becomes of the posts, the name to be sure, the password. */
export function LeavingForm(
  frame: Frame,
  state: FormState,
  owner: { name: string; hasPassword: boolean },
): Html {
  const { words, csrf } = frame
  const ways = ChoiceInput(state, { name: 'way', label: words.say('leaving.way') }, [
    { value: 'keep', label: words.say('leaving.keep') },
    { value: 'anonymise', label: words.say('leaving.anonymise') },
    { value: 'remove', label: words.say('leaving.remove') },
  ])
  const name = LineInput(state, {
    ...{ name: 'name', label: words.say('leaving.name'), max: MAX_TYPED_NAME, required: true },
    hint: words.sayHtml('leaving.name-hint', { name: html`<b><bdi>${owner.name}</bdi></b>` }),
    autocomplete: 'off',
  })
  const proof = owner.hasPassword
    ? html`${AccountName(owner.name)}${CurrentPassword(frame, state)}`
    : html`<p class="hint">${words.say('account.fresh-sign-in')}</p>`
  const data = html`<a href="${PATHS.data}">${words.say('data.title')}</a>`
  return AccountPart(
    frame,
    PATHS.leave,
    html`<p class="lead">${words.sayHtml('leaving.about', { data })}</p>${FormNotice(state)}<form class="form" method="post" action="${PATHS.leave}">${csrf}${ways}${name}${proof}<div class="sends">${SubmitButton(words.say('leaving.send'), { kind: 'grave' })}</div></form>`,
  )
}
