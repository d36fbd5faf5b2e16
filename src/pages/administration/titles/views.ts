import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { LADDER } from '#forum/members/model.ts'
import { MAX_TITLE, MOST_TITLES } from '#forum/settings/member-settings.ts'
import { SubmitButton } from '#web/components/button.ts'
import { ChoiceInput, LineInput, TextInput, TickInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { TITLES_PATH } from '../model.ts'
import { Administration, type Frame } from '../views.ts'

/** The form of titles, names and signatures. */
export function TitlesForm(frame: Frame, state: FormState): Html {
  const { words, csrf } = frame
  const content = html`<form class="form" method="post" action="${TITLES_PATH}">${csrf}${FormNotice(state)}${Ladder(words, state)}${Own(words, state)}${Signatures(words, state)}<div class="sends">${SubmitButton(words.say('administration.save'))}</div></form>`
  return Administration(frame, { path: TITLES_PATH, title: words.say('administration.titles'), content })
}

function Ladder(words: Words, state: FormState): Html {
  const usual = [...LADDER].reverse().map(([messages, title]) => `${messages} ${words.say(title)}`)
  return TextInput(state, {
    name: 'titles',
    label: words.say('titles.ladder'),
    hint: html`${words.say('titles.ladder-hint', { limit: MOST_TITLES, length: MAX_TITLE })} <bdi>${usual.join(' · ')}</bdi>`,
    rows: 6,
  })
}

function Own(words: Words, state: FormState): Html {
  const titleFrom = LineInput(state, {
    name: 'titleFrom',
    label: words.say('titles.from'),
    hint: words.say('titles.from-hint'),
    type: 'number',
  })
  const renameDays = LineInput(state, {
    name: 'renameDays',
    label: words.say('titles.rename-days'),
    hint: words.say('titles.rename-days-hint'),
    type: 'number',
    required: true,
  })
  return html`${titleFrom}${renameDays}`
}

function Signatures(words: Words, state: FormState): Html {
  const signatures = ChoiceInput(
    state,
    { name: 'signatures', label: words.say('titles.signatures'), hint: words.say('titles.signatures-hint') },
    [
      { value: 'off', label: words.say('titles.signatures-off') },
      { value: 'on', label: words.say('titles.signatures-on') },
    ],
  )
  const pictures = TickInput(state, {
    name: 'signaturePictures',
    label: words.say('titles.signature-pictures'),
  })
  return html`${signatures}${pictures}`
}
