import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { type Factor, MAX_CODE } from '#forum/factors/model.ts'
import { ButtonLink, SubmitButton } from '#web/components/button.ts'
import { HiddenInput, LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'
import { CurrentPassword } from '../password/views.ts'
import { AccountName, AccountPart, type Frame } from '../views.ts'

/** The input of a code: of the authenticator, or one for recovery. */
export function CodeInput(words: Words, state: FormState, hint: string, autofocus = false): Html {
  return LineInput(state, {
    name: 'code',
    label: words.say('factor.code'),
    hint,
    max: MAX_CODE,
    required: true,
    autocomplete: 'one-time-code',
    autofocus,
  })
}

/** Whether a second factor is asked for, and the form that begins or ends it. */
export function FactorPage(
  frame: Frame,
  state: FormState,
  member: { factor: Factor | null; hasPassword: boolean; name: string },
): Html {
  const { words } = frame
  const { factor, hasPassword, name } = member
  const password = hasPassword
    ? html`${AccountName(name)}${CurrentPassword(frame, state)}`
    : html`<p class="hint">${words.say('account.fresh-sign-in')}</p>`
  const about = html`<p>${words.say('factor.about')}</p>${FormNotice(state)}`
  const content = factor ? On(frame, state, factor, password) : Off(frame, password)
  return AccountPart(frame, PATHS.factor, html`${about}${content}`)
}

function Off({ words, csrf }: Frame, password: Html): Html {
  return html`<form class="form" method="post" action="${PATHS.factor}">${csrf}${password}<div class="sends">${SubmitButton(words.say('factor.begin'))}</div></form>`
}

function On({ words, csrf }: Frame, state: FormState, factor: Factor, password: Html): Html {
  const since = words.say('factor.since', { date: words.date(factor.since) })
  const left = words.say('factor.codes-left', { count: factor.codesLeft })
  const code = CodeInput(words, state, words.say('factor.code-hint'))
  const renew = SubmitButton(words.say('factor.codes-new'), { name: 'act', value: 'codes' })
  const off = SubmitButton(words.say('factor.off'), { kind: 'grave', name: 'act', value: 'off' })
  return html`<p><b>${since}</b> ${left}</p><form class="form" method="post" action="${PATHS.factor}/change">${csrf}${password}${code}<div class="sends">${renew}${off}</div></form>`
}

/** The secret as a square to scan and a key to type, and the input of the first code. */
export function SetUp(
  frame: Frame,
  state: FormState,
  made: { setup: string; key: string; square: { size: number; path: string } },
): Html {
  const { words, csrf } = frame
  const { size, path } = made.square
  const square = html`<svg class="square" viewBox="0 0 ${size} ${size}" role="img" aria-label="${words.say('factor.square')}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  const key = html`<p>${words.say('factor.key')} <code class="key" dir="ltr">${made.key.match(/.{1,4}/g)!.join(' ')}</code></p>`
  const code = CodeInput(words, state, words.say('factor.first-code'))
  const content = html`${FormNotice(state)}<p>${words.say('factor.scan')}</p>${square}${key}<form class="form" method="post" action="${PATHS.factor}/confirm">${csrf}${HiddenInput('setup', made.setup)}${code}<div class="sends">${SubmitButton(words.say('factor.confirm'))}</div></form>`
  return AccountPart(frame, PATHS.factor, content)
}

/** The codes for whoever has lost the way to the others, shown this once. */
export function NewCodes(frame: Frame, codes: readonly string[]): Html {
  const { words } = frame
  const rows = codes.map(code => html`<li><code>${code}</code></li>`)
  const content = html`<h2>${words.say('factor.codes')}</h2><p>${words.say('factor.codes-about')}</p><ol class="codes" dir="ltr">${rows}</ol><p class="sends">${ButtonLink(PATHS.factor, words.say('factor.codes-kept'))}</p>`
  return AccountPart({ ...frame, said: words.say('factor.is-on') }, PATHS.factor, content)
}
