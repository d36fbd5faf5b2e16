import * as v from 'valibot'
import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { LineInput, SelectInput } from '#web/components/field.ts'
import { choice, id, line } from '#web/fields.ts'
import type { FormState } from '#web/forms.ts'
import { MAX_ADDRESS } from '../addresses/model.ts'
import type { Board } from '../boards/tree.ts'
import { THREAD_KINDS, type ThreadKind } from '../kinds/model.ts'
import { KIND_NAMES } from '../kinds/views.ts'
import type { Prefix } from '../prefixes/model.ts'
import { MAX_TAG, MAX_TAGS_TEXT, MOST_TAGS } from '../tags/model.ts'
import { usualKind } from './model.ts'

const noPrefix = () =>
  v.pipe(
    v.union([v.literal(''), v.null()]),
    v.transform(() => null),
  )

/** The fields of a form about what a thread is. */
export const detailEntries = () => ({
  kind: v.optional(choice(THREAD_KINDS)),
  prefix: v.optional(v.union([noPrefix(), id()], 'form.not-offered')),
  tags: line({ max: MAX_TAGS_TEXT, min: 0 }),
  sourceUrl: line({ max: MAX_ADDRESS, min: 0 }),
})

/** What those fields hold. */
interface DetailValues {
  readonly kind?: ThreadKind | undefined
  readonly prefix?: number | null | undefined
  readonly tags: string
  readonly sourceUrl: string
}

/** The fields of a form → the details that they say. */
export const detailsOf = ({ kind, prefix, tags, sourceUrl }: DetailValues) => ({
  ...{ kind, prefixId: prefix ?? null, tags, sourceUrl },
})

/** What can be said of a thread of a board. */
export interface DetailOffers {
  readonly board: Pick<Board, 'kinds' | 'prefixRequired'>
  /** Those that can be chosen. */
  readonly prefixes: readonly Prefix[]
  /** Names of tags that are offered while one is typed. */
  readonly tags: readonly string[]
}

/** The names of these fields, for those who ask whether anything of them was typed or is wrong. */
export const DETAIL_NAMES = ['kind', 'prefix', 'tags', 'sourceUrl'] as const

/** The inputs of what a thread is: its kind and source, its prefix, its tags. What cannot be chosen is not asked for. */
export function DetailInputs(form: FormState, { board, prefixes, tags }: DetailOffers, words: Words): Html {
  const values = { kind: usualKind(board), ...form.values }
  const filled = { ...form, values }
  const kinds = board.kinds.map(kind => ({ value: kind, label: words.say(KIND_NAMES[kind]) }))
  const none = board.prefixRequired ? words.say('prefix.choose') : words.say('prefix.none')
  const choices = prefixes.map(prefix => ({ value: String(prefix.id), label: prefix.name }))
  return html`${
    kinds.length > 1 && SelectInput(filled, { name: 'kind', label: words.say('thread.kind') }, kinds)
  }${
    board.kinds.includes('article') &&
    LineInput(filled, {
      ...{
        name: 'sourceUrl',
        label: words.say('thread.source'),
        type: 'text',
        inputmode: 'url',
        max: MAX_ADDRESS,
      },
      hint: words.say('thread.source-hint', { limit: MAX_ADDRESS }),
    })
  }${
    prefixes.length > 0 &&
    SelectInput(filled, { name: 'prefix', label: words.say('prefix.label') }, [
      { value: '', label: none },
      ...choices,
    ])
  }${LineInput(filled, {
    ...{ name: 'tags', label: words.say('tag.label'), max: MAX_TAGS_TEXT, offers: tags },
    hint: words.say('tag.hint', { most: MOST_TAGS, limit: MAX_TAG }),
  })}`
}

/** Whether the inputs must be seen from the start: a board wants something of them, or there is something in them. */
export function wantsDetails(form: FormState, { board, prefixes }: DetailOffers): boolean {
  const isTyped = (['prefix', 'tags', 'sourceUrl'] as const).some(name => Boolean(form.values[name]))
  const isOther = form.values['kind'] !== undefined && form.values['kind'] !== usualKind(board)
  const isWrong = DETAIL_NAMES.some(name => form.problem?.field === name)
  const isWanted = (board.prefixRequired && prefixes.length > 0) || usualKind(board) === 'article'
  return isTyped || isOther || isWrong || isWanted
}
