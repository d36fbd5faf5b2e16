import { type Html, html } from '#base/html.ts'
import { MAX_LOCATION, MAX_TITLE, type Member } from '#forum/members/model.ts'
import { memberPath } from '#forum/members/views.ts'
import { countryOptions, isCountry } from '#forum/profiles/countries.ts'
import { fieldName, MAX_VALUE, type ProfileField } from '#forum/profiles/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput, SelectInput, TextInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'
import { AccountPart, type Frame } from '../views.ts'

/** What the form of a profile is about. */
export interface ProfilePage {
  readonly state: FormState
  readonly member: Member
  readonly fields: readonly ProfileField[]
  readonly mayTitle: boolean
  /** Messages from which on members may choose a title; null for never. */
  readonly titleFrom: number | null
}

/** The form of what a member says of themself. */
export function ProfileForm(frame: Frame, page: ProfilePage): Html {
  const { words, csrf } = frame
  const { state, member, fields } = page
  const asked = fields.map(field => FieldInput(frame, state, field))
  const content = html`<p><a href="${memberPath(member)}">${words.say('account.look')}</a></p>${FormNotice(state)}<form class="form" method="post" action="${PATHS.profile}">${csrf}${Places(frame, page)}${asked}${Title(frame, page)}<div class="sends">${SubmitButton(words.say('account.save'))}</div></form>`
  return AccountPart(frame, PATHS.profile, content)
}

function Places({ words }: Frame, { state, member }: ProfilePage): Html {
  const { country } = member
  const written = country !== null && !isCountry(country) ? [{ value: country, label: country }] : []
  const nowhere = { value: '', label: words.say('account.country-none') }
  const countries = SelectInput(
    state,
    { name: 'country', label: words.say('account.country'), hint: words.say('account.shown-beside-posts') },
    [nowhere, ...written, ...countryOptions(words.locale)],
  )
  const location = LineInput(state, {
    name: 'location',
    label: words.say('account.location'),
    hint: `${words.say('account.shown-beside-posts')} ${words.say('administration.up-to', { limit: MAX_LOCATION })}`,
    max: MAX_LOCATION,
    autocomplete: 'address-level2',
  })
  return html`${countries}${location}`
}

function FieldInput({ words }: Frame, state: FormState, field: ProfileField): Html {
  const { kind, label, onCard, choices } = field
  const max = MAX_VALUE[kind]
  const place = onCard ? words.say('account.shown-beside-posts') : words.say('account.shown-on-page')
  const hint = kind === 'choice' ? place : `${place} ${words.say('administration.up-to', { limit: max })}`
  const named = { name: fieldName(field), label: html`<bdi>${label}</bdi>`, hint }
  switch (kind) {
    case 'text':
      return TextInput(state, { ...named, max, rows: 4 })
    case 'choice':
      return SelectInput(state, named, [
        { value: '', label: words.say('account.country-none') },
        ...choices.map(choice => ({ value: choice, label: choice })),
      ])
    case 'link':
      return LineInput(state, { ...named, max, inputmode: 'url', autocomplete: 'url' })
    case 'line':
      return LineInput(state, { ...named, max })
  }
}

function Title({ words }: Frame, { state, member, mayTitle, titleFrom }: ProfilePage): Html | null {
  if (mayTitle)
    return LineInput(state, {
      name: 'title',
      label: words.say('account.custom-title'),
      hint: `${words.say('account.custom-title-hint')} ${words.say('administration.up-to', { limit: MAX_TITLE })}`,
      max: MAX_TITLE,
      autocomplete: 'off',
    })
  if (titleFrom === null) return null
  const left = titleFrom - member.messages
  return html`<p class="meta">${words.say('account.title-later', { count: left, number: words.number(left) })}</p>`
}
