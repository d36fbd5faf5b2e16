import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { DetailInputs, type DetailOffers } from '#forum/details/fields.ts'
import { MAX_TITLE, MIN_TITLE, type Thread } from '#forum/threads/model.ts'
import { threadPath } from '#forum/threads/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'

/** What stands around a form about a thread. */
export interface CareOptions {
  readonly words: Words
  /** The hidden field that makes a form ours. */
  readonly csrf: Html
  readonly thread: Thread
  /** What can be said of it besides its title; null for a conversation. */
  readonly offers: DetailOffers | null
}

/** The form that says of a thread what it is: its title, kind, source, prefix and tags. */
export function DetailsForm(form: FormState, { words, csrf, thread, offers }: CareOptions): Html {
  const title = LineInput(form, {
    ...{ name: 'title', label: words.say('compose.title'), max: MAX_TITLE, required: true, autofocus: true },
    hint: words.say('compose.between', { least: MIN_TITLE, limit: MAX_TITLE }),
  })
  return html`<h1>${words.say('thread.details-this')}</h1><form class="form" method="post" action="/threads/${thread.id}/rename">${csrf}${FormNotice(
    form,
  )}${title}${offers && DetailInputs(form, offers, words)}<div class="sends">${SubmitButton(words.say('compose.send-edit'))}${Cancel(thread, words)}</div></form>`
}

/** The question before a thread is deleted. */
export function DeleteThreadForm(form: FormState, { words, csrf, thread }: CareOptions): Html {
  return html`<h1>${words.say('thread.delete-this')}</h1><p class="lead"><bdi>${thread.title}</bdi></p><p>${words.say('thread.delete-about')}</p><form class="form" method="post" action="/threads/${thread.id}/delete">${csrf}${FormNotice(
    form,
  )}<div class="sends">${SubmitButton(words.say('thread.delete'), { kind: 'grave' })}${Cancel(thread, words)}</div></form>`
}

const Cancel = (thread: Thread, words: Words): Html =>
  html`<a href="${threadPath(thread)}">${words.say('compose.cancel')}</a>`
