import { type Html, html } from '#base/html.ts'
import type { Key, Words } from '#base/words.ts'
import type { Board } from '#forum/boards/tree.ts'
import { includes, type Level } from '#forum/permissions/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput, SelectInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { levelsPath, type Place } from '../boards/model.ts'
import { indented } from '../boards/views.ts'
import { LEVEL_NAMES, WHY_PATH } from '../model.ts'
import { Administration, type Frame, groupName } from '../views.ts'
import { type Explanation, whyPath } from './model.ts'

const ANSWERS: Readonly<Record<Level, Key>> = {
  none: 'administration.why-none',
  see: 'administration.why-see',
  read: 'administration.why-read',
  reply: 'administration.why-reply',
  start: 'administration.why-start',
}

/** The question, and the answer where one was asked for. */
export function Why(
  frame: Frame,
  state: FormState,
  places: readonly Place[],
  explanation: Explanation | null,
): Html {
  const { words } = frame
  const member = LineInput(state, {
    name: 'member',
    label: words.say('administration.why-member'),
    hint: words.say('administration.why-member-hint'),
  })
  const board = SelectInput(
    state,
    { name: 'board', label: words.say('administration.why-board') },
    places.map(({ board, depth }) => ({ value: String(board.id), label: indented(board.title, depth) })),
  )
  const form =
    places.length > 0
      ? html`<form class="form" method="get" action="${WHY_PATH}">${FormNotice(state)}${member}${board}<div class="sends">${SubmitButton(words.say('administration.why-ask'))}</div></form>`
      : html`<p class="nothing">${words.say('administration.no-boards')}</p>`
  return Administration(frame, {
    path: WHY_PATH,
    title: words.say('administration.why'),
    content: html`${explanation && Answer(explanation, words)}${form}`,
  })
}

/** What somebody may in a board, the sentences that say why, and what each of their groups gives. */
function Answer(explanation: Explanation, words: Words): Html {
  const { board, level, reason } = explanation
  const sentence = words.sayHtml(ANSWERS[level], { ...whoOf(explanation), board: linked(board) })
  const reasons = reasonsOf(explanation, words).map(each => html`<li>${each}</li>`)
  const table = !reason.everything && GroupTable(explanation, words)
  return html`<section class="answer" aria-label="${words.say('administration.why-answer')}"><p class="lead">${sentence}</p><ul>${reasons}</ul>${table}</section>`
}

/** The values of a sentence about somebody: a guest, or a member by name. */
const whoOf = ({ actor }: Explanation) => ({
  kind: actor.memberId === null ? 'guest' : 'member',
  who: html`<bdi>${actor.name ?? ''}</bdi>`,
})

const linked = (board: Board): Html => html`<a href="${levelsPath(board.id)}"><bdi>${board.title}</bdi></a>`

/** The sentences, what decides most first. */
function reasonsOf(explanation: Explanation, words: Words): Html[] {
  const { actor, board, reason, moderates } = explanation
  const who = whoOf(explanation)
  const sentences: (Html | false)[] = [
    actor.memberId === null && includes(reason.level, 'reply') && words.sayHtml('administration.why-guest'),
    actor.suspended && words.sayHtml('administration.why-suspended', { who: who.who }),
    board.section && words.sayHtml('administration.why-section', { board: linked(board) }),
    reason.everything && words.sayHtml('administration.why-everything', { who: who.who }),
    !reason.everything && Hidden(explanation, words),
    !reason.everything && From(explanation, words),
    moderates && words.sayHtml('administration.why-moderates', { who: who.who }),
  ]
  return sentences.filter(sentence => sentence !== false)
}

/** The board above that hides this one; its own explanation is a link away. */
function Hidden(explanation: Explanation, words: Words): Html | false {
  const { hiddenBy } = explanation.reason
  if (!hiddenBy) return false
  const hidden = html`<a href="${whyPath(explanation.actor.name, hiddenBy.id)}"><bdi>${hiddenBy.title}</bdi></a>`
  return words.sayHtml('administration.why-hidden', { ...whoOf(explanation), hidden })
}

/** Whose levels the board has. */
function From({ board, reason: { from } }: Explanation, words: Words): Html {
  if (from === null) return words.sayHtml('administration.why-default', { board: linked(board) })
  if (from.id === board.id) return words.sayHtml('administration.why-own', { board: linked(board) })
  return words.sayHtml('administration.why-from', { board: linked(board), from: linked(from) })
}

/** What each group gives there; the highest counts. */
function GroupTable({ reason: { groups } }: Explanation, words: Words): Html {
  const rows = groups.map(
    ({ group, level }) =>
      html`<tr><th scope="row"><bdi>${groupName(group, words)}</bdi></th><td>${words.say(LEVEL_NAMES[level])}</td></tr>`,
  )
  return html`<table><caption>${words.say('administration.why-groups')}</caption><thead><tr><th scope="col">${words.say('administration.group')}</th><th scope="col">${words.say('administration.why-gives')}</th></tr></thead><tbody>${rows}</tbody></table>`
}

/** The same for a program. */
export function explanationJson({ actor, board, reason, level, moderates }: Explanation): object {
  const named = (each: Board | null) => each && { id: each.id, title: each.title }
  const { from, hiddenBy, everything, groups } = reason
  return {
    member: actor.memberId === null ? null : { id: actor.memberId, name: actor.name, role: actor.role },
    board: named(board),
    ...{ level, moderates, everything, suspended: actor.suspended },
    reason: { level: reason.level, from: named(from), hiddenBy: named(hiddenBy), groups },
  }
}
