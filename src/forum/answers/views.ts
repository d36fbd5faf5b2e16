import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { postPath } from '../posts/views.ts'
import type { ShownAnswer } from './model.ts'

/** The line under a question: which post answers it, whose it is, and how it begins. */
export function AnswerLine({ author, excerpt, ...place }: ShownAnswer, words: Words): Html {
  const link = html`<a href="${postPath(place)}">${words.say('answer.of', { number: `#${place.number}` })}</a>`
  return html`<p class="answer">${words.sayHtml('answer.line', { link, author: html`<bdi>${author ?? words.say('thread.guest')}</bdi>` })} <q dir="auto">${excerpt}</q></p>`
}

/** The mark of the post that is the answer. */
export const AnswerMark = (words: Words): Html => html`<p class="answer">${words.say('answer.mark')}</p>`
