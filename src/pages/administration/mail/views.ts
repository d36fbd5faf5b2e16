import { type Html, html } from '#base/html.ts'
import { DAY } from '#base/time.ts'
import type { Key, Words } from '#base/words.ts'
import type { FailedMail, MailKind } from '#forum/mail/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { FormNotice, Notice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { MAIL_PATH } from '../model.ts'
import { Administration, type Frame } from '../views.ts'
import type { MailLine, WholeMail } from './model.ts'

/** How many mails the folder keeps, and for how many milliseconds: for the sentence about it. */
const KEPT = { count: 500, days: (30 * DAY) / DAY }

const KIND_NAMES: Readonly<Record<MailKind, Key>> = {
  account: 'mail.kind-account',
  invitation: 'mail.kind-invitation',
  test: 'mail.kind-test',
  conversation: 'mail.kind-conversation',
}

const deed = ({ csrf }: Frame, name: string, label: string, kind: 'main' | 'quiet'): Html =>
  html`<form method="post" action="${MAIL_PATH}/${name}">${csrf}${SubmitButton(label, { kind })}</form>`

/** That mails are not sent, with the way to the page about them; nothing where they are. */
export function MailWarning(words: Words, server: string | null): Html | null {
  if (server !== null) return null
  const link = html`<a href="${MAIL_PATH}">${words.say('administration.mail-look')}</a>`
  return Notice('plain', html`${words.say('administration.mail-not-sent')} ${link}`)
}

/** Where mails go, those in the folder (null: there is none), and those that could not be sent. */
export function MailPage(
  frame: Frame,
  page: {
    state: FormState
    server: string | null
    kept: readonly MailLine[] | null
    failed: readonly FailedMail[]
    now: number
  },
): Html {
  const { words } = frame
  const { state, server, kept, failed, now } = page
  const where =
    server === null
      ? Notice('plain', words.say('administration.mail-not-sent'))
      : html`<p>${words.sayHtml('administration.mail-server', { server: html`<bdi>${server}</bdi>` })}</p>`
  const test = deed(frame, 'test', words.say('administration.mail-test'), 'quiet')
  return Administration(frame, {
    path: MAIL_PATH,
    title: words.say('administration.mail'),
    content: html`${FormNotice(state)}${where}${test}${kept && Folder(words, kept, now)}${Failed(frame, failed, now)}`,
  })
}

function Folder(words: Words, kept: readonly MailLine[], now: number): Html {
  const rows = kept.map(
    mail =>
      html`<tr><th scope="row"><a href="${MAIL_PATH}/${mail.name}"><bdi>${mail.subject || '…'}</bdi></a></th><td><bdi>${mail.to}</bdi></td><td>${words.time(mail.at, now)}</td></tr>`,
  )
  const list =
    rows.length === 0
      ? html`<p>${words.say('administration.mail-none')}</p>`
      : Table(
          [
            words.say('administration.mail-subject'),
            words.say('administration.mail-to'),
            words.say('administration.mail-when'),
          ],
          rows,
        )
  return html`<h2>${words.say('administration.mail-folder')}</h2><p>${words.say('administration.mail-kept', KEPT)}</p>${list}`
}

function Table(names: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="scroll"><table class="list mails"><thead><tr>${names.map(name => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`
}

function Failed(frame: Frame, failed: readonly FailedMail[], now: number): Html {
  const { words } = frame
  const kindOf = (kind: string): string =>
    Object.hasOwn(KIND_NAMES, kind) ? words.say(KIND_NAMES[kind as MailKind]) : kind
  const rows = failed.map(
    mail =>
      html`<tr><th scope="row"><bdi>${mail.to}</bdi></th><td>${kindOf(mail.kind)}</td><td>${words.time(mail.at, now)}</td><td><bdi>${mail.error}</bdi></td></tr>`,
  )
  const names = [
    words.say('administration.mail-to'),
    words.say('administration.mail-kind'),
    words.say('administration.mail-when'),
    words.say('administration.mail-error'),
  ]
  const again = deed(frame, 'again', words.say('administration.mail-again'), 'main')
  const forget = deed(frame, 'forget', words.say('administration.mail-forget'), 'quiet')
  const list =
    rows.length === 0
      ? html`<p>${words.say('administration.mail-failed-none')}</p>`
      : html`${Table(names, rows)}<div class="sends">${again}${forget}</div>`
  return html`<h2>${words.say('administration.mail-failed')}</h2>${list}`
}

/** One mail of the folder: its text, and the rest of it as source. Nothing of it is active here. */
export function OneMail(frame: Frame, mail: WholeMail, now: number): Html {
  const { words } = frame
  const facts = html`<dl class="facts"><dt>${words.say('administration.mail-to')}</dt><dd><bdi>${mail.to}</bdi></dd><dt>${words.say('administration.mail-when')}</dt><dd>${words.time(mail.at, now)}</dd></dl>`
  const source = (name: string, text: string, direction: 'auto' | 'ltr'): Html =>
    html`<details><summary>${name}</summary><pre class="mail" dir="${direction}">${text}</pre></details>`
  return Administration(frame, {
    path: MAIL_PATH,
    title: html`<bdi>${mail.subject || '…'}</bdi>`,
    content: html`${facts}<pre class="mail" dir="auto">${mail.text}</pre>${source(words.say('administration.mail-headers'), mail.headers.join('\n'), 'ltr')}${source(words.say('administration.mail-html'), mail.html, 'ltr')}`,
    isWithin: true,
  })
}
