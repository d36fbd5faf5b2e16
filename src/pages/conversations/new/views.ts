import { type Html, html } from '#base/html.ts'
import { AttachmentFields, type AttachmentsShown } from '#forum/attachments/fields.ts'
import { MAX_NAMES, MOST_PEOPLE, STARTS } from '#forum/conversations/model.ts'
import { CONVERSATIONS_PATH } from '#forum/conversations/views.ts'
import { type Composer, ComposerForm } from '#forum/posts/composer.ts'
import { MAX_POST } from '#forum/posts/model.ts'
import { MAX_TITLE, MIN_TITLE } from '#forum/threads/model.ts'
import { LineInput } from '#web/components/field.ts'

/** The form that starts a conversation. */
export function NewConversation(
  options: Pick<Composer, 'words' | 'form' | 'csrf' | 'preview' | 'remarks' | 'isTyped' | 'draft'> & {
    readonly files: AttachmentsShown
  },
): Html {
  const { words, form, isTyped, files } = options
  const people = LineInput(form, {
    ...{ name: 'people', label: words.say('conversation.to'), max: MAX_NAMES, required: true },
    hint: words.say('conversation.to-hint', { limit: MOST_PEOPLE - 1 }),
    autocomplete: 'off',
    autofocus: !isTyped,
  })
  const title = LineInput(form, {
    ...{ name: 'title', label: words.say('compose.title'), max: MAX_TITLE, required: true },
    hint: words.say('compose.between', { least: MIN_TITLE, limit: MAX_TITLE }),
  })
  return html`<h1>${words.say('conversation.new')}</h1><p class="meta">${words.say('conversation.new-about', {
    limit: STARTS.count,
  })}</p>${ComposerForm({
    ...options,
    action: CONVERSATIONS_PATH,
    remarksPath: `${CONVERSATIONS_PATH}/remarks`,
    hidden: ['requestKey'],
    before: html`${people}${title}`,
    after: AttachmentFields(form, files, words),
    takesFiles: true,
    label: words.say('compose.text'),
    max: MAX_POST,
    choosesFormat: true,
    send: words.say('conversation.send'),
    cancel: CONVERSATIONS_PATH,
  })}`
}
