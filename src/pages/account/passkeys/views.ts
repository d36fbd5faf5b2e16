import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { MAX_PASSKEY_NAME, type PasskeyLine } from '#forum/passkeys/model.ts'
import { PasskeyForm } from '#forum/passkeys/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'
import { CurrentPassword } from '../password/views.ts'
import { AccountName, AccountPart, type Frame } from '../views.ts'

interface Owner {
  readonly hasPassword: boolean
  readonly name: string
}

/** A member's passkeys, and the form of a new one. */
export function PasskeyList(
  frame: Frame,
  state: FormState,
  member: Owner & { passkeys: readonly PasskeyLine[] },
  now: number,
): Html {
  const { words, csrf } = frame
  const { passkeys } = member
  const head = [words.say('passkey.name'), words.say('passkey.added'), words.say('passkey.used')].map(
    name => html`<th scope="col">${name}</th>`,
  )
  const table =
    passkeys.length > 0 &&
    html`<div class="scroll"><table class="list"><thead><tr>${head}</tr></thead><tbody>${passkeys.map(each => Row(each, words, now))}</tbody></table></div>`
  const options = `${PATHS.passkeys}/options`
  const fields = html`<h2>${words.say('passkey.new')}</h2>${Name(state, words)}${Proof(frame, state, member)}<div class="sends">${SubmitButton(words.say('passkey.add'))}</div>`
  const form = PasskeyForm({ words, csrf, kind: 'new', action: PATHS.passkeys, options }, fields)
  const content = html`<p>${words.say('passkey.about')}</p>${FormNotice(state)}${table}${form}`
  return AccountPart(frame, PATHS.passkeys, content)
}

function Row({ id, name, at, usedAt }: PasskeyLine, words: Words, now: number): Html {
  const used = usedAt === null ? words.say('passkey.never') : words.time(usedAt, now)
  return html`<tr><th scope="row"><a href="${PATHS.passkeys}/${id}"><bdi>${name}</bdi></a></th><td>${words.time(at, now)}</td><td>${used}</td></tr>`
}

function Name(state: FormState, words: Words): Html {
  return LineInput(state, {
    name: 'name',
    label: words.say('passkey.name'),
    hint: words.say('passkey.name-hint', { limit: MAX_PASSKEY_NAME }),
    max: MAX_PASSKEY_NAME,
    required: true,
  })
}

function Proof(frame: Frame, state: FormState, { hasPassword, name }: Owner): Html {
  if (hasPassword) return html`${AccountName(name)}${CurrentPassword(frame, state)}`
  return html`<p class="hint">${frame.words.say('account.fresh-sign-in')}</p>`
}

/** One passkey: another name, and its end. */
export function OnePasskey(frame: Frame, state: FormState, { id, name }: PasskeyLine, owner: Owner): Html {
  const { words, csrf } = frame
  const path = `${PATHS.passkeys}/${id}`
  const rename = html`<form class="form" method="post" action="${path}">${csrf}${Name(state, words)}<div class="sends">${SubmitButton(words.say('account.save'))}</div></form>`
  const remove = html`<form class="form" method="post" action="${path}/remove">${csrf}${Proof(frame, state, owner)}<div class="sends">${SubmitButton(words.say('passkey.remove'), { kind: 'grave' })}</div></form>`
  const content = html`<h2><bdi>${name}</bdi></h2>${FormNotice(state)}${rename}<h2>${words.say('passkey.remove')}</h2><p>${words.say('passkey.remove-about')}</p>${remove}`
  return AccountPart(frame, PATHS.passkeys, content)
}
