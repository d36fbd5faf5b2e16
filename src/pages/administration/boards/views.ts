import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { MAX_BOARD_DESCRIPTION, MAX_BOARD_TITLE, MAX_EDIT_MINUTES } from '#forum/boards/model.ts'
import { THREAD_KINDS } from '#forum/kinds/model.ts'
import { KIND_NAMES } from '#forum/kinds/views.ts'
import { ButtonLink, SubmitButton } from '#web/components/button.ts'
import {
  ChoiceInput,
  LineInput,
  type Option,
  SelectInput,
  TextInput,
  TickInput,
} from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { BOARDS_PATH } from '../model.ts'
import { Administration, type Frame, upTo } from '../views.ts'
import { changePath, type ListedBoard, levelsPath, NEW_BOARD_PATH, type Place } from './model.ts'

/** All boards as they stand, one form around them: each button names the board that it moves. */
export function BoardList(frame: Frame, boards: readonly ListedBoard[]): Html {
  const { words, csrf } = frame
  const list =
    boards.length > 0
      ? html`<form method="post" action="${BOARDS_PATH}">${csrf}${Level(boards, words)}</form>`
      : html`<p class="nothing">${words.say('administration.no-boards')}</p>`
  return Administration(frame, {
    path: BOARDS_PATH,
    title: words.say('administration.boards'),
    content: html`<p>${ButtonLink(NEW_BOARD_PATH, words.say('administration.add-board'))}</p>${list}`,
  })
}

function Level(boards: readonly ListedBoard[], words: Words): Html {
  return html`<ol class="branch">${boards.map(each => Row(each, words))}</ol>`
}

function Row(listed: ListedBoard, words: Words): Html {
  const { board, hasLevels, within } = listed
  const { id, title } = board
  const tags = [
    board.section && words.say('administration.section'),
    hasLevels && words.say('administration.own-levels'),
  ].filter(tag => tag !== false)
  return html`<li id="board-${id}"><div class="line"><div><a class="name" href="${changePath(id)}"><bdi>${title}</bdi></a>${
    tags.length > 0 && html`<small>${tags.join(' · ')}</small>`
  }</div><div class="acts">${Ways(listed, words)}</div></div>${within.length > 0 && Level(within, words)}</li>`
}

/** What can be done with a board from the list; each name says to which board it belongs. */
function Ways({ board: { id, title: board }, isFirst, isLast }: ListedBoard, words: Words): Html {
  const levels = words.say('administration.permissions-named', { board })
  const within = words.say('administration.add-within-named', { board })
  const up = words.say('administration.up-named', { board })
  const down = words.say('administration.down-named', { board })
  const shift = (direction: 'up' | 'down', name: string, isAtEnd: boolean): Html =>
    html`formaction="${changePath(id)}/shift" name="direction" value="${direction}" aria-label="${name}"${isAtEnd && html` disabled`}`
  return html`<a href="${levelsPath(id)}" aria-label="${levels}">${words.say('administration.permissions')}</a><a href="${NEW_BOARD_PATH}?within=${id}" aria-label="${within}">${words.say('administration.add-within')}</a><button ${shift('up', up, isFirst)}>${words.say('administration.up')}</button><button ${shift('down', down, isLast)}>${words.say('administration.down')}</button>`
}

/** The form of a new board. */
export function NewBoard(frame: Frame, state: FormState, places: readonly Place[]): Html {
  const { words, csrf } = frame
  const content = html`<form class="form" method="post" action="${BOARDS_PATH}">${csrf}${FormNotice(state)}${TextFields(state, words)}${PlaceField(state, places, words)}<div class="sends">${SubmitButton(words.say('administration.add-board'))}</div></form>`
  return Administration(frame, {
    path: BOARDS_PATH,
    title: words.say('administration.new-board'),
    content,
    isWithin: true,
  })
}

/** The inputs of what is written about a board. */
export function TextFields(state: FormState, words: Words): Html {
  const title = LineInput(state, {
    name: 'title',
    label: words.say('administration.board-title'),
    hint: upTo(MAX_BOARD_TITLE, words),
    max: MAX_BOARD_TITLE,
    required: true,
  })
  const description = TextInput(state, {
    name: 'description',
    label: words.say('administration.board-description'),
    hint: `${words.say('administration.board-description-hint')} ${upTo(MAX_BOARD_DESCRIPTION, words)}`,
    max: MAX_BOARD_DESCRIPTION,
    rows: 3,
  })
  const section = TickInput(state, {
    name: 'section',
    label: words.say('administration.board-section'),
    hint: words.say('administration.board-section-hint'),
  })
  const excerptLimit = LineInput(state, {
    ...{ name: 'excerptLimit', type: 'number', inputmode: 'numeric' },
    label: words.say('administration.excerpt-limit'),
    hint: words.say('administration.excerpt-limit-hint'),
  })
  const editMinutes = LineInput(state, {
    ...{ name: 'editMinutes', type: 'number', inputmode: 'numeric' },
    label: words.say('administration.edit-minutes'),
    hint: words.say('administration.edit-minutes-hint', { limit: MAX_EDIT_MINUTES }),
  })
  return html`${title}${description}${section}${excerptLimit}${editMinutes}${ThreadFields(state, words)}`
}

/** The inputs of what may be started in a board. */
function ThreadFields(state: FormState, words: Words): Html {
  const kinds = ChoiceInput(
    state,
    {
      ...{ name: 'kinds', many: true, label: words.say('administration.kinds') },
      hint: words.say('administration.kinds-hint'),
    },
    THREAD_KINDS.map(kind => ({ value: kind, label: words.say(KIND_NAMES[kind]) })),
  )
  const prefixRequired = TickInput(state, {
    name: 'prefixRequired',
    label: words.say('administration.prefix-required'),
    hint: words.say('administration.prefix-required-hint'),
  })
  return html`${kinds}${prefixRequired}`
}

/** The input of where a board stands. */
export function PlaceField(state: FormState, places: readonly Place[], words: Words, hint?: string): Html {
  const options: Option[] = [
    { value: '', label: words.say('administration.at-the-top') },
    ...places.map(({ board, depth }) => ({ value: String(board.id), label: indented(board.title, depth) })),
  ]
  const label = words.say('administration.board-parent')
  return SelectInput(state, { name: 'parent', label, ...(hint !== undefined && { hint }) }, options)
}

/** A list to choose from knows no levels but by what stands before a name. */
export const indented = (title: string, depth: number): string =>
  `${'\u00a0\u00a0\u00a0'.repeat(depth)}${title}`
