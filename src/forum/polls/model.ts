import { Refused } from '#base/errors.ts'
import { cleanLine, isVisible } from '#base/text.ts'
import { DAY } from '#base/time.ts'
import { momentOf } from '#base/zoned.ts'

/** Limits of what is typed, in UTF-16 units, and of how many options there may be. */
export const MAX_QUESTION = 150
export const MAX_OPTION = 100
export const LEAST_OPTIONS = 2
export const MOST_OPTIONS = 20
export const MAX_OPTIONS_TEXT = MOST_OPTIONS * (MAX_OPTION + 2)
/** The longest that a poll with an end is open, in days. */
export const MOST_DAYS = 366

/** A poll as a form asks for it; without a question there is none. */
export interface PollInput {
  readonly question: string
  /** One on each line. */
  readonly options: string
  /** How many options somebody may choose. */
  readonly most: number
  /** The last day of it, as `2026-11-25`; '' for no end. */
  readonly until: string
  readonly isHidden: boolean
  readonly isChangeable: boolean
}

/** A poll to be. */
export interface NewPoll {
  readonly question: string
  readonly options: readonly string[]
  readonly mostChoices: number
  /** Epoch milliseconds; null for no end. */
  readonly closesAt: number | null
  readonly hiddenUntilVoted: boolean
  readonly changeable: boolean
}

/** What is asked under a post. */
export interface Poll extends Omit<NewPoll, 'options'> {
  readonly postId: number
  readonly options: readonly PollOption[]
  readonly voters: number
  readonly closed: boolean
}

export interface PollOption {
  readonly id: number
  readonly text: string
  readonly votes: number
}

/** A poll with what one reader chose: ids of options, none for whoever did not vote. */
export interface AskedPoll extends Poll {
  readonly mine: readonly number[]
}

/** Whether nobody can vote any more. */
export const isOver = (poll: Pick<Poll, 'closed' | 'closesAt'>, now: number): boolean =>
  poll.closed || (poll.closesAt !== null && poll.closesAt <= now)

/** Whether a reader is told how many chose what: always, or once they voted, or once it is over. */
export const showsResults = (poll: AskedPoll, now: number): boolean =>
  !poll.hiddenUntilVoted || poll.mine.length > 0 || isOver(poll, now)

const refused = (field: string, key: string, values: Record<string, number> = {}): Refused =>
  new Refused('invalid', key, { field, values })

/**
 * A poll as typed → the poll to be, or null where no question was asked. `timeZone` is the writer's. Throws `invalid` for the
 * fields `pollQuestion`, `pollOptions`, `pollMost` and `pollUntil`.
 */
export function readPoll(input: PollInput, at: { now: number; timeZone: string }): NewPoll | null {
  const question = cleanLine(input.question)
  const options = input.options.split(/\r?\n/).map(cleanLine).filter(isVisible)
  if (question === '' && options.length === 0) return null
  if (!isVisible(question)) throw refused('pollQuestion', 'form.required')
  if (question.length > MAX_QUESTION) throw refused('pollQuestion', 'form.too-long', { limit: MAX_QUESTION })
  mustBeOptions(options)
  if (input.most > options.length) throw refused('pollMost', 'form.too-high', { limit: options.length })
  return {
    ...{ question, options, mostChoices: input.most },
    closesAt: endOf(input.until, at),
    hiddenUntilVoted: input.isHidden,
    changeable: input.isChangeable,
  }
}

function mustBeOptions(options: readonly string[]): void {
  if (options.length < LEAST_OPTIONS) throw refused('pollOptions', 'poll.too-few', { limit: LEAST_OPTIONS })
  if (options.length > MOST_OPTIONS) throw refused('pollOptions', 'poll.too-many', { limit: MOST_OPTIONS })
  if (options.some(option => option.length > MAX_OPTION))
    throw refused('pollOptions', 'poll.option-too-long', { limit: MAX_OPTION })
  const folded = new Set(options.map(option => option.normalize('NFKC').toLowerCase()))
  if (folded.size < options.length) throw refused('pollOptions', 'poll.option-twice')
}

/** A day → when it is over. */
function endOf(until: string, { now, timeZone }: { now: number; timeZone: string }): number | null {
  if (until === '') return null
  const day = /^\d{4}-\d{2}-\d{2}$/.test(until) ? momentOf(until, timeZone) : null
  if (day === null) throw refused('pollUntil', 'poll.no-day')
  const next = new Date(Date.parse(until) + DAY).toISOString().slice(0, 10)
  const end = momentOf(next, timeZone) ?? day + DAY
  if (end <= now) throw refused('pollUntil', 'poll.past')
  if (end > now + MOST_DAYS * DAY) throw refused('pollUntil', 'poll.too-late', { limit: MOST_DAYS })
  return end
}

/**
 * Ids of options as sent → the same, each once, in the order of the poll; none takes a vote back. Throws `invalid` for the
 * field `option` where one is not the poll's, and for more than may be chosen.
 */
export function readChoice(poll: Poll, chosen: readonly number[]): number[] {
  const ids = new Set(chosen)
  const own = poll.options.filter(option => ids.has(option.id)).map(option => option.id)
  if (own.length < ids.size) throw refused('option', 'form.not-offered')
  if (own.length > poll.mostChoices)
    throw refused('option', 'poll.too-many-chosen', { limit: poll.mostChoices })
  return own
}
