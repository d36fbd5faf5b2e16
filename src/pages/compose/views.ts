import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { boardPath } from '#forum/boards/views.ts'
import { PollFields } from '#forum/polls/fields.ts'
import { ACT, ComposerForm, ReplyForm } from '#forum/posts/composer.ts'
import { MAX_POST } from '#forum/posts/model.ts'
import { MAX_TITLE, MIN_TITLE } from '#forum/threads/model.ts'
import { threadPath } from '#forum/threads/views.ts'
import { LineInput } from '#web/components/field.ts'
import type { FormState } from '#web/forms.ts'
import { QUOTE, type ReplyPage, type StartPage } from './model.ts'

/** What stands around a form that is shown. */
export interface ComposeOptions {
  readonly words: Words
  /** The hidden field that makes a form ours. */
  readonly csrf: Html
  readonly form: FormState
  /** The text as it would stand, when that was asked for. */
  readonly preview: string | null
  /** What was read in it, said with that; null for nothing. */
  readonly remarks: Html | null
  /** Whether the form holds what somebody typed. */
  readonly isTyped: boolean
}

/** The page on which a thread is started. */
export function StartView({ board }: StartPage, options: ComposeOptions): Html {
  const { words, form } = options
  const title = LineInput(form, {
    ...{ name: 'title', label: words.say('compose.title'), max: MAX_TITLE, required: true },
    hint: words.say('compose.between', { least: MIN_TITLE, limit: MAX_TITLE }),
    autofocus: !options.isTyped,
  })
  return html`<h1>${words.sayHtml('compose.new-thread-in', { board: html`<bdi>${board.title}</bdi>` })}</h1>${ComposerForm(
    {
      ...options,
      action: `/boards/${board.id}/threads`,
      remarksPath: `/boards/${board.id}/remarks`,
      hidden: ['requestKey'],
      before: title,
      after: PollFields(form, words),
      label: words.say('compose.text'),
      max: MAX_POST,
      choosesFormat: true,
      send: words.say('compose.send-thread'),
      cancel: boardPath(board),
    },
  )}`
}

/** The page on which a reply is written. */
export function ReplyView({ thread }: ReplyPage, options: ComposeOptions): Html {
  const { words } = options
  const reply = ReplyForm({
    ...options,
    threadId: thread.id,
    after: MoreQuotes(options),
    cancel: threadPath(thread, thread.lastNumber),
  })
  return html`<h1>${words.sayHtml('compose.reply-to', { title: html`<bdi>${thread.title}</bdi>` })}</h1>${reply}`
}

/** Asks for quotes of more posts without leaving the form. */
function MoreQuotes({ words, form }: ComposeOptions): Html {
  const numbers = LineInput(form, {
    ...{ name: 'quote', label: words.say('compose.quote-numbers'), hint: words.say('compose.quote-hint') },
  })
  return html`<details class="more"><summary>${words.say('compose.quote-more')}</summary>${numbers}<button class="button quiet" name="${ACT}" value="${QUOTE}" formnovalidate>${words.say('compose.quote-add')}</button></details>`
}
