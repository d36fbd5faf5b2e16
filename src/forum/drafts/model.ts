import { DAY } from '#base/time.ts'

/** What the button of a form says that keeps what was typed and returns to the form. */
export const SAVE = 'save'

/** The field that says which button of a form was pressed. */
export const BUTTON = 'act'

/** How long a draft is kept that nobody goes on with, in milliseconds. */
export const DRAFTS_KEPT = 60 * DAY
/** Drafts that one member can have; beyond it those left alone longest are forgotten. */
export const MOST_DRAFTS = 100
/** The most that the fields of a draft take as JSON, in UTF-16 units. */
export const MAX_FIELDS = 200_000
const MOST_FIELDS = 100
const MOST_VALUES = 60
const LONGEST_NAME = 60

/** The fields of a form as somebody left them. */
export type DraftFields = Readonly<Record<string, string | readonly string[]>>

/** What somebody is writing, and where. */
export interface Draft {
  /** `board:3` for a new thread, `thread:7` for a reply, `post:7/27` for another wording, `conversation` for a new one. */
  readonly place: string
  readonly fields: DraftFields
  /** When it was typed, epoch milliseconds. */
  readonly at: number
}

const PLACE = /^(?:board:\d{1,15}|thread:\d{1,15}|post:\d{1,15}\/\d{1,9}|conversation)$/

/** Whether a text names a place where something can be written. */
export const isPlaceName = (place: string): boolean => PLACE.test(place)

export const boardPlace = (id: number): string => `board:${id}`
export const threadPlace = (id: number): string => `thread:${id}`
export const postPlace = (post: { readonly threadId: number; readonly number: number }): string =>
  `post:${post.threadId}/${post.number}`

/** What a place names: kind, and the numbers in it. */
export interface ReadPlace {
  readonly kind: 'board' | 'thread' | 'post' | 'conversation'
  /** The id of the board or thread; 0 where there is none. */
  readonly id: number
  /** The number of the post; 0 where there is none. */
  readonly number: number
}

/** The parts of a place; of what is no place, those of `conversation`. */
export function readPlace(place: string): ReadPlace {
  const [kind = '', rest = ''] = place.split(':')
  const [id, number] = rest.split('/').map(Number)
  if (kind !== 'board' && kind !== 'thread' && kind !== 'post')
    return { kind: 'conversation', id: 0, number: 0 }
  return { kind, id: id ?? 0, number: number ?? 0 }
}

/** The path of the form in which a draft is gone on with. */
export function formPath(place: string): string {
  const { kind, id, number } = readPlace(place)
  if (kind === 'board') return `/boards/${id}/threads/new`
  if (kind === 'thread') return `/threads/${id}/reply`
  return kind === 'post' ? `/posts/${id}/${number}/edit` : '/conversations/new'
}

/** Never kept: what proves a form, what tells its copies apart, which button was pressed, and what nobody should know. */
const LEFT_OUT = /password|secret|token|^(csrf|code|requestKey|act|place|file|__proto__)$/i
const FIELD_NAME = /^[A-Za-z][\w-]*$/

/** What of a form is kept as a draft: texts by name. Null when that is more than a draft can hold. */
export function fieldsOf(body: unknown): DraftFields | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null
  const kept: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(body)) {
    if (name.length > LONGEST_NAME || !FIELD_NAME.test(name) || LEFT_OUT.test(name)) continue
    if (typeof value === 'string') kept[name] = value
    else if (Array.isArray(value) && value.length <= MOST_VALUES)
      kept[name] = value.filter((each): each is string => typeof each === 'string')
  }
  if (Object.keys(kept).length > MOST_FIELDS || JSON.stringify(kept).length > MAX_FIELDS) return null
  return kept
}

/** Fields as they are stored → the same; nothing where they cannot be read. */
export function parseFields(stored: string): DraftFields | null {
  try {
    return fieldsOf(JSON.parse(stored))
  } catch {
    return null
  }
}

/** Fields in which a person writes, as against those that a form holds from the start. */
const WRITTEN = ['title', 'source', 'attachments', 'people', 'question'] as const

/** Whether there is anything in a draft that would be missed. */
export function isWorthKeeping(fields: DraftFields): boolean {
  return WRITTEN.some(name => [fields[name] ?? ''].flat().some(text => text.trim() !== ''))
}
