import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { AttachmentFields, type AttachmentsShown } from '#forum/attachments/fields.ts'
import type { Board } from '#forum/boards/tree.ts'
import { boardPath } from '#forum/boards/views.ts'
import { DetailInputs, type DetailOffers, wantsDetails } from '#forum/details/fields.ts'
import type { FormDraft } from '#forum/drafts/views.ts'
import type { Duplicate } from '#forum/duplicates/model.ts'
import { DuplicateList } from '#forum/duplicates/views.ts'
import { PollFields } from '#forum/polls/fields.ts'
import { ACT, ComposerForm, ReplyForm } from '#forum/posts/composer.ts'
import { MAX_POST } from '#forum/posts/model.ts'
import { QuoteTools } from '#forum/quotes/views.ts'
import { MOST_DAYS_AHEAD } from '#forum/scheduled/model.ts'
import { MAX_TITLE, MIN_TITLE } from '#forum/threads/model.ts'
import { threadPath } from '#forum/threads/views.ts'
import { LineInput } from '#web/components/field.ts'
import type { FormState } from '#web/forms.ts'
import { QUOTE, type ReplyPage, type StartPage } from './model.ts'

/** What stands around a form that is shown. */
export interface ComposeOptions {
  /** The files of the form. */
  readonly files?: AttachmentsShown
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
  readonly draft?: FormDraft | undefined
}

/** What goes into the form that starts a thread. */
export interface Starting {
  readonly offers: DetailOffers
  /** Threads like it, where it was tried. */
  readonly duplicates: readonly Duplicate[]
  /** Epoch milliseconds. */
  readonly now: number
}

/** The same form with the threads noted that its writer is told of: sent again, it is meant. */
export function withTold(options: ComposeOptions, duplicates: readonly Duplicate[]): ComposeOptions {
  if (duplicates.length === 0) return options
  const told = duplicates.map(thread => thread.id).join(' ')
  return { ...options, form: { ...options.form, values: { ...options.form.values, told } } }
}

/** Where threads like it are told of; a script asks for them while the title is typed. */
const Like = (board: Board, { words }: ComposeOptions, { duplicates, now }: Starting): Html =>
  html`<div class="duplicates" data-duplicates="/boards/${board.id}/duplicates" aria-live="polite">${DuplicateList(duplicates, { words, now })}</div>`

/** What few threads need, folded until there is something in it. */
function MoreFields({ words, form }: ComposeOptions, { offers }: Starting): Html {
  const isOpen =
    wantsDetails(form, offers) || Boolean(form.values['publishAt']) || form.problem?.field === 'publishAt'
  const zone = words.timeZone.replaceAll('_', ' ')
  return html`<details class="more"${isOpen && html` open`}><summary>${words.say('compose.more')}</summary>${DetailInputs(form, offers, words)}${LineInput(
    form,
    {
      ...{ name: 'publishAt', label: words.say('scheduled.at'), type: 'datetime-local' },
      hint: words.say('scheduled.at-hint', { limit: MOST_DAYS_AHEAD, zone }),
    },
  )}</details>`
}

/** The page on which a thread is started. */
export function StartView({ board }: StartPage, options: ComposeOptions, starting: Starting): Html {
  const { words, form } = options
  const title = LineInput(form, {
    ...{ name: 'title', label: words.say('compose.title'), least: MIN_TITLE, max: MAX_TITLE, required: true },
    hint: words.say('compose.between', { least: MIN_TITLE, limit: MAX_TITLE }),
    autofocus: !options.isTyped,
  })
  return html`<h1>${words.sayHtml('compose.new-thread-in', { board: html`<bdi>${board.title}</bdi>` })}</h1>${ComposerForm(
    {
      ...options,
      action: `/boards/${board.id}/threads`,
      remarksPath: `/boards/${board.id}/remarks`,
      hidden: ['requestKey', 'told'],
      before: html`${title}${Like(board, options, starting)}`,
      takesFiles: true,
      after: html`${Files(options)}${MoreFields(options, starting)}${PollFields(form, words)}`,
      label: words.say('compose.text'),
      max: MAX_POST,
      choosesFormat: true,
      send: words.say(starting.duplicates.length > 0 ? 'duplicate.anyway' : 'compose.send-thread'),
      cancel: boardPath(board),
    },
  )}${QuoteTools(words)}`
}

const Files = ({ form, files, words }: ComposeOptions): Html | null =>
  files ? AttachmentFields(form, files, words) : null

/** The page on which a reply is written. */
export function ReplyView({ thread }: ReplyPage, options: ComposeOptions): Html {
  const { words } = options
  const reply = ReplyForm({
    ...options,
    threadId: thread.id,
    after: html`${Files(options)}${MoreQuotes(options)}`,
    cancel: threadPath(thread, thread.lastNumber),
  })
  return html`<h1>${words.sayHtml('compose.reply-to', { title: html`<bdi>${thread.title}</bdi>` })}</h1>${reply}${QuoteTools(words)}`
}

/** Asks for quotes of more posts without leaving the form. */
function MoreQuotes({ words, form }: ComposeOptions): Html {
  const numbers = LineInput(form, {
    ...{ name: 'quote', label: words.say('compose.quote-numbers'), hint: words.say('compose.quote-hint') },
  })
  return html`<details class="more"><summary>${words.say('compose.quote-more')}</summary>${numbers}<button class="button quiet" name="${ACT}" value="${QUOTE}" formnovalidate>${words.say('compose.quote-add')}</button></details>`
}
