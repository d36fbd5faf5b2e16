import * as v from 'valibot'
import {
  MAX_BOARD_DESCRIPTION,
  MAX_BOARD_TITLE,
  MAX_EDIT_MINUTES,
  MAX_EXCERPT_LIMIT,
} from '#forum/boards/model.ts'
import { THREAD_KINDS } from '#forum/kinds/model.ts'
import { choice, id, line, many, text, tick, wholeNumber } from '#web/fields.ts'

const nothing = () =>
  v.pipe(
    v.union([v.literal(''), v.null()]),
    v.transform(() => null),
  )

/** A number of words; '' or null for no limit. */
const excerptLimit = () =>
  v.union([nothing(), wholeNumber({ min: 1, max: MAX_EXCERPT_LIMIT })], 'form.not-number')

/** Minutes; '' or null for always. */
const editMinutes = () =>
  v.union([nothing(), wholeNumber({ min: 1, max: MAX_EDIT_MINUTES })], 'form.not-number')

/** What is written about a board. */
export const boardTexts = {
  title: line({ max: MAX_BOARD_TITLE }),
  description: text({ max: MAX_BOARD_DESCRIPTION, min: 0 }),
  section: tick(),
  excerptLimit: v.optional(excerptLimit()),
  editMinutes: v.optional(editMinutes()),
  kinds: many(choice(THREAD_KINDS), THREAD_KINDS.length),
  prefixRequired: tick(),
}

/** The number of the board above; '' or null for the top. */
export function place() {
  return v.union([nothing(), id()], 'form.not-offered')
}

/** The same, the top when nothing is said. */
export function anyPlace() {
  return v.optional(place(), '')
}
