import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { MAX_GROUP_NAME } from '#forum/permissions/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { GROUPS_PATH, MEMBERS_PATH } from '../model.ts'
import { Administration, type Frame, groupName, upTo } from '../views.ts'
import { type CountedGroup, groupPath } from './model.ts'

/** All groups, and the form of a new one. */
export function GroupList(frame: Frame, state: FormState, groups: readonly CountedGroup[]): Html {
  const { words, csrf } = frame
  const rows = groups.map(({ group, count }) =>
    group.kind === 'custom'
      ? html`<tr><th scope="row"><a href="${groupPath(group.id)}"><bdi>${group.name}</bdi></a></th><td>${Count(count, words)}</td></tr>`
      : html`<tr><th scope="row">${groupName(group, words)}</th><td>${Count(count, words)}</td></tr>`,
  )
  const content = html`<p>${words.say('administration.groups-explained')}</p><table class="list"><thead><tr><th scope="col">${words.say('administration.group')}</th><th scope="col">${words.say('administration.members')}</th></tr></thead><tbody>${rows}</tbody></table><h2>${words.say('administration.new-group')}</h2><form class="form" method="post" action="${GROUPS_PATH}">${csrf}${FormNotice(state)}${Name(state, words)}<div class="sends">${SubmitButton(words.say('administration.add-group'))}</div></form>`
  return Administration(frame, {
    path: GROUPS_PATH,
    title: words.say('administration.groups'),
    content,
  })
}

/** One group: its name, and its removal. */
export function OneGroup(frame: Frame, state: FormState, { group, count }: CountedGroup): Html {
  const { words, csrf } = frame
  const path = groupPath(group.id)
  const content = html`<p class="meta"><a href="${MEMBERS_PATH}?group=${group.id}">${Count(count, words)}</a></p><form class="form" method="post" action="${path}">${csrf}${FormNotice(state)}${Name(state, words)}<div class="sends">${SubmitButton(words.say('administration.save'))}</div></form><h2>${words.say('administration.remove')}</h2><p>${words.say('administration.remove-group-about')}</p><form method="post" action="${path}/remove">${csrf}${SubmitButton(words.say('administration.remove'), { kind: 'grave' })}</form>`
  return Administration(frame, {
    path: GROUPS_PATH,
    title: html`<bdi>${group.name}</bdi>`,
    content,
    isWithin: true,
  })
}

function Count(count: number | null, words: Words): Html {
  if (count === null) return words.sayHtml('administration.everybody')
  return words.sayHtml('administration.group-count', { count, number: words.number(count) })
}

function Name(state: FormState, words: Words): Html {
  return LineInput(state, {
    name: 'name',
    label: words.say('administration.group-name'),
    hint: upTo(MAX_GROUP_NAME, words),
    max: MAX_GROUP_NAME,
    required: true,
  })
}
