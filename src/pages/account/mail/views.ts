import { type Html, html } from '#base/html.ts'
import type { Key, Words } from '#base/words.ts'
import { OPTIONAL_KINDS, type OptionalKind } from '#forum/mail/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { ChoiceInput } from '#web/components/field.ts'
import { Notice } from '#web/components/notice.ts'
import { freshForm } from '#web/forms.ts'
import { PATHS } from '../model.ts'
import { AccountPart, type Frame } from '../views.ts'

/** What the kinds are called that one can do without. */
const NAMES: Readonly<Record<OptionalKind, readonly [name: Key, about: Key]>> = {
  conversation: ['mail.kind-conversation', 'mail.kind-conversation-about'],
}

/** Which mails a member wants. */
export function MailForm(frame: Frame, wanted: readonly OptionalKind[]): Html {
  const { words, csrf } = frame
  const kinds = ChoiceInput(
    freshForm({ wanted }),
    { name: 'wanted', label: words.say('account.mail-wanted'), many: true },
    OPTIONAL_KINDS.map(kind => ({
      value: kind,
      label: `${words.say(NAMES[kind][0])}: ${words.say(NAMES[kind][1])}`,
    })),
  )
  const content = html`<p>${words.say('account.mail-about')}</p><form class="form" method="post" action="${PATHS.mail}">${csrf}${kinds}<div class="sends">${SubmitButton(words.say('account.save'))}</div></form>`
  return AccountPart(frame, PATHS.mail, content)
}

/** The page behind a link at the end of a mail. Its form needs no proof but its address. */
export function EndMails(page: { words: Words; action: string; kind: OptionalKind; isDone: boolean }): Html {
  const { words, action, kind, isDone } = page
  const content = isDone
    ? Notice('good', words.say('mail.ended'))
    : html`<p class="lead">${words.say('mail.end-about', { kind: words.say(NAMES[kind][0]) })}</p><form class="form" method="post" action="${action}"><div class="sends">${SubmitButton(words.say('mail.end-send'))}</div></form>`
  return html`<h1>${words.say('mail.end-title')}</h1>${content}`
}
