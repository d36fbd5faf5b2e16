import { type Html, html, type Part } from '#base/html.ts'
import type { Key, Words } from '#base/words.ts'
import { fieldName, type ProfileField } from '#forum/profiles/model.ts'
import { AUDIENCES, type Audience, PRIVATE_PARTS, type PrivatePart } from '#forum/profiles/privacy.ts'
import { SubmitButton } from '#web/components/button.ts'
import { SelectInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'
import { AccountPart, type Frame } from '../views.ts'

const PARTS: Readonly<Record<PrivatePart, Key>> = {
  country: 'account.country',
  location: 'account.location',
  oldNames: 'account.names-before',
  follows: 'privacy.follows',
}
const NAMES: Readonly<Record<Audience, Key>> = {
  everybody: 'privacy.everybody',
  members: 'privacy.members',
  me: 'privacy.me',
}

/** The form of who may know what. */
export function PrivacyForm(frame: Frame, state: FormState, fields: readonly ProfileField[]): Html {
  const { words, csrf } = frame
  const rows = [
    ...PRIVATE_PARTS.map(part => Row(words, state, part, words.say(PARTS[part]))),
    ...fields.map(field => Row(words, state, fieldName(field), html`<bdi>${field.label}</bdi>`)),
  ]
  const content = html`<p>${words.say('privacy.about')}</p>${FormNotice(state)}<form class="form" method="post" action="${PATHS.privacy}">${csrf}${rows}<div class="sends">${SubmitButton(words.say('account.save'))}</div></form>`
  return AccountPart(frame, PATHS.privacy, content)
}

function Row(words: Words, state: FormState, name: string, label: Part): Html {
  const options = AUDIENCES.map(value => ({ value, label: words.say(NAMES[value]) }))
  return SelectInput(state, { name, label }, options)
}
