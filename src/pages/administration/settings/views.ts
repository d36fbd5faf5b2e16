import { type Html, html } from '#base/html.ts'
import { MAX_FORUM_NAME, MAX_WELCOME } from '#forum/settings/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { ChoiceInput, LineInput, type Option, SelectInput, TextInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { SETTINGS_PATH } from '../model.ts'
import { Administration, type Frame, upTo } from '../views.ts'

/** The form of the settings. */
export function SettingsForm(frame: Frame, state: FormState, zones: readonly Option[]): Html {
  const { words, csrf } = frame
  const content = html`<form class="form" method="post" action="${SETTINGS_PATH}">${csrf}${FormNotice(state)}
${LineInput(state, {
  name: 'name',
  label: words.say('administration.forum-name'),
  hint: upTo(MAX_FORUM_NAME, words),
  max: MAX_FORUM_NAME,
  required: true,
})}
${TextInput(state, {
  name: 'welcome',
  label: words.say('administration.welcome'),
  hint: `${words.say('administration.welcome-hint')} ${upTo(MAX_WELCOME, words)}`,
  max: MAX_WELCOME,
  rows: 3,
})}
${SelectInput(
  state,
  {
    name: 'timeZone',
    label: words.say('administration.time-zone'),
    hint: words.say('administration.time-zone-hint'),
  },
  zones,
)}
${ChoiceInput(state, { name: 'registration', label: words.say('administration.registration') }, [
  { value: 'open', label: words.say('administration.registration-open') },
  { value: 'approval', label: words.say('administration.registration-approval') },
  { value: 'invitation', label: words.say('administration.registration-invitation') },
  { value: 'closed', label: words.say('administration.registration-closed') },
])}
<div class="sends">${SubmitButton(words.say('administration.save'))}</div></form>`
  return Administration(frame, {
    path: SETTINGS_PATH,
    title: words.say('administration.settings'),
    content,
  })
}
