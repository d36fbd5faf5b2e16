import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { MAX_ADDRESS, MAX_NAME, MIN_NAME } from '#forum/members/model.ts'
import { NewPassword } from '#forum/members/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { HiddenInput, LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'

/** The form in which somebody becomes a member. */
export function Register(page: { words: Words; csrf: Html; state: FormState; opened: string }): Html {
  const { words, csrf, state, opened } = page
  const next = typeof state.values['next'] === 'string' ? state.values['next'] : ''
  const signIn = next === '' ? PATHS.signIn : `${PATHS.signIn}?${new URLSearchParams({ next })}`
  const link = html`<a href="${signIn}">${words.say('sign-in.title')}</a>`
  return html`<h1>${words.say('register.title')}</h1><p class="lead">${words.say('register.about')}</p>${FormNotice(state)}<form class="form" method="post" action="${PATHS.register}">${csrf}${HiddenInput('next', next)}${HiddenInput('opened', opened)}${Fields(words, state)}${Trap(words)}<div class="sends">${SubmitButton(words.say('register.send'))}</div></form><p>${words.sayHtml('register.sign-in', { link })}</p>`
}

function Fields(words: Words, state: FormState): Html {
  const name = LineInput(state, {
    name: 'name',
    label: words.say('register.name'),
    hint: words.say('register.name-hint', { least: MIN_NAME, most: MAX_NAME }),
    required: true,
    autocomplete: 'username',
    autofocus: true,
  })
  const address = LineInput(state, {
    name: 'address',
    label: words.say('register.address'),
    hint: words.say('register.address-hint'),
    type: 'email',
    max: MAX_ADDRESS,
    required: true,
    autocomplete: 'email',
  })
  const password = NewPassword(state, { words, label: words.say('register.password') })
  return html`${name}${address}${password}`
}

/** A field for programs, out of sight of everybody else. */
function Trap(words: Words): Html {
  return html`<div class="unseen" aria-hidden="true"><label for="field-website">${words.say('register.leave-empty')}</label><input id="field-website" name="website" tabindex="-1" autocomplete="off"></div>`
}
