import { type Html, html } from '#base/html.ts'
import type { MemberSettings } from '#forum/settings/member-settings.ts'
import { MAX_SIGNATURE, MOST_LINES } from '#forum/signatures/model.ts'
import { SignatureView } from '#forum/signatures/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { TextInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'
import { AccountPart, type Frame } from '../views.ts'

/** The form of a signature, with its preview where one was asked for; only its removal where the forum has none. */
export function SignatureForm(
  frame: Frame,
  page: { state: FormState; settings: MemberSettings; preview: string | null },
): Html {
  const { words, csrf } = frame
  const { state, settings, preview } = page
  const isOff = settings.signatures === 'off'
  const pictures = settings.signaturePictures === 'no' && words.say('signature.no-pictures')
  const field = TextInput(state, {
    name: 'signature',
    label: words.say('account.signature'),
    hint: html`${words.say('signature.hint', { limit: MAX_SIGNATURE, lines: MOST_LINES })} ${pictures}`,
    max: MAX_SIGNATURE,
    rows: MOST_LINES,
  })
  const look = SubmitButton(words.say('compose.preview'), { kind: 'quiet', name: 'act', value: 'preview' })
  const shown =
    preview !== null && html`<h2>${words.say('compose.preview')}</h2><div>${SignatureView(preview)}</div>`
  const form = html`<form class="form" method="post" action="${PATHS.signature}">${csrf}${field}<div class="sends">${SubmitButton(words.say('account.save'))}${look}</div></form>`
  return AccountPart(
    frame,
    PATHS.signature,
    html`<p>${words.say(isOff ? 'signature.off' : 'signature.about')}</p>${FormNotice(state)}${isOff ? null : form}${shown}`,
  )
}
