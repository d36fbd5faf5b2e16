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

/** The line that a quote block carries, with the way to the difference where there is one. */
export function VerdictLine(quote: ShownQuote, words: Words): Html {
  const link =
    quote.differs &&
    html` · <a href="${quotePath(quote)}" rel="nofollow">${words.say('quotes.difference')}</a>`
  return html`<p class="verdict v-${quote.verdict}">${verdictWords(quote.verdict, words)}${link}</p>`
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
