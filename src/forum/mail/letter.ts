import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import type { Letter, LetterPart } from './model.ts'

/** What stands under every mail. */
export interface Foot {
  readonly forumName: string
  readonly forumUrl: string
  /** Where mails of this kind are ended; null for those that cannot be. */
  readonly unsubscribe: string | null
}

/** A mail as plain text. */
export function letterText(letter: Letter, foot: Foot, words: Words): string {
  const said = (part: LetterPart): string =>
    typeof part === 'string' ? part : `${part.label}:\n${part.link}`
  const end = foot.unsubscribe === null ? [] : [`${words.say('mail.unsubscribe')}: ${foot.unsubscribe}`]
  return [...letter.parts.map(said), ['--', `${foot.forumName}, ${foot.forumUrl}`, ...end].join('\n')].join(
    '\n\n',
  )
}

/** The same as a document: paragraphs and links, no pictures, no styles, nothing from elsewhere. */
export function letterHtml(letter: Letter, foot: Foot, words: Words): Html {
  const shown = (part: LetterPart): Html =>
    typeof part === 'string'
      ? html`<p>${part}</p>\n`
      : html`<p><a href="${part.link}">${part.label}</a></p>\n`
  const end =
    foot.unsubscribe !== null &&
    html`<br>\n<a href="${foot.unsubscribe}">${words.say('mail.unsubscribe')}</a>`
  return html`<!doctype html>\n<html lang="${words.locale}" dir="${words.direction}">\n<head><meta charset="utf-8"><title>${letter.subject}</title></head>\n<body>\n${letter.parts.map(shown)}<hr>\n<p><small>${foot.forumName}, <a href="${foot.forumUrl}">${foot.forumUrl}</a>${end}</small></p>\n</body>\n</html>\n`
}
