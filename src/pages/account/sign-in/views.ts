import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { MAX_PASSWORD } from '#forum/members/model.ts'
import { PasskeyForm } from '#forum/passkeys/views.ts'
import type { Provider } from '#forum/providers/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { HiddenInput, LineInput } from '#web/components/field.ts'
import { FormNotice, Notice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { CodeInput } from '../factor/views.ts'
import { KnownName } from '../fields.ts'
import { PATHS } from '../model.ts'

/** The form in which members sign in. */
export function SignIn(page: {
  words: Words
  csrf: Html
  state: FormState
  /** Whether they come from choosing a password. */
  isChosen: boolean
  /** Whether they come from confirming an address. */
  isConfirmed: boolean
  /** Whether they come from joining, and administrators have to agree. */
  isWaiting: boolean
  /** Whether anybody may join. */
  isOpen: boolean
  providers: readonly Provider[]
}): Html {
  const { words, csrf, state, isChosen, isConfirmed, isWaiting, isOpen } = page
  const next = typeof state.values['next'] === 'string' ? state.values['next'] : ''
  return html`<h1>${words.say('sign-in.title')}</h1>${isChosen && Notice('good', words.say('sign-in.password-chosen'))}${isConfirmed && Notice('good', words.say('sign-in.confirmed'))}${isWaiting && Notice('good', words.say('provider.waits'))}${FormNotice(state)}<form class="form" method="post" action="${PATHS.signIn}">${csrf}${HiddenInput('next', next)}${Fields(words, state)}<div class="sends">${SubmitButton(words.say('sign-in.send'))}</div></form>${Passkey(words, csrf, next)}${page.providers.map(each => Elsewhere(words, csrf, next, each))}${isOpen && Join(next, words)}<p>${words.sayHtml('sign-in.forgotten', { link: html`<a href="${PATHS.forgotten}">${words.say('forgotten.title')}</a>` })}</p>`
}

function Fields(words: Words, state: FormState): Html {
  const name = KnownName(state, words, true)
  const password = LineInput(state, {
    name: 'password',
    label: words.say('sign-in.password'),
    type: 'password',
    max: MAX_PASSWORD,
    required: true,
    autocomplete: 'current-password',
  })
  return html`${name}${password}`
}

function Passkey(words: Words, csrf: Html, next: string): Html {
  const options = `${PATHS.signInPasskey}/options`
  const content = html`${HiddenInput('next', next)}<div class="sends">${SubmitButton(words.say('sign-in.passkey'), { kind: 'quiet' })}</div>`
  return PasskeyForm({ words, csrf, kind: 'get', action: PATHS.signInPasskey, options }, content)
}

function Elsewhere(words: Words, csrf: Html, next: string, { id, name }: Provider): Html {
  const send = SubmitButton(words.say('provider.sign-in', { name }), { kind: 'quiet' })
  return html`<form class="form" method="post" action="/sign-in/with/${id}">${csrf}${HiddenInput('next', next)}<div class="sends">${send}</div></form>`
}

function Join(next: string, words: Words): Html {
  const path = next === '' ? PATHS.register : `${PATHS.register}?${new URLSearchParams({ next })}`
  const link = html`<a href="${path}">${words.say('register.title')}</a>`
  return html`<p>${words.sayHtml('sign-in.register', { link })}</p>`
}

/** The form of the code after the password. */
export function SecondStep(page: { words: Words; csrf: Html; state: FormState }): Html {
  const { words, csrf, state } = page
  const next = typeof state.values['next'] === 'string' ? state.values['next'] : ''
  const code = CodeInput(words, state, words.say('factor.code-hint'), true)
  const back = html`<a href="${PATHS.signIn}">${words.say('factor.step-again')}</a>`
  return html`<h1>${words.say('factor.step-title')}</h1>${FormNotice(state)}<form class="form" method="post" action="${PATHS.code}">${csrf}${HiddenInput('next', next)}${code}<div class="sends">${SubmitButton(words.say('sign-in.send'))}</div></form><p>${words.say('factor.step-lost')}</p><p>${back}</p>`
}
