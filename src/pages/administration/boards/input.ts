import * as v from 'valibot'
import { MAX_BOARD_DESCRIPTION, MAX_BOARD_TITLE } from '#forum/boards/model.ts'
import { id, line, text, tick } from '#web/fields.ts'

/** What is written about a board. */
export const boardTexts = {
  title: line({ max: MAX_BOARD_TITLE }),
  description: text({ max: MAX_BOARD_DESCRIPTION, min: 0 }),
  section: tick(),
}

const top = () =>
  v.pipe(
    v.union([v.literal(''), v.null()]),
    v.transform(() => null),
  )

/** The number of the board above; '' or null for the top. */
export function place() {
  return v.union([top(), id()], 'form.not-offered')
}

/** The same, the top when nothing is said. */
export function anyPlace() {
  return v.optional(place(), '')
}
