import { Refused } from '#base/errors.ts'
import { cleanLine, cleanLines } from '#base/text.ts'

export const FIELD_KINDS = ['line', 'text', 'link', 'choice'] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

export const MAX_LABEL = 40
export const MAX_CHOICE = 60
export const MOST_CHOICES = 50
/** UTF-16 units of all choices as they are typed, a line each. */
export const MAX_CHOICES = 3000
export const MOST_FIELDS = 20
/** Fields that stand beside every post. */
export const MOST_ON_CARD = 3
/** UTF-16 units that each kind has room for. */
export const MAX_VALUE: Readonly<Record<FieldKind, number>> = {
  line: 100,
  text: 1000,
  link: 300,
  choice: MAX_CHOICE,
}

/** Something that members may say of themselves, as administrators ask for it. */
export interface ProfileField {
  readonly id: number
  readonly label: string
  readonly kind: FieldKind
  /** What can be chosen, where that is its kind. */
  readonly choices: readonly string[]
  /** Whether it stands beside every post. */
  readonly onCard: boolean
  readonly position: number
}

/** What a member said in a field, for those who may know it. */
export interface ProfileValue {
  readonly label: string
  readonly kind: FieldKind
  readonly value: string
}

/** The name of a field in forms, and in what a member keeps to themselves. */
export const fieldName = (field: Pick<ProfileField, 'id'>): `field-${number}` => `field-${field.id}`

/** Choices as typed, a line each → the choices, each once. Throws `invalid` for the field `choices`. */
export function readChoices(typed: string): string[] {
  const refused = (key: string, limit: number): Refused =>
    new Refused('invalid', key, { field: 'choices', values: { limit } })
  const choices = [...new Set(typed.split('\n').map(cleanLine))].filter(choice => choice !== '')
  if (choices.length > MOST_CHOICES) throw refused('profile-fields.too-many-choices', MOST_CHOICES)
  if (choices.some(choice => choice.length > MAX_CHOICE)) throw refused('form.too-long', MAX_CHOICE)
  return choices
}

/** What a host is made of, once it was read: letters, digits and dots, or an address in brackets. */
const HOST = /^(?:[\w.-]+|\[[\da-f.:]+\])$/

/** An address as typed → the same, of the web and without a password in it; null for any other. */
export function readLink(typed: string): string | null {
  const written = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`
  const url = URL.canParse(written) ? new URL(written) : null
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  return url && isWeb && HOST.test(url.hostname) && url.username === '' && url.password === ''
    ? url.href
    : null
}

/** What a member typed into a field → what is kept; '' for nothing. Throws `invalid` for the field of the form. */
export function readValue(field: ProfileField, typed: string): string {
  const limit = MAX_VALUE[field.kind]
  const refused = (key: string): Refused =>
    new Refused('invalid', key, { field: fieldName(field), values: { limit } })
  if (typed.length > 4 * limit + 1000) throw refused('form.too-long')
  const value = field.kind === 'text' ? cleanLines(typed) : cleanLine(typed)
  if (value === '') return ''
  if (field.kind === 'choice' && !field.choices.includes(value)) throw refused('form.not-offered')
  const kept = field.kind === 'link' ? readLink(value) : value
  if (kept === null) throw refused('profile-fields.no-link')
  if (kept.length > limit) throw refused('form.too-long')
  return kept
}
