import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { AttachmentFields, type AttachmentsShown } from '#forum/attachments/fields.ts'
import type { FormDraft } from '#forum/drafts/views.ts'
import { ComposerForm } from '#forum/posts/composer.ts'
import { type Format, MAX_POST, MAX_REASON, type Post, type PostSource } from '#forum/posts/model.ts'
import { postPath, revisionPath } from '#forum/posts/views.ts'
import { MAX_TITLE, MIN_TITLE } from '#forum/threads/model.ts'
import { LineInput } from '#web/components/field.ts'
import type { FormState } from '#web/forms.ts'
import { differencesOf, withGaps } from '../differences.ts'
import { Changes } from '../views.ts'

/** What stands around the form that changes a post. */
export interface EditOptions {
  readonly words: Words
  /** The hidden field that makes a form ours. */
  readonly csrf: Html
  readonly form: FormState
  readonly preview: string | null
  /** What was read in it, said with that; null for nothing. */
  readonly remarks: Html | null
  readonly isTyped: boolean
  readonly draft?: FormDraft | undefined
  readonly post: Post
  readonly files: AttachmentsShown
  /** The way in which it is written. */
  readonly format: Format
  /** Whether its author changes it; others say why. */
  readonly isOwn: boolean
  /** The wording that somebody else saved meanwhile. */
  readonly newer: PostSource | null
}

/** The page on which a post gets another wording, the first one's thread perhaps another title. */
export function EditView(options: EditOptions): Html {
  const { words, form, post, newer } = options
  const number = html`<a href="${postPath(post)}">#${post.number}</a>`
  const title = LineInput(form, {
    ...{ name: 'title', label: words.say('compose.title'), least: MIN_TITLE, max: MAX_TITLE, required: true },
    hint: words.say('compose.between', { least: MIN_TITLE, limit: MAX_TITLE }),
  })
  const reason = LineInput(form, {
    ...{ name: 'reason', label: words.say('compose.reason'), max: MAX_REASON, required: !options.isOwn },
    hint: options.isOwn
      ? words.say('compose.reason-about')
      : words.say('compose.reason-wanted', { limit: MAX_REASON }),
  })
  const composer = ComposerForm({
    ...options,
    action: `${postPath(post)}/edit`,
    remarksPath: `${postPath(post)}/remarks`,
    hidden: ['basedOn'],
    before: post.number === 1 && title,
    takesFiles: true,
    after: html`${AttachmentFields(form, options.files, words)}${reason}`,
    label: words.say('compose.text'),
    max: MAX_POST,
    rows: 16,
    choosesFormat: false,
    format: options.format,
    send: words.say('compose.send-edit'),
    cancel: postPath(post),
  })
  return html`<h1>${words.sayHtml('compose.edit-post', { number })}</h1>${newer && Newer(newer, options)}${composer}`
}

/** What was saved meanwhile, and what the text that was typed would change in it. */
function Newer(newer: PostSource, { words, form, post }: EditOptions): Html {
  const typed = String(form.values['source'] ?? '')
  return html`<section class="newer"><h2><a href="${revisionPath(post, newer.revision)}">${words.say('compose.newer')}</a></h2><p>${words.say(
    'compose.newer-about',
  )}</p><div class="diff" dir="auto" tabindex="0">${newer.source}</div><h2>${words.say('compose.compared')}</h2>${Changes(
    withGaps(differencesOf(newer.source, typed)),
    words,
  )}</section>`
}
