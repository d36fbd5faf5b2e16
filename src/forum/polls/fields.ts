import * as v from 'valibot'
import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { LineInput, SelectInput, TextInput, TickInput } from '#web/components/field.ts'
import { line, text, tick, wholeNumber } from '#web/fields.ts'
import type { FormState } from '#web/forms.ts'
import {
  LEAST_OPTIONS,
  MAX_OPTION,
  MAX_OPTIONS_TEXT,
  MAX_QUESTION,
  MOST_DAYS,
  MOST_OPTIONS,
  type PollInput,
} from './model.ts'

const MAX_DAY = 10

/** The fields of a poll in the form that starts a thread. */
export const pollEntries = () => ({
  pollQuestion: line({ max: MAX_QUESTION, min: 0 }),
  pollOptions: text({ max: MAX_OPTIONS_TEXT, min: 0 }),
  pollMost: v.optional(wholeNumber({ min: 1, max: MOST_OPTIONS }), 1),
  pollUntil: line({ max: MAX_DAY, min: 0 }),
  pollHidden: tick(),
  pollFixed: tick(),
})

/** What those fields hold. */
interface PollFieldValues {
  readonly pollQuestion: string
  readonly pollOptions: string
  readonly pollMost: number
  readonly pollUntil: string
  readonly pollHidden: boolean
  readonly pollFixed: boolean
}

/** The fields of a form → the poll that they ask for. */
export const pollOf = (fields: PollFieldValues): PollInput => ({
  question: fields.pollQuestion,
  options: fields.pollOptions,
  most: fields.pollMost,
  until: fields.pollUntil,
  isHidden: fields.pollHidden,
  isChangeable: !fields.pollFixed,
})

const NAMES = ['pollQuestion', 'pollOptions', 'pollMost', 'pollUntil'] as const

/** The part of a form in which a poll is asked for, folded until there is something in it. */
export function PollFields(form: FormState, words: Words): Html {
  const isOpen =
    Boolean(form.values['pollQuestion'] || form.values['pollOptions']) ||
    NAMES.some(name => form.problem?.field === name)
  const most = Array.from({ length: MOST_OPTIONS }, (_, index) => {
    const count = index + 1
    return { value: String(count), label: words.say('poll.choices', { count }) }
  })
  return html`<details class="more"${isOpen && html` open`}><summary>${words.say('poll.add')}</summary>${LineInput(
    form,
    {
      ...{ name: 'pollQuestion', label: words.say('poll.question'), max: MAX_QUESTION },
      hint: words.say('compose.up-to', { limit: MAX_QUESTION }),
    },
  )}${TextInput(form, {
    ...{ name: 'pollOptions', label: words.say('poll.options'), rows: 4, max: MAX_OPTIONS_TEXT },
    hint: words.say('poll.options-hint', { least: LEAST_OPTIONS, most: MOST_OPTIONS, limit: MAX_OPTION }),
  })}${SelectInput(form, { name: 'pollMost', label: words.say('poll.most') }, most)}${LineInput(form, {
    ...{ name: 'pollUntil', label: words.say('poll.until'), type: 'date' },
    hint: words.say('poll.until-hint', { limit: MOST_DAYS }),
  })}${TickInput(form, { name: 'pollHidden', label: words.say('poll.hide') })}${TickInput(form, {
    name: 'pollFixed',
    label: words.say('poll.fix'),
  })}</details>`
}
