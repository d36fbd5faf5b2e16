import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { postPath } from '../posts/views.ts'
import type { ShownQuote, Verdict } from './model.ts'

/** The page of a quote: its verdict, and the words of both sides. */
export const quotePath = ({ post, position }: Pick<ShownQuote, 'post' | 'position'>): string =>
  `${postPath(post)}/quotes/${position}`

/** A verdict in words. */
export function verdictWords(verdict: Verdict, words: Words): string {
  switch (verdict) {
    case 'word-for-word':
      return words.say('quotes.word-for-word')
    case 'shortened':
      return words.say('quotes.shortened')
    case 'altered':
      return words.say('quotes.altered')
    case 'edited-since':
      return words.say('quotes.edited-since')
    case 'gone':
      return words.say('quotes.gone')
  }
}

/** What stands beside the name of whom a quote block quotes, with the way to the difference where there is one. */
export function VerdictMark(quote: ShownQuote, words: Words): Html {
  const link =
    quote.differs &&
    html` · <a href="${quotePath(quote)}" rel="nofollow">${words.say('quotes.difference')}</a>`
  return html`<bdi class="verdict v-${quote.verdict}">${verdictWords(quote.verdict, words)}${link}</bdi>`
}

/** The quotes of a post for a program. */
export const quotesJson = (quotes: readonly ShownQuote[]): object[] =>
  quotes.map(quote => ({
    position: quote.position,
    post: quote.source,
    revision: quote.revision,
    verdict: quote.verdict,
    path: quote.verdict === 'gone' ? null : quotePath(quote),
  }))

/**
 * What a script needs to collect quotes, unseen until it does: the bar that counts them, at the end of a page with a form
 * to write in, and the buttons for words that are selected.
 */
export const QuoteTools = (words: Words): Html =>
  html`<div class="quote-bar" data-quotes role="group" aria-label="${words.say('quotes.collected')}" hidden><span>${words.say('quotes.collected')} <b data-count></b></span><button type="button" class="button quiet" data-insert>${words.say('quotes.insert')}</button><button type="button" class="link" data-forget>${words.say('quotes.forget')}</button></div><div class="quote-words" data-picked role="group" aria-label="${words.say('quotes.now')}" hidden><button type="button" data-now>${words.say('quotes.now')}</button><button type="button" data-later>${words.say('quotes.later')}</button></div>`
