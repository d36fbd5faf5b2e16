import { type Html, html, joined } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import type { PostPlace } from '../posts/model.ts'
import { postPath } from '../posts/views.ts'
import { type AskedPoll, isOver, type PollOption, showsResults } from './model.ts'

/** What stands around a poll. */
export interface PollOptions {
  readonly words: Words
  /** Epoch milliseconds. */
  readonly now: number
  /** The hidden field that makes the form ours; null for whoever may neither vote nor close it. */
  readonly csrf: Html | null
  readonly mayVote: boolean
  readonly mayClose: boolean
}

/** Where votes are sent to, and where a poll is closed. */
export const pollPath = (place: PostPlace): string => `${postPath(place)}/poll`

/** A poll: its question, its options to choose from or what was chosen. The same on the page and as the answer to a vote. */
export function PollView(place: PostPlace, poll: AskedPoll, options: PollOptions): Html {
  const { words, csrf } = options
  const lines = html`<p class="question" dir="auto">${poll.question}</p>${Options(poll, options)}<p class="meta">${Facts(poll, options)}</p>`
  const label = words.say('poll.label')
  if (!csrf || !(options.mayVote || options.mayClose))
    return html`<div class="poll" role="group" aria-label="${label}">${lines}</div>`
  return html`<form class="poll" method="post" action="${pollPath(place)}" aria-label="${label}" data-island>${csrf}${lines}<div class="sends">${Buttons(place, poll, options)}</div></form>`
}

function Options(poll: AskedPoll, options: PollOptions): Html {
  const { now, mayVote } = options
  const isFree = mayVote && (poll.mine.length === 0 || poll.changeable)
  const shown = showsResults(poll, now)
  return html`<ul role="list">${poll.options.map(
    option =>
      html`<li>${isFree ? Choice(poll, option) : Chosen(poll, option, options.words)}${shown && Result(poll, option, options.words)}</li>`,
  )}</ul>`
}

function Choice(poll: AskedPoll, { id, text }: PollOption): Html {
  const type = poll.mostChoices > 1 ? 'checkbox' : 'radio'
  return html`<label><input type="${type}" name="option" value="${id}"${poll.mine.includes(id) && html` checked`}> <bdi>${text}</bdi></label>`
}

function Chosen({ mine }: AskedPoll, { id, text }: PollOption, words: Words): Html {
  return html`<span><bdi>${text}</bdi>${mine.includes(id) && html` <em>${words.say('poll.mine')}</em>`}</span>`
}

function Result({ voters }: AskedPoll, { text, votes }: PollOption, words: Words): Html {
  const share = voters === 0 ? 0 : votes / voters
  return html`<meter min="0" max="${Math.max(1, voters)}" value="${votes}" aria-label="${text}"></meter><span class="share">${words.say(
    'poll.share',
    { votes, number: words.number(votes), share: words.number(Math.round(share * 100)) },
  )}</span>`
}

function Facts(poll: AskedPoll, { words, now }: PollOptions): Html {
  const { voters, closesAt, mostChoices } = poll
  const over = isOver(poll, now)
  return joined(
    [
      words.say('poll.voters', { count: voters, number: words.number(voters) }),
      ...(mostChoices > 1 ? [words.say('poll.up-to', { count: mostChoices })] : []),
      ...(over ? [words.say('poll.closed')] : []),
      ...(!over && closesAt !== null
        ? [words.sayHtml('poll.closes', { time: html`${words.dateTime(closesAt)}` })]
        : []),
      ...(showsResults(poll, now) ? [] : [words.say('poll.hidden')]),
      ...(poll.changeable || over ? [] : [words.say('poll.fixed')]),
    ],
    ' · ',
  )
}

function Buttons(place: PostPlace, poll: AskedPoll, { words, mayVote, mayClose }: PollOptions): Html {
  const voted = poll.mine.length > 0
  const isFree = mayVote && (!voted || poll.changeable)
  return html`${isFree && html`<button class="button">${words.say(voted ? 'poll.change' : 'poll.vote')}</button>`}${
    isFree &&
    voted &&
    html`<button class="button quiet" formaction="${pollPath(place)}/withdraw">${words.say('poll.withdraw')}</button>`
  }${mayClose && html`<button class="button quiet" formaction="${pollPath(place)}/close" formnovalidate>${words.say('poll.close')}</button>`}`
}

/** A poll for a program; votes are null where they are not to be told. */
export function pollJson(poll: AskedPoll, now: number): object {
  const { question, mostChoices, closesAt, hiddenUntilVoted, changeable, voters, mine } = poll
  const shown = showsResults(poll, now)
  return {
    ...{ question, mostChoices, closesAt, hiddenUntilVoted, changeable, voters, mine },
    closed: isOver(poll, now),
    options: poll.options.map(({ id, text, votes }) => ({ id, text, votes: shown ? votes : null })),
  }
}
