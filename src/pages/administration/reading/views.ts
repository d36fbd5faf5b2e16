import { type Html, html } from '#base/html.ts'
import { READING_PATH } from '../model.ts'
import { Administration, type Frame } from '../views.ts'

/** How far a round through all posts has come. Times are epoch milliseconds. */
export interface ReadingProgress {
  /** How many posts there are. */
  readonly posts: number
  /** How many of them are known to be read by the present version. */
  readonly looked: number
  /** How many had to be read anew for that. */
  readonly read: number
  /** Null before the first round of this version. */
  readonly startedAt: number | null
  /** Null while it is under way. */
  readonly finishedAt: number | null
}

/** The page about the reading of posts: how far it is, and since when. */
export function ReadingView(frame: Frame, progress: ReadingProgress, now: number): Html {
  const { words } = frame
  const { posts, looked, read, startedAt, finishedAt } = progress
  const sentence = words.say('administration.reading-so-far', {
    looked: words.number(looked),
    posts: words.number(posts),
  })
  const fact = (name: string, value: Html | string): Html => html`<dt>${name}</dt><dd>${value}</dd>`
  const facts = [
    fact(words.say('administration.reading-anew'), words.number(read)),
    startedAt !== null && fact(words.say('administration.reading-began'), words.time(startedAt, now)),
    finishedAt !== null && fact(words.say('administration.reading-ended'), words.time(finishedAt, now)),
  ]
  return Administration(frame, {
    path: READING_PATH,
    title: words.say('administration.reading'),
    content: html`<p>${words.say('administration.reading-explained')}</p><p><label>${sentence}<br><progress value="${looked}" max="${Math.max(
      posts,
      1,
    )}"></progress></label></p><p class="meta">${words.say(stateOf(progress))}</p><dl class="facts">${facts}</dl>`,
  })
}

function stateOf({
  startedAt,
  finishedAt,
}: ReadingProgress):
  | 'administration.reading-waits'
  | 'administration.reading-goes-on'
  | 'administration.reading-done' {
  if (startedAt === null) return 'administration.reading-waits'
  return finishedAt === null ? 'administration.reading-goes-on' : 'administration.reading-done'
}
