import { type Html, html } from '#base/html.ts'
import { MAX_NAME } from '#forum/members/model.ts'
import type { OldName } from '#forum/members/store-names.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'
import { AccountPart, type Frame } from '../views.ts'

/** The form of another name, and the names before. */
export function NameForm(
  frame: Frame,
  page: {
    state: FormState
    old: readonly OldName[]
    /** When the name can be changed again; null where it can be at once. */
    mayFrom: number | null
    renameDays: number
  },
): Html {
  const { words, csrf } = frame
  const { state, old, mayFrom, renameDays } = page
  const field = LineInput(state, {
    name: 'name',
    label: words.say('account.name'),
    hint: words.say('account.name-hint', { limit: MAX_NAME, count: renameDays }),
    required: true,
    autocomplete: 'username',
  })
  const form =
    mayFrom === null
      ? html`<form class="form" method="post" action="${PATHS.name}">${csrf}${field}<div class="sends">${SubmitButton(words.say('account.name-change'))}</div></form>`
      : html`<p>${words.say('account.name-later', { date: words.date(mayFrom) })}</p>`
  const rows = old.map(
    ({ name, until }) =>
      html`<dt><bdi>${name}</bdi></dt><dd>${words.say('account.name-until', { date: words.date(until) })}</dd>`,
  )
  const before =
    old.length > 0 &&
    html`<h2>${words.say('account.names-before')}</h2><p>${words.say('account.names-before-about')}</p><dl class="facts">${rows}</dl>`
  return AccountPart(
    frame,
    PATHS.name,
    html`<p>${words.say('account.name-about')}</p>${FormNotice(state)}${form}${before}`,
  )
}
