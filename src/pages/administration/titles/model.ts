import { Refused } from '#base/errors.ts'
import { cleanLine } from '#base/text.ts'
import {
  MAX_MESSAGES_NEEDED,
  MAX_TITLE,
  MOST_TITLES,
  type TitleStep,
} from '#forum/settings/member-settings.ts'

const STEP = /^(\d{1,7})\s+(\S.*)$/

/** UTF-16 units of the ladder as it is typed. */
export const MAX_LADDER = 2000

const refused = (key: string, limit?: number): Refused =>
  new Refused('invalid', key, { field: 'titles', ...(limit !== undefined && { values: { limit } }) })

/**
 * A title ladder as typed, a line for each step, `30 Member` → the steps, the highest first; none for nothing. Throws
 * `invalid` for the field `titles`.
 */
export function readLadder(typed: string): TitleStep[] {
  const lines = typed.split('\n').map(cleanLine).filter(Boolean)
  if (lines.length > MOST_TITLES) throw refused('titles.too-many', MOST_TITLES)
  const steps = lines.map(readStep)
  const numbers = new Set(steps.map(step => step.messages))
  if (numbers.size < steps.length) throw refused('titles.twice')
  if (steps.length > 0 && !numbers.has(0)) throw refused('titles.no-first')
  return steps.sort((one, other) => other.messages - one.messages)
}

function readStep(written: string): TitleStep {
  const [, count = '', title = ''] = STEP.exec(written) ?? []
  const messages = Number(count)
  if (title === '' || messages > MAX_MESSAGES_NEEDED) throw refused('titles.unreadable')
  if (title.length > MAX_TITLE) throw refused('form.too-long', MAX_TITLE)
  return { messages, title }
}

/** The same as it is typed, the lowest first. */
export const typedLadder = (steps: readonly TitleStep[]): string =>
  steps
    .map(({ messages, title }) => `${messages} ${title}`)
    .reverse()
    .join('\n')
