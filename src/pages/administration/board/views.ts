import { type Html, html } from '#base/html.ts'
import type { Board } from '#forum/boards/tree.ts'
import { boardPath } from '#forum/boards/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { changePath, levelsPath, type Place } from '../boards/model.ts'
import { PlaceField, TextFields } from '../boards/views.ts'
import { BOARDS_PATH } from '../model.ts'
import { Administration, type Frame } from '../views.ts'

/** One board, and what can be done with it. */
export interface BoardToChange {
  readonly board: Board
  /** Whether it holds neither boards nor threads. */
  readonly isEmpty: boolean
  /** Where it may be put. */
  readonly places: readonly Place[]
}

/** The forms of one board. */
export function OneBoard(frame: Frame, state: FormState, { board, isEmpty, places }: BoardToChange): Html {
  const { words, csrf } = frame
  const path = changePath(board.id)
  const texts = html`<form class="form" method="post" action="${path}">${csrf}${TextFields(state, words)}<div class="sends">${SubmitButton(words.say('administration.save'))}</div></form>`
  const place = html`<h2>${words.say('administration.place')}</h2><form class="form" method="post" action="${path}/move">${csrf}${PlaceField(state, places, words, words.say('administration.place-hint'))}<div class="sends">${SubmitButton(words.say('administration.move'), { kind: 'quiet' })}</div></form>`
  const removal = isEmpty
    ? html`<p>${words.say('administration.remove-board-about')}</p><form method="post" action="${path}/remove">${csrf}${SubmitButton(words.say('administration.remove'), { kind: 'grave' })}</form>`
    : html`<p>${words.say('refused.board-not-empty')}</p>`
  return Administration(frame, {
    path: BOARDS_PATH,
    title: html`<bdi>${board.title}</bdi>`,
    content: html`<p class="meta"><a href="${levelsPath(board.id)}">${words.say('administration.permissions')}</a> · <a href="${boardPath(board)}">${words.say('administration.look-at-board')}</a></p>${FormNotice(state)}${texts}${place}<h2>${words.say('administration.remove')}</h2>${removal}`,
    isWithin: true,
  })
}
