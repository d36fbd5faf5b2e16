import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { ButtonLink, SubmitButton } from '#web/components/button.ts'
import { HiddenInput, LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { NewAddress, NewName } from '../fields.ts'
import { PATHS } from '../model.ts'
import { AboutYou, Answer } from '../register/views.ts'
import { withNext } from './letting-in.ts'

interface NamedPage {
  readonly words: Words
  readonly csrf: Html
  readonly state: FormState
  readonly provider: string
}

/** What the forum asks of whoever joins. */
interface Joining {
  readonly isVerified: boolean
  readonly isByInvitation: boolean
  /** Whether administrators have to agree. */
  readonly isApproved: boolean
  readonly question: { readonly question: string; readonly asked: string } | null
}

/** What somebody chooses whom a provider has named: to sign in as the member they are, or to become one. */
export function JoinNamed(page: NamedPage & Joining & { mayJoin: boolean }): Html {
  const { words, state, provider, mayJoin } = page
  const about = words.say('provider.named-about', { name: provider })
  const signIn = ButtonLink(withNext(PATHS.signIn, PATHS.named), words.say('sign-in.title'), 'quiet')
  const join = mayJoin ? JoinForm(page) : html`<p>${words.say('provider.new-closed')}</p>`
  return html`<h1>${words.say('provider.named-title')}</h1><p class="lead">${about}</p>${FormNotice(state)}<h2>${words.say('provider.have-account')}</h2><p>${words.say('provider.have-account-about')}</p><p>${signIn}</p><h2>${words.say('provider.new-account')}</h2>${join}`
}

function JoinForm({
  words,
  csrf,
  state,
  isVerified,
  isByInvitation,
  isApproved,
  question,
}: NamedPage & Joining): Html {
  const name = NewName(state, words, false)
  const hint = words.say(isVerified ? 'provider.address-known' : 'register.address-hint')
  const address = NewAddress(state, words, hint)
  const invitation =
    isByInvitation &&
    LineInput(state, {
      name: 'invitation',
      label: words.say('provider.invitation'),
      hint: words.say('provider.invitation-hint'),
      max: 100,
      required: true,
    })
  const asked =
    question && html`${HiddenInput('asked', question.asked)}${Answer(state, question.question, words)}`
  const about = isApproved && html`<p>${words.say('register.approval')}</p>${AboutYou(state, words)}`
  return html`<form class="form" method="post" action="${PATHS.named}">${csrf}${name}${address}${invitation}${asked}${about}<div class="sends">${SubmitButton(words.say('provider.join'))}</div></form>`
}

/** The button with which a member who has just signed in links their account. */
export function LinkNamed({ words, csrf, state, provider, name }: NamedPage & { name: string }): Html {
  const about = words.sayHtml('provider.link-about', {
    name: html`<b><bdi>${name}</bdi></b>`,
    provider: html`<bdi>${provider}</bdi>`,
  })
  return html`<h1>${words.say('provider.link-title')}</h1>${FormNotice(state)}<p>${about}</p><form class="form" method="post" action="${PATHS.named}/link">${csrf}<div class="sends">${SubmitButton(words.say('provider.link-send'))}</div></form>`
}
