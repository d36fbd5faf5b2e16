import { type Html, html, type Part } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import {
  INVITATIONS,
  MAX_LABEL,
  MAX_LABELS,
  MAX_NAMES,
  MOST_LABELS,
  MOST_PEOPLE,
} from '#forum/conversations/model.ts'
import { formPath } from '#forum/conversations/views.ts'
import type { Thread } from '#forum/threads/model.ts'
import { threadPath } from '#forum/threads/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'

/** What stands around a form about a conversation. */
export interface CareOptions {
  readonly words: Words
  /** The hidden field that makes a form ours. */
  readonly csrf: Html
  readonly thread: Thread
}

function CareForm(
  state: FormState,
  { words, csrf, thread }: CareOptions,
  form: { name: string; title: string; about: string; fields?: Part; button: Html },
): Html {
  return html`<h1>${form.title}</h1><p class="lead"><bdi>${thread.title}</bdi></p><p>${form.about}</p><form class="form" method="post" action="${formPath(thread.id, form.name)}">${csrf}${FormNotice(
    state,
  )}${form.fields}<div class="sends">${form.button}<a href="${threadPath(thread)}">${words.say('compose.cancel')}</a></div></form>`
}

/** The form that takes more people into a conversation. */
export function InviteForm(state: FormState, options: CareOptions): Html {
  const { words, thread } = options
  const room = MOST_PEOPLE - (thread.people?.size ?? 0)
  return CareForm(state, options, {
    name: 'invite',
    title: words.say('conversation.invite-this'),
    about: words.say('conversation.invite-about', { limit: INVITATIONS.count }),
    fields: LineInput(state, {
      ...{ name: 'people', label: words.say('conversation.to'), max: MAX_NAMES, required: true },
      ...{ hint: words.say('conversation.to-hint', { limit: room }), autocomplete: 'off', autofocus: true },
    }),
    button: SubmitButton(words.say('conversation.invite')),
  })
}

/** The form for one's own labels of a conversation. */
export function LabelsForm(state: FormState, options: CareOptions): Html {
  const { words } = options
  return CareForm(state, options, {
    name: 'labels',
    title: words.say('conversation.labels-this'),
    about: words.say('conversation.labels-about'),
    fields: LineInput(state, {
      ...{ name: 'labels', label: words.say('conversation.labels'), max: MAX_LABELS, autofocus: true },
      hint: words.say('conversation.labels-hint', { most: MOST_LABELS, limit: MAX_LABEL }),
    }),
    button: SubmitButton(words.say('compose.send-edit')),
  })
}

/** The question before somebody leaves a conversation. */
export function LeaveForm(state: FormState, options: CareOptions): Html {
  const { words } = options
  return CareForm(state, options, {
    name: 'leave',
    title: words.say('conversation.leave-this'),
    about: words.say('conversation.leave-about'),
    button: SubmitButton(words.say('conversation.leave'), { kind: 'grave' }),
  })
}
