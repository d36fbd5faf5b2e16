import { type Html, html, joined } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { HiddenInput } from '#web/components/field.ts'
import { MemberLink } from '../members/views.ts'
import type { Thread } from '../threads/model.ts'
import { threadPagePath, threadPath } from '../threads/views.ts'
import { type ConversationAside, type ConversationLine, type Participant, queryOf } from './model.ts'

/** Where the conversations of a member are, and where one is started. */
export const CONVERSATIONS_PATH = '/conversations'
export const START_PATH = '/conversations/new'

/** Where a conversation with a member is started. */
export const startPathTo = (name: string): string => `${START_PATH}?to=${encodeURIComponent(name)}`

/** How conversations are written. */
export interface ConversationOptions {
  readonly words: Words
  /** Epoch milliseconds. */
  readonly now: number
}

/** The address of a form about a conversation. */
export const formPath = (id: number, form: string): string => `${CONVERSATIONS_PATH}/${id}/${form}`

/** Who is in a conversation, how they came, and what one may do with it. */
export function ConversationFacts(
  thread: Pick<Thread, 'id'>,
  aside: ConversationAside,
  options: ConversationOptions & { csrf(): Html },
): Html {
  const { words, csrf } = options
  const { muted, labels } = aside
  const present = aside.people.filter(each => each.leftAt === null)
  const gone = aside.people.filter(each => each.leftAt !== null)
  const mute = muted ? 'unmute' : 'mute'
  const acts = [
    aside.mayInvite &&
      html`<a href="${formPath(thread.id, 'invite')}">${words.say('conversation.invite')}</a>`,
    html`<a href="${formPath(thread.id, 'labels')}">${words.say('conversation.labels')}</a>`,
    html`<form method="post" action="${formPath(thread.id, mute)}">${csrf()}<button>${words.say(muted ? 'conversation.unmute' : 'conversation.mute')}</button></form>`,
    html`<a href="${formPath(thread.id, 'leave')}">${words.say('conversation.leave')}</a>`,
  ]
  return html`<details class="people"><summary>${words.say('conversation.people', {
    count: present.length,
    number: words.number(present.length),
  })}: ${Names(present)}</summary><ul>${present.map(each => Came(each, options))}${gone.map(each => Came(each, options))}</ul></details>${Labels(labels)}<div class="acts care" role="group" aria-label="${words.say('conversation.manage')}">${acts}</div>`
}

const Names = (people: readonly Participant[]): Html =>
  joined(
    people.map(each => html`<bdi>${each.name}</bdi>`),
    ', ',
  )

/** Who came by whom and when, and who has left. */
function Came(person: Participant, { words, now }: ConversationOptions): Html {
  const { invitedBy, joinedAt, leftAt } = person
  const [name, time] = [MemberLink(person), words.time(leftAt ?? joinedAt, now)]
  if (leftAt !== null) return html`<li>${words.sayHtml('conversation.left', { name, time })}</li>`
  if (!invitedBy) return html`<li>${words.sayHtml('conversation.began', { name, time })}</li>`
  const inviter = MemberLink(invitedBy)
  return html`<li>${words.sayHtml('conversation.invited', { name, inviter, time })}</li>`
}

function Labels(labels: readonly string[]): Html | null {
  if (labels.length === 0) return null
  const links = labels.map(
    label => html`<a href="${CONVERSATIONS_PATH}${queryOf({ label })}" class="tag"><bdi>${label}</bdi></a>`,
  )
  return html`<p class="meta">${links}</p>`
}

/** The button by which what stands above it is read; a script presses it when it comes into sight. */
export function MarkRead(
  at: { readonly id: number; readonly number: number },
  { words, csrf }: { words: Words; csrf: Html },
): Html {
  return html`<form class="mark-read" method="post" action="${formPath(at.id, 'read')}" data-read>${csrf}${HiddenInput('number', at.number)}<button class="button quiet">${words.say('conversation.mark-read')}</button></form>`
}

/** A conversation in the list: its title and people, its labels, its size, who wrote last. */
export function ConversationRow(line: ConversationLine, { words, now }: ConversationOptions): Html {
  const { postCount: count, others, readNumber, lastNumber } = line
  const isUnread = lastNumber > readNumber
  const first = threadPath(line, isUnread ? readNumber + 1 : undefined)
  const last = html`<b><bdi>${line.lastAuthorName ?? words.say('thread.guest')}</bdi></b> ${words.time(line.lastPostAt, now)}`
  const people =
    others.length === 0
      ? words.say('conversation.alone')
      : joined(
          others.map(name => html`<bdi>${name}</bdi>`),
          ', ',
        )
  const tags = [
    isUnread && html`<span class="tag">${words.say('conversation.unread')}</span>`,
    line.muted && html`<span class="tag">${words.say('conversation.muted')}</span>`,
  ]
  return html`<div class="row${isUnread && ' new'}"><div><h3>${tags}<a href="${first}"><bdi>${line.title}</bdi></a></h3><p>${people}${line.labels.map(
    label => html` · <bdi>${label}</bdi>`,
  )}</p></div><div class="n">${words.sayHtml('board.posts', {
    count,
    number: html`<b>${words.number(count)}</b>`,
  })}</div><div class="last"><a href="${threadPath(line, lastNumber)}">${last}</a></div></div>`
}

/** What stands beside the posts of a conversation, for a program. */
export const asideJson = ({ people, muted, labels, readNumber, mayInvite }: ConversationAside): object => ({
  ...{ people, muted, labels, readNumber, mayInvite },
})

/** A conversation in the list, for a program. */
export function lineJson(line: ConversationLine): object {
  const { id, title, postCount, lastNumber, lastPostAt, lastAuthorName } = line
  const { others, labels, muted, readNumber } = line
  return {
    ...{ id, title, path: threadPagePath(line, 1), postCount, lastNumber, lastPostAt, lastAuthorName },
    ...{ others, labels, muted, readNumber, unread: lastNumber > readNumber },
  }
}
