import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import type { Board } from '#forum/boards/tree.ts'
import { MAX_PREFIX, type Prefix, TONES } from '#forum/prefixes/model.ts'
import { PrefixMark } from '#forum/prefixes/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { ChoiceInput, LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { indented } from '../boards/views.ts'
import { PREFIXES_PATH } from '../model.ts'
import { Administration, type Frame, upTo } from '../views.ts'
import { prefixPath, TONE_NAMES } from './model.ts'

type BoardLines = readonly { readonly board: Board; readonly depth: number }[]

/** All prefixes in their order, and the form of a new one. */
export function PrefixList(
  frame: Frame,
  state: FormState,
  { prefixes, boards }: { prefixes: readonly Prefix[]; boards: BoardLines },
): Html {
  const { words, csrf } = frame
  const rows = prefixes.map((prefix, index) =>
    Row(frame, prefix, { isFirst: index === 0, isLast: index === prefixes.length - 1 }),
  )
  const list =
    rows.length > 0
      ? html`<table class="list"><tbody>${rows}</tbody></table>`
      : html`<p class="nothing">${words.say('administration.no-prefixes')}</p>`
  return Administration(frame, {
    path: PREFIXES_PATH,
    title: words.say('administration.prefixes'),
    content: html`${list}<h2>${words.say('administration.new-prefix')}</h2><form class="form" method="post" action="${PREFIXES_PATH}">${csrf}${FormNotice(state)}${Fields(state, boards, words)}<div class="sends">${SubmitButton(words.say('administration.add-prefix'))}</div></form>`,
  })
}

function Row(
  { words, csrf }: Frame,
  prefix: Prefix,
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
): Html {
  const { id, name, boards } = prefix
  const count = boards.size
  const shift = (direction: 'up' | 'down', label: string, text: string, isAtEnd: boolean): Html =>
    html`<button name="direction" value="${direction}" aria-label="${label}"${isAtEnd && html` disabled`}>${text}</button>`
  return html`<tr><th scope="row">${PrefixMark(prefix, prefixPath(id))}</th><td>${words.say('administration.prefix-board-count', { count, number: words.number(count) })}</td><td><form class="acts" method="post" action="${prefixPath(id)}/shift">${csrf}${shift(
    'up',
    words.say('administration.up-named', { board: name }),
    words.say('administration.up'),
    isFirst,
  )}${shift(
    'down',
    words.say('administration.down-named', { board: name }),
    words.say('administration.down'),
    isLast,
  )}</form></td></tr>`
}

/** One prefix: its name, colour and boards, and its removal. */
export function OnePrefix(
  frame: Frame,
  state: FormState,
  { prefix, boards }: { prefix: Prefix; boards: BoardLines },
): Html {
  const { words, csrf } = frame
  const path = prefixPath(prefix.id)
  return Administration(frame, {
    path: PREFIXES_PATH,
    title: html`<bdi>${prefix.name}</bdi>`,
    content: html`<form class="form" method="post" action="${path}">${csrf}${FormNotice(state)}${Fields(state, boards, words)}<div class="sends">${SubmitButton(words.say('administration.save'))}</div></form><h2>${words.say('administration.remove')}</h2><p>${words.say('administration.prefix-remove-about')}</p><form method="post" action="${path}/remove">${csrf}${SubmitButton(words.say('administration.remove'), { kind: 'grave' })}</form>`,
    isWithin: true,
  })
}

function Fields(state: FormState, boards: BoardLines, words: Words): Html {
  const name = LineInput(state, {
    ...{ name: 'name', label: words.say('administration.prefix-name'), max: MAX_PREFIX, required: true },
    hint: upTo(MAX_PREFIX, words),
  })
  const tone = ChoiceInput(
    state,
    { name: 'tone', label: words.say('administration.prefix-tone') },
    TONES.map(each => ({ value: each, label: words.say(TONE_NAMES[each]) })),
  )
  const places = ChoiceInput(
    state,
    { name: 'boards', many: true, label: words.say('administration.prefix-boards') },
    boards
      .filter(({ board }) => !board.section)
      .map(({ board, depth }) => ({ value: String(board.id), label: indented(board.title, depth) })),
  )
  return html`${name}${tone}${places}`
}
