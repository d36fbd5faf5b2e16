import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { postPath, revisionPath } from '#forum/posts/views.ts'
import type { QuoteInFull, ShownQuote } from '#forum/quotes/model.ts'
import { quotesJson, verdictWords } from '#forum/quotes/views.ts'
import { ChangedWords } from '#web/components/changed-words.ts'

/** A quote: its verdict, the difference of the words, and both texts. */
export function QuoteView({ quote, difference, quoted, source, today }: QuoteInFull, words: Words): Html {
  const { position, post, revision } = quote
  const own = html`<a href="${postPath(post)}">#${post.number}</a>`
  const named = quote.source
  const of = words.sayHtml('quotes.of', {
    post: html`<a href="${postPath(named)}"><bdi>#${named.number}</bdi></a>`,
    revision: html`<a href="${revisionPath(named, revision ?? 1)}">${revision}</a>`,
  })
  return html`<h1>${words.sayHtml('quotes.title', { position, post: own })}</h1><p class="meta">${of}</p><p class="v-${quote.verdict}">${verdictWords(quote.verdict, words)}</p><p class="hint">${about(quote, words)}</p>${
    difference.length > 0 && html`<p class="reworded">${ChangedWords(difference, words)}</p>`
  }${Side(words.say('quotes.quoted'), quoted, words)}${Side(words.say('quotes.source'), source, words)}${
    today !== null && Side(words.say('quotes.today'), today, words)
  }`
}

function about({ verdict }: ShownQuote, words: Words): string {
  switch (verdict) {
    case 'word-for-word':
      return words.say('quotes.about-word-for-word')
    case 'shortened':
      return words.say('quotes.about-shortened')
    case 'altered':
      return words.say('quotes.about-altered')
    case 'edited-since':
      return words.say('quotes.about-edited-since')
    case 'gone':
      return words.say('quotes.gone')
  }
}

const Side = (title: string, text: string, words: Words): Html =>
  html`<section class="side"><h2>${title}</h2>${
    text === ''
      ? html`<p class="hint">${words.say('quotes.no-words')}</p>`
      : html`<div class="diff" dir="auto">${text}</div>`
  }</section>`

/** The same for a program. */
export const quoteJson = ({ quote, difference, quoted, source, today }: QuoteInFull): object => ({
  ...quotesJson([quote])[0],
  ...{ difference, quoted, source, today },
})
