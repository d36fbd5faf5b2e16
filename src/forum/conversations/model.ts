import { Refused } from '#base/errors.ts'
import { twoNumbersOf } from '#base/places.ts'
import { cleanLine } from '#base/text.ts'
import { HOUR } from '#base/time.ts'
import type { AttemptLimit } from '../sessions/model.ts'
import type { Thread, ThreadPlace } from '../threads/model.ts'

/** The most people of a conversation. */
export const MOST_PEOPLE = 20
/** The longest list of names, in UTF-16 units. */
export const MAX_NAMES = 1000
export const MAX_LABEL = 30
export const MOST_LABELS = 10
/** The longest list of labels, in UTF-16 units. */
export const MAX_LABELS = 400
export const CONVERSATIONS_PER_PAGE = 30

/** The place of the draft of a conversation that is not started yet. */
export const CONVERSATION_PLACE = 'conversation'

/** Conversations that a member may start. */
export const STARTS: AttemptLimit = { count: 10, window: HOUR }
/** Forms of invitations that a member may send. */
export const INVITATIONS: AttemptLimit = { count: 30, window: HOUR }

/** From whom a member takes conversations. */
export const TAKES = ['anybody', 'followed', 'nobody'] as const
export type Takes = (typeof TAKES)[number]

/** Somebody who could be invited, as far as it matters to whoever invites them. */
export interface Recipient {
  readonly id: number
  readonly name: string
  readonly takes: Takes
  /** Whether they follow who invites them. */
  readonly follows: boolean
  /** Whether they ignore who invites them. */
  readonly ignores: boolean
}

/** Who is in a conversation, or was. Times are epoch milliseconds. */
export interface Participant {
  readonly id: number
  readonly name: string
  /** Null for who started it, and where the account of the other is no more. */
  readonly invitedBy: { readonly id: number; readonly name: string } | null
  readonly joinedAt: number
  readonly leftAt: number | null
}

/** How somebody stands to a conversation that they are in. */
export interface OwnStanding {
  /** The number of the last post that they have read. */
  readonly readNumber: number
  /** Whether it is counted and mailed. */
  readonly muted: boolean
  readonly labels: readonly string[]
}

/** All that the page of a conversation shows beside its posts. */
export interface ConversationAside extends OwnStanding {
  /** Those who are in it first, in the order in which they came. */
  readonly people: readonly Participant[]
  readonly mayInvite: boolean
}

/** A conversation in the list of one of its people. */
export interface ConversationLine
  extends Pick<Thread, 'id' | 'title' | 'slug' | 'people' | 'postCount' | 'lastNumber' | 'lastPostAt'>,
    OwnStanding {
  readonly lastAuthorName: string | null
  /** The names of the others who are in it. */
  readonly others: readonly string[]
}

/** Which part of the list of conversations is asked for. */
export interface ConversationSlice {
  /** Those of this label alone. */
  readonly label?: string | undefined
  /** Those with older activity than this place. */
  readonly before?: ThreadPlace | undefined
}

/** Part of a list. */
export interface ConversationList {
  readonly lines: readonly ConversationLine[]
  /** The place behind which there are more; null where there are none. */
  readonly olderBefore: ThreadPlace | null
}

const SEPARATORS = /[,;،؛\n]/

const partsOf = (typed: string): string[] =>
  typed
    .split(SEPARATORS)
    .map(cleanLine)
    .filter(part => part !== '')

/**
 * Names as typed, with commas between them → each once. Throws `invalid` for the field `people` when there are none, or more
 * than a conversation has people.
 */
export function readNames(typed: string): string[] {
  const names = [...new Set(partsOf(typed))]
  if (names.length === 0) throw new Refused('invalid', 'form.required', { field: 'people' })
  if (names.length <= MOST_PEOPLE) return names
  throw tooManyPeople()
}

/** The refusal of more people than a conversation has room for. */
export const tooManyPeople = (): Refused =>
  new Refused('invalid', 'conversation.too-many-people', { field: 'people', values: { limit: MOST_PEOPLE } })

/** Labels as typed, with commas between them → each once. Throws `invalid` for the field `labels`. */
export function readLabels(typed: string): string[] {
  const labels = [...new Map(partsOf(typed).map(label => [label.toLowerCase(), label])).values()]
  const refuse = (sentence: string, limit: number): Refused =>
    new Refused('invalid', sentence, { field: 'labels', values: { limit } })
  if (labels.length > MOST_LABELS) throw refuse('conversation.too-many-labels', MOST_LABELS)
  if (labels.some(label => label.length > MAX_LABEL)) throw refuse('conversation.label-too-long', MAX_LABEL)
  return labels
}

/** The number up to which all of a page of posts is read: that of its last post. */
export const lastOnPage = ({ lastNumber }: Pick<Thread, 'lastNumber'>, last: number): number =>
  Math.min(lastNumber, last)

/** `1773500000000.7` → the place of conversation 7 with its last post at that time; null for anything else. */
export function placeOf(written: unknown): ThreadPlace | null {
  const two = twoNumbersOf(written)
  return two && { lastPostAt: two[0], id: two[1] }
}

/** The part of an address that asks for a slice of the list; '' for its beginning. */
export function queryOf({ label, before }: ConversationSlice): string {
  const fields = new URLSearchParams({
    ...(label !== undefined && { label }),
    ...(before && { before: `${before.lastPostAt}.${before.id}` }),
  }).toString()
  return fields === '' ? '' : `?${fields}`
}
