import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { LEVELS } from '#forum/permissions/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { levelsPath } from '../boards/model.ts'
import { BOARDS_PATH, LEVEL_NAMES, WHY_PATH } from '../model.ts'
import { Administration, type Frame, groupName } from '../views.ts'
import { type BoardLevels, cellName, type GroupLevel, levelsFor } from './model.ts'

/** The table of one board: a row for each group, a column for each level. */
export function PermissionTable(frame: Frame, state: FormState, levels: BoardLevels): Html {
  const { words, csrf } = frame
  const { board, from } = levels
  const inherits = from?.id !== board.id
  const above = words.say(
    board.parentId === null ? 'administration.use-defaults' : 'administration.use-above',
  )
  const content = html`<p class="lead">${From(levels, words)}</p>${FormNotice(state)}<p>${words.say('administration.levels-explained')}</p>${
    levels.hiddenBy &&
    html`<p>${words.sayHtml('administration.levels-hidden', { board: html`<bdi>${levels.hiddenBy.title}</bdi>` })}</p>`
  }<form method="post" action="${levelsPath(board.id)}">${csrf}${Table(state, levels, words)}<div class="sends">${SubmitButton(
    words.say(inherits ? 'administration.save-own-levels' : 'administration.save-levels'),
    { name: 'use', value: 'own' },
  )}${!inherits && SubmitButton(above, { kind: 'quiet', name: 'use', value: 'above' })}</div></form><p><a href="${WHY_PATH}?board=${board.id}">${words.say('administration.why-here')}</a></p>`
  return Administration(frame, {
    path: BOARDS_PATH,
    title: words.sayHtml('administration.permissions-named', { board: html`<bdi>${board.title}</bdi>` }),
    content,
    isWithin: true,
  })
}

/** Where the levels come from. */
function From({ board, from }: BoardLevels, words: Words): Html {
  if (from === null) return words.sayHtml('administration.levels-default')
  if (from.id === board.id) return words.sayHtml('administration.levels-own')
  return words.sayHtml('administration.levels-from', {
    board: html`<a href="${levelsPath(from.id)}"><bdi>${from.title}</bdi></a>`,
  })
}

function Table(state: FormState, { groups }: BoardLevels, words: Words): Html {
  const levels = LEVELS.map(level => html`<th scope="col">${words.say(LEVEL_NAMES[level])}</th>`)
  const administrators = html`<tr><th scope="row">${words.say('administration.group-administrators')}</th><td colspan="${LEVELS.length + 1}">${words.say('administration.everything')}</td></tr>`
  return html`<div class="scroll"><table class="grid levels"><thead><tr><th scope="col">${words.say('administration.group')}</th>${levels}<th scope="col">${words.say('administration.in-effect')}</th></tr></thead><tbody>${groups.map(
    each => Row(state, each, words),
  )}${administrators}</tbody></table></div>`
}

function Row(state: FormState, { group, effective }: GroupLevel, words: Words): Html {
  const name = groupName(group, words)
  const field = cellName(group.id)
  const offered = levelsFor(group)
  const cells = LEVELS.map(level => {
    if (!offered.includes(level)) return html`<td></td>`
    const label = words.say('administration.level-of', { group: name, level: words.say(LEVEL_NAMES[level]) })
    const checked = state.values[field] === level && html` checked`
    return html`<td><label><input type="radio" name="${field}" value="${level}"${checked}><span class="unseen">${label}</span></label></td>`
  })
  return html`<tr><th scope="row"><bdi>${name}</bdi></th>${cells}<td>${words.say(LEVEL_NAMES[effective])}</td></tr>`
}
