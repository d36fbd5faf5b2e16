import { type Html, html, type Part } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { Notice } from '#web/components/notice.ts'
import { PARTS } from './model.ts'

/** What stands around every part of an account. */
export interface Frame {
  readonly words: Words
  /** The hidden field that makes a form ours. */
  readonly csrf: Html
  /** What to say to somebody who comes from a form that was done; null for others. */
  readonly said: string | null
}

/** A part of an account: the menu, and what it is about. `path` is the part that is open. */
export function AccountPart(frame: Frame, path: string, content: Part): Html {
  const { words, said } = frame
  const links = PARTS.map(part => {
    const here = part.path === path && html` aria-current="page"`
    return html`<a href="${part.path}"${here}>${words.say(part.name)}</a>`
  })
  return html`<h1>${words.say('account.title')}</h1><nav class="tabs" aria-label="${words.say('account.title')}">${links}</nav>${said !== null && Notice('good', said)}${content}`
}

/** Tells password managers whose password a form is about. It is not sent. */
export function AccountName(name: string): Html {
  return html`<input type="text" autocomplete="username" value="${name}" readonly hidden>`
}
