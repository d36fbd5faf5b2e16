import { type Html, html, type Part } from '#base/html.ts'
import { randomToken } from '#base/ids.ts'
import type { Words } from '#base/words.ts'
import { SubmitButton } from '#web/components/button.ts'
import { ChoiceInput, HiddenInput, TextInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import { type FormState, freshForm } from '#web/forms.ts'
import { SAVE } from '../drafts/model.ts'
import { DraftLine, draftAttributes, type FormDraft } from '../drafts/views.ts'
import { type Format, MAX_POST } from './model.ts'
import { HowToWrite, Toolbar } from './toolbar.ts'
import { PostText } from './views.ts'

/** The name of the buttons of a composer, and what the one for the preview says. */
export const ACT = 'act'
export const PREVIEW = 'preview'

/** What a form for a post's text is made of. Its text is the field `source`. */
export interface Composer {
  readonly words: Words
  readonly form: FormState
  /** Where it is sent. */
  readonly action: string
  /** The hidden field that makes it ours. */
  readonly csrf: Html
  /** The fields that go with it unseen. */
  readonly hidden: readonly string[]
  readonly label: Part
  /** The most that a text may have, in UTF-16 units. */
  readonly max: number
  readonly rows?: number
  /** Fields before and after the text. */
  readonly before?: Part
  readonly after?: Part
  /** Whether the way of writing can be chosen, as the field `format`. */
  readonly choosesFormat: boolean
  /** The way of writing where that cannot be chosen. */
  readonly format?: Format
  /** What the button says that sends it. */
  readonly send: string
  /** Where one goes who thinks better of it. */
  readonly cancel?: string
  /** The text as it would stand, when that was asked for. */
  readonly preview: string | null
  /**
   * What was read in it, to be said with its preview; null for nothing. It stands behind the buttons: the first button of a
   * form is the one that Enter presses.
   */
  readonly remarks?: Html | null
  /** Where a script asks for that while somebody types. */
  readonly remarksPath: string
  /** Whether the text is not what stands there from the start, so that leaving the page would lose it. */
  readonly isTyped: boolean
  /** Whether it holds an input for files, and its route reads them. */
  readonly takesFiles?: boolean
  /** The draft of what is written here; left out where none is kept. */
  readonly draft?: FormDraft | undefined
  readonly id?: string
}

/** A form to write a post in: its preview, the text, how it is written, and its buttons. */
export function ComposerForm(composer: Composer): Html {
  const { words, form, action, csrf, hidden, id, isTyped, cancel, remarksPath, draft } = composer
  const attributes = html`${id && html` id="${id}"`}${composer.takesFiles && html` enctype="multipart/form-data"`}${isTyped && html` data-typed`}${draft && draftAttributes(draft)}${composer.format && html` data-format="${composer.format}"`}`
  return html`${draft && DraftLine(draft, composer)}<form class="composer" method="post" action="${action}"${attributes} data-keep data-remarks="${remarksPath}" data-failed="${words.say('compose.not-sent')}">${csrf}${hidden.map(name => HiddenInput(name, String(form.values[name] ?? '')))}${FormNotice(form)}
<div class="preview" id="preview" aria-live="polite">${composer.preview !== null && Preview(composer.preview, words)}${
    composer.remarks && html`<p><a href="#remarks">${words.say('compose.remarks')}</a></p>`
  }</div>
${composer.before}${TextInput(form, {
  name: 'source',
  label: composer.label,
  hint: html`${words.say('compose.up-to', { limit: composer.max })} ${HowToWrite(words)}`,
  max: composer.max,
  rows: composer.rows ?? 12,
  required: true,
})}${composer.choosesFormat && FormatChoice(form, words)}${composer.after}
<div class="sends">${SubmitButton(composer.send)}${PreviewButton(words)}${draft && SaveButton(words)}${cancel && html`<a href="${cancel}">${words.say('compose.cancel')}</a>`}</div><div class="remarks" id="remarks" data-live>${composer.remarks}</div><p class="unseen" role="status"></p>${Toolbar(words)}</form>`
}

/** What the form of a reply is made of. */
export interface ReplyComposer
  extends Pick<Composer, 'words' | 'form' | 'csrf' | 'isTyped' | 'preview' | 'remarks' | 'after' | 'draft'> {
  readonly threadId: number
  readonly id?: string
  readonly rows?: number
  readonly cancel?: string
}

/** The form to reply in a thread. */
export function ReplyForm(reply: ReplyComposer): Html {
  const { words, threadId } = reply
  return ComposerForm({
    ...reply,
    action: `/threads/${threadId}/posts`,
    remarksPath: `/threads/${threadId}/remarks`,
    hidden: ['requestKey'],
    takesFiles: true,
    label: words.say('compose.reply'),
    max: MAX_POST,
    choosesFormat: true,
    send: words.say('compose.send-reply'),
  })
}

/**
 * The state of a form for a new post. Its key is drawn once and goes with it however often it is sent, so that it becomes
 * one post.
 */
export function freshComposer(source = ''): FormState {
  return freshForm({ source, format: 'markdown', requestKey: randomToken() })
}

/** A rendered text under its heading, as a form shows it above what was typed. */
export function Preview(rendered: string, words: Words): Html {
  const text = words.say('compose.text')
  return html`<h2>${words.say('compose.preview')}</h2><h3 class="unseen">${text}</h3><div class="body">${PostText(rendered)}</div>`
}

const PreviewButton = (words: Words): Html =>
  html`<button class="button quiet" name="${ACT}" value="${PREVIEW}" formnovalidate data-into="preview">${words.say('compose.preview')}</button>`

const SaveButton = (words: Words): Html =>
  html`<button class="button quiet" name="${ACT}" value="${SAVE}" formnovalidate>${words.say('drafts.save')}</button>`

function FormatChoice(form: FormState, words: Words): Html {
  const isOpen = form.problem?.field === 'format' && html` open`
  const choice = ChoiceInput(
    form,
    { name: 'format', label: words.say('compose.format'), hint: words.say('compose.format-about') },
    [
      { value: 'markdown', label: 'Markdown' },
      { value: 'bbcode', label: 'BBCode' },
    ],
  )
  return html`<details class="more"${isOpen}><summary>${words.say('compose.format')}</summary>${choice}</details>`
}
