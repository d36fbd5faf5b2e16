import { type Html, html, type Part as Markup } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import type { Group } from '#forum/permissions/model.ts'
import { Notice } from '#web/components/notice.ts'
import { PartMenu } from '#web/components/part-menu.ts'
import { type Numbers, PART_GROUPS, type Part, START_PATH } from './model.ts'

/** What stands around every page of the administration. */
export interface Frame {
  readonly words: Words
  /** The hidden field that makes a form ours. */
  readonly csrf: Html
  /** Whether the reader comes from a form that was done. */
  readonly isDone: boolean
}

/** A page of the administration: the menu, a heading, and what it is about. `path` is the part that is open. */
export function Administration(
  frame: Frame,
  page: { path: string; title: Markup; content: Markup; isWithin?: boolean },
): Html {
  const { words, isDone } = frame
  const menu = PartMenu({
    label: words.say('administration.title'),
    start: { path: START_PATH, name: words.say('administration.overview') },
    groups: PART_GROUPS.map(({ name, parts }) => ({
      name: words.say(name),
      parts: parts.map(part => ({ path: part.path, name: words.say(part.name) })),
    })),
    path: page.path,
    isWithin: page.isWithin ?? false,
  })
  return html`<div class="settings administration">${menu}<div><h1>${page.title}</h1>${
    isDone && Notice('good', words.say('administration.done'))
  }${page.content}</div></div>`
}

/** The first page: what is to be known first, where everything is, and how much there is of it. */
export function Overview(frame: Frame, numbers: Numbers, warning: Html | null): Html {
  const { words } = frame
  const rows = ({ parts }: { parts: readonly Part[] }): Html =>
    html`<dl class="facts">${parts.map(
      ({ path, name, about }) =>
        html`<dt><a href="${path}">${words.say(name)}</a></dt><dd>${words.say(about)}</dd>`,
    )}</dl>`
  const groups = PART_GROUPS.map(group => html`<h2>${words.say(group.name)}</h2>${rows(group)}`)
  const count = (name: string, value: number): Html => html`<dt>${name}</dt><dd>${words.number(value)}</dd>`
  const counts = [
    count(words.say('administration.members'), numbers.members),
    count(words.say('administration.boards'), numbers.boards),
    count(words.say('administration.threads'), numbers.threads),
    count(words.say('administration.posts'), numbers.posts),
  ]
  return Administration(frame, {
    path: START_PATH,
    title: words.say('administration.title'),
    content: html`${warning}${groups}<h2>${words.say('home.numbers')}</h2><dl class="facts">${counts}</dl>`,
  })
}

/** What a text may be at most, for the hint under its label. */
export const upTo = (limit: number, words: Words): string => words.say('administration.up-to', { limit })

/** What a group is called: its own name, or that of the role whose members it holds. */
export function groupName({ kind, name }: Group, words: Words): string {
  switch (kind) {
    case 'guest':
      return words.say('administration.group-guests')
    case 'member':
      return words.say('administration.group-members')
    case 'moderator':
      return words.say('administration.group-moderators')
    case 'administrator':
      return words.say('administration.group-administrators')
    case 'custom':
      return name
  }
}
