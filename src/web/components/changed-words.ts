import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'

/** A run of words that two texts share, that only the earlier one has, or that only the later one has. */
export interface ChangedRun {
  readonly change: 'kept' | 'removed' | 'added'
  readonly text: string
}

/** What a later text has and an earlier one has not: underlined, and said to those who do not see that. */
export const Added = (text: string, words: Words): Html =>
  html`<ins><span class="unseen">${words.say('history.added')} </span>${text}</ins>`

/** What a later text has no more: struck out, and said to those who do not see that. */
export const Removed = (text: string, words: Words): Html =>
  html`<del><span class="unseen">${words.say('history.removed')} </span>${text}</del>`

/** Two wordings of a quotation in one. The space behind a word is not marked, else its stroke looks like a hyphen. */
export function ChangedWords(runs: readonly ChangedRun[], words: Words): Html {
  return html`<q class="changed" dir="auto">${runs.map(({ change, text }) => {
    if (change === 'kept') return text
    const shown = text.trimEnd()
    const marked = change === 'removed' ? Removed(shown, words) : Added(shown, words)
    return html`${marked}${text.slice(shown.length)}`
  })}</q>`
}
