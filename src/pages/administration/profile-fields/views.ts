import { type Html, html } from '#base/html.ts'
import type { Key, Words } from '#base/words.ts'
import {
  FIELD_KINDS,
  type FieldKind,
  MAX_LABEL,
  MOST_CHOICES,
  MOST_ON_CARD,
  type ProfileField,
} from '#forum/profiles/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { ChoiceInput, LineInput, TextInput, TickInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PROFILE_FIELDS_PATH } from '../model.ts'
import { Administration, type Frame, upTo } from '../views.ts'

const KINDS: Readonly<Record<FieldKind, Key>> = {
  line: 'profile-fields.kind-line',
  text: 'profile-fields.kind-text',
  link: 'profile-fields.kind-link',
  choice: 'profile-fields.kind-choice',
}

/** Where a field is changed. */
export const fieldPath = (id: number): string => `${PROFILE_FIELDS_PATH}/${id}`

/** All fields, and the form of a new one. */
export function FieldList(frame: Frame, state: FormState, fields: readonly ProfileField[]): Html {
  const { words } = frame
  const rows = fields.map(
    ({ id, label, kind, onCard }) =>
      html`<tr><th scope="row"><a href="${fieldPath(id)}"><bdi>${label}</bdi></a></th><td>${words.say(KINDS[kind])}</td><td>${onCard && words.say('profile-fields.on-card')}</td></tr>`,
  )
  const list =
    rows.length > 0 &&
    html`<table class="list"><thead><tr><th scope="col">${words.say('profile-fields.label')}</th><th scope="col">${words.say('profile-fields.kind')}</th><th scope="col">${words.say('profile-fields.place')}</th></tr></thead><tbody>${rows}</tbody></table>`
  const content = html`<p>${words.say('profile-fields.about')}</p>${list}<h2>${words.say('profile-fields.new')}</h2>${Form(frame, state, PROFILE_FIELDS_PATH)}`
  return Administration(frame, {
    path: PROFILE_FIELDS_PATH,
    title: words.say('administration.profile-fields'),
    content,
  })
}

/** One field: what it is, and its removal. */
export function OneField(frame: Frame, state: FormState, field: ProfileField): Html {
  const { words, csrf } = frame
  const path = fieldPath(field.id)
  const content = html`${Form(frame, state, path)}<h2>${words.say('administration.remove')}</h2><p>${words.say('profile-fields.remove-about')}</p><form method="post" action="${path}/remove">${csrf}${SubmitButton(words.say('administration.remove'), { kind: 'grave' })}</form>`
  return Administration(frame, {
    path: PROFILE_FIELDS_PATH,
    title: html`<bdi>${field.label}</bdi>`,
    content,
    isWithin: true,
  })
}

function Form({ words, csrf }: Frame, state: FormState, path: string): Html {
  const label = LineInput(state, {
    name: 'label',
    label: words.say('profile-fields.label'),
    hint: upTo(MAX_LABEL, words),
    max: MAX_LABEL,
    required: true,
  })
  const kind = ChoiceInput(state, { name: 'kind', label: words.say('profile-fields.kind') }, kinds(words))
  const choices = TextInput(state, {
    name: 'choices',
    label: words.say('profile-fields.choices'),
    hint: words.say('profile-fields.choices-hint', { limit: MOST_CHOICES }),
    rows: 4,
  })
  const onCard = TickInput(state, {
    name: 'onCard',
    label: words.say('profile-fields.on-card'),
    hint: words.say('profile-fields.on-card-hint', { limit: MOST_ON_CARD }),
  })
  const position = LineInput(state, {
    name: 'position',
    label: words.say('profile-fields.position'),
    hint: words.say('profile-fields.position-hint'),
    type: 'number',
    required: true,
  })
  return html`<form class="form" method="post" action="${path}">${csrf}${FormNotice(state)}${label}${kind}${choices}${onCard}${position}<div class="sends">${SubmitButton(words.say('administration.save'))}</div></form>`
}

const kinds = (words: Words) => FIELD_KINDS.map(value => ({ value, label: words.say(KINDS[value]) }))
