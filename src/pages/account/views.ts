import { type Html, html, type Part } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { Notice } from '#web/components/notice.ts'
import { PartMenu } from '#web/components/part-menu.ts'
import { PART_GROUPS, PARTS } from './model.ts'

/** What stands around every part of an account. */
export interface Frame {
  readonly words: Words
  /** The hidden field that makes a form ours. */
  readonly csrf: Html
  /** What to say to somebody who comes from a form that was done; null for others. */
  readonly said: string | null
}

/** A part of an account: the menu, its name, and what it is about. `path` is the part that is open. */
export function AccountPart(frame: Frame, path: string, content: Part): Html {
  const { words, said } = frame
  const groups = PART_GROUPS.map(({ name, parts }) => ({
    name: words.say(name),
    parts: parts.map(part => ({ path: part.path, name: words.say(part.name) })),
  }))
  const name = PARTS.find(part => part.path === path)?.name ?? 'account.title'
  const menu = PartMenu({ label: words.say('account.title'), groups, path })
  return html`<div class="settings account">${menu}<div><h1>${words.say(name)}</h1>${said !== null && Notice('good', said)}${content}</div></div>`
}

/** Tells password managers whose password a form is about. It is not sent. */
export function AccountName(name: string): Html {
  return html`<input type="text" autocomplete="username" value="${name}" readonly hidden>`
}
