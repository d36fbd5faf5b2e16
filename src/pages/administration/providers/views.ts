import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import {
  MAX_CLIENT_ID,
  MAX_CLIENT_SECRET,
  MAX_ISSUER,
  MAX_PROVIDER_NAME,
  type Provider,
} from '#forum/providers/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput, TickInput } from '#web/components/field.ts'
import { FormNotice, Notice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PROVIDERS_PATH } from '../model.ts'
import { Administration, type Frame, upTo } from '../views.ts'

/** All providers, and the form of a new one. */
export function ProviderList(
  frame: Frame,
  state: FormState,
  providers: readonly Provider[],
  isAllowed: boolean,
): Html {
  const { words, csrf } = frame
  const rows = providers.map(
    ({ id, name, issuer }) =>
      html`<tr><th scope="row"><a href="${PROVIDERS_PATH}/${id}"><bdi>${name}</bdi></a></th><td dir="ltr">${issuer}</td></tr>`,
  )
  const head = [words.say('provider.name'), words.say('provider.issuer')].map(
    text => html`<th scope="col">${text}</th>`,
  )
  const table =
    rows.length > 0 &&
    html`<div class="scroll"><table class="list"><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`
  const content = html`${!isAllowed && Notice('plain', words.say('provider.forbidden'))}<p>${words.say('administration.providers-about')}</p>${table}<h2>${words.say('provider.new')}</h2><p>${words.say('provider.new-about')}</p><form class="form" method="post" action="${PROVIDERS_PATH}">${csrf}${FormNotice(state)}${Fields(state, words, true)}<div class="sends">${SubmitButton(words.say('provider.add'))}</div></form>`
  return Administration(frame, {
    path: PROVIDERS_PATH,
    title: words.say('administration.providers'),
    content,
  })
}

/** One provider: what is said of it, and its removal. `back` is the address that it must know. */
export function OneProvider(frame: Frame, state: FormState, { id, name }: Provider, back: string): Html {
  const { words, csrf } = frame
  const path = `${PROVIDERS_PATH}/${id}`
  const content = html`<p>${words.say('provider.return')}</p><p class="once" dir="ltr">${back}</p><form class="form" method="post" action="${path}">${csrf}${FormNotice(state)}${Fields(state, words, false)}<div class="sends">${SubmitButton(words.say('administration.save'))}</div></form><h2>${words.say('provider.remove')}</h2><p>${words.say('provider.remove-about')}</p><form method="post" action="${path}/remove">${csrf}${SubmitButton(words.say('provider.remove'), { kind: 'grave' })}</form>`
  return Administration(frame, {
    path: PROVIDERS_PATH,
    title: html`<bdi>${name}</bdi>`,
    content,
    isWithin: true,
  })
}

function Fields(state: FormState, words: Words, isNew: boolean): Html {
  const name = LineInput(state, {
    ...{ name: 'name', label: words.say('provider.name'), max: MAX_PROVIDER_NAME, required: true },
    hint: upTo(MAX_PROVIDER_NAME, words),
  })
  const issuer = LineInput(state, {
    ...{ name: 'issuer', label: words.say('provider.issuer'), type: 'url', max: MAX_ISSUER, required: true },
    hint: words.say('provider.issuer-hint', { limit: MAX_ISSUER }),
  })
  const clientId = LineInput(state, {
    ...{ name: 'clientId', label: words.say('provider.client-id'), max: MAX_CLIENT_ID, required: true },
    hint: upTo(MAX_CLIENT_ID, words),
  })
  const limit = upTo(MAX_CLIENT_SECRET, words)
  const secret = LineInput(state, {
    ...{ name: 'clientSecret', label: words.say('provider.client-secret'), type: 'password' },
    ...{ max: MAX_CLIENT_SECRET, required: isNew, autocomplete: 'off' },
    hint: isNew ? limit : `${words.say('provider.secret-kept')} ${limit}`,
  })
  const trusted = TickInput(state, {
    ...{ name: 'trusted', label: words.say('provider.trusted'), hint: words.say('provider.trusted-hint') },
  })
  const position = LineInput(state, {
    ...{ name: 'position', label: words.say('provider.position'), type: 'number', required: true },
    hint: words.say('profile-fields.position-hint'),
  })
  return html`${name}${issuer}${clientId}${secret}${trusted}${position}`
}
