import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'

/** A run of words that two texts share, that only the earlier one has, or that only the later one has. */
export interface ChangedRun {
  readonly change: 'kept' | 'removed' | 'added'
  readonly text: string
}

/** Two texts in one, what went struck out, what came underlined; told to those who do not see that. */
export function ChangedWords(runs: readonly ChangedRun[], words: Words): Html {
  const told = (text: string): Html => html`<span class="unseen">${text} </span>`
  return html`<q class="changed" dir="auto">${runs.map(({ change, text }) => {
    if (change === 'kept') return text
    return change === 'removed'
      ? html`<del>${told(words.say('changed.removed'))}${text}</del>`
      : html`<ins>${told(words.say('changed.added'))}${text}</ins>`
  })}</q>`
}
