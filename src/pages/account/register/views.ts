import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { MAX_ABOUT, MAX_ANSWER } from '#forum/joining/model.ts'
import { NewPassword } from '#forum/members/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { HiddenInput, LineInput, TextInput } from '#web/components/field.ts'
import { FormNotice, Notice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { NewAddress, NewName } from '../fields.ts'
import { PATHS } from '../model.ts'

/** The form in which somebody becomes a member. */
export function Register(page: {
  words: Words
  csrf: Html
  state: FormState
  opened: string
  /** The question that is asked, and what says which it is; null for none. */
  question: string | null
  asked: string | null
  /** Whether administrators have to agree. */
  isApproved: boolean
}): Html {
  const { words, csrf, state, opened, question, asked, isApproved } = page
  const typed = (name: string): string => {
    const value = state.values[name]
    return typeof value === 'string' ? value : ''
  }
  const next = typed('next')
  const invitation = typed('invitation')
  const signIn = next === '' ? PATHS.signIn : `${PATHS.signIn}?${new URLSearchParams({ next })}`
  const link = html`<a href="${signIn}">${words.say('sign-in.title')}</a>`
  const hidden = html`${HiddenInput('next', next)}${HiddenInput('opened', opened)}${invitation !== '' && HiddenInput('invitation', invitation)}${asked !== null && HiddenInput('asked', asked)}`
  const more = html`${question !== null && Answer(state, question, words)}${isApproved && AboutYou(state, words)}`
  return html`<h1>${words.say('register.title')}</h1><p class="lead">${words.say('register.about')}</p>${invitation !== '' && Notice('plain', words.say('register.invited'))}${isApproved && html`<p>${words.say('register.approval')}</p>`}${FormNotice(state)}<form class="form" method="post" action="${PATHS.register}">${csrf}${hidden}${Fields(words, state)}${more}${Trap(words)}<div class="sends">${SubmitButton(words.say('register.send'))}</div></form><p>${words.sayHtml('register.sign-in', { link })}</p>`
}

/** The question that keeps programs out. */
export function Answer(state: FormState, question: string, words: Words): Html {
  return LineInput(state, {
    name: 'answer',
    label: question,
    hint: words.say('register.question-hint', { limit: MAX_ANSWER }),
    max: MAX_ANSWER,
    required: true,
    autocomplete: 'off',
  })
}

/** What somebody says of themself to administrators who have to agree. */
export function AboutYou(state: FormState, words: Words): Html {
  return TextInput(state, {
    name: 'about',
    label: words.say('register.about-you'),
    hint: words.say('register.about-you-hint', { limit: MAX_ABOUT }),
    max: MAX_ABOUT,
    rows: 3,
  })
}

/** What somebody is told who waits for an administrator. */
export function WaitingForApproval(words: Words): Html {
  return html`<h1>${words.say('register.waiting-title')}</h1><p>${words.say('register.waiting')}</p>`
}

function Fields(words: Words, state: FormState): Html {
  const name = NewName(state, words, true)
  const address = NewAddress(state, words, words.say('register.address-hint'))
  const password = NewPassword(state, { words, label: words.say('register.password') })
  return html`${name}${address}${password}`
}

/** A field for programs, out of sight of everybody else. */
function Trap(words: Words): Html {
  return html`<div class="unseen" aria-hidden="true"><label for="field-website">${words.say('register.leave-empty')}</label><input id="field-website" name="website" tabindex="-1" autocomplete="off"></div>`
}
