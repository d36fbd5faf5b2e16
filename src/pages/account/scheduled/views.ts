import { type Html, html, joined } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { boardPath } from '#forum/boards/views.ts'
import { DetailInputs, type DetailOffers } from '#forum/details/fields.ts'
import { ComposerForm } from '#forum/posts/composer.ts'
import { MAX_POST } from '#forum/posts/model.ts'
import { MOST_DAYS_AHEAD, refusalOf, type ScheduledThread } from '#forum/scheduled/model.ts'
import { MAX_TITLE, MIN_TITLE } from '#forum/threads/model.ts'
import { LineInput } from '#web/components/field.ts'
import { Notice } from '#web/components/notice.ts'
import { sentenceOf } from '#web/errors.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'
import { AccountPart, type Frame } from '../views.ts'
import type { ScheduledLine } from './model.ts'

/** The threads of a member that wait for their time, the next first. */
export function ScheduledList(frame: Frame, lines: readonly ScheduledLine[]): Html {
  const { words } = frame
  const content =
    lines.length === 0
      ? html`<p class="nothing">${words.say('scheduled.none')}</p>`
      : html`<p>${words.say('scheduled.about')}</p>${lines.map(line => Line(frame, line))}`
  return AccountPart(
    frame,
    PATHS.scheduled,
    html`<h2 class="unseen">${words.say('scheduled.title')}</h2>${content}`,
  )
}

function Line({ words, csrf }: Frame, { thread, board }: ScheduledLine): Html {
  const { id, fields, publishAt, failure } = thread
  const path = `${PATHS.scheduled}/${id}`
  const time = words.dateTime(publishAt)
  const where = board
    ? words.sayHtml('scheduled.in', {
        board: html`<a href="${boardPath(board)}"><bdi>${board.title}</bdi></a>`,
        time,
      })
    : time
  const button = (act: string, text: string): Html =>
    html`<form method="post" action="${path}/${act}">${csrf}<button aria-label="${text}: ${fields.title}">${text}</button></form>`
  const acts = [
    board && html`<a href="${path}">${words.say('scheduled.edit')}</a>`,
    button('publish', words.say('scheduled.now')),
    button('cancel', words.say('scheduled.cancel')),
  ].filter(act => act !== null)
  const reason = failure && sentenceOf(refusalOf(failure), words)
  return html`<section class="row scheduled"><div><h3><bdi>${fields.title}</bdi></h3><p>${where}</p>${
    reason !== null && Notice('plain', words.say('scheduled.failed', { reason }))
  }<div class="acts">${joined(acts)}</div></div></section>`
}

/** What stands around the form that changes one of them. */
export interface OneScheduledOptions {
  readonly words: Words
  readonly csrf: Html
  readonly form: FormState
  readonly isTyped: boolean
  readonly offers: DetailOffers
  readonly thread: ScheduledThread
  /** The text as it would stand, when that was asked for, and what was read in it. */
  readonly preview: string | null
  readonly remarks: Html | null
}

/** The form that changes a thread that waits, and its time. */
export function OneScheduled(options: OneScheduledOptions): Html {
  const { words, csrf, form, isTyped, offers, thread, preview, remarks } = options
  const title = LineInput(form, {
    ...{ name: 'title', label: words.say('compose.title'), max: MAX_TITLE, required: true },
    hint: words.say('compose.between', { least: MIN_TITLE, limit: MAX_TITLE }),
  })
  const zone = words.timeZone.replaceAll('_', ' ')
  const time = LineInput(form, {
    ...{ name: 'publishAt', label: words.say('scheduled.at'), type: 'datetime-local', required: true },
    hint: words.say('scheduled.at-zone', { limit: MOST_DAYS_AHEAD, zone }),
  })
  const composer = ComposerForm({
    ...{ words, csrf, form, isTyped, hidden: [], preview, remarks, rows: 16 },
    action: `${PATHS.scheduled}/${thread.id}`,
    remarksPath: `/boards/${thread.boardId}/remarks`,
    before: html`${title}${time}`,
    after: DetailInputs(form, offers, words),
    label: words.say('compose.text'),
    max: MAX_POST,
    choosesFormat: true,
    send: words.say('compose.send-edit'),
    cancel: PATHS.scheduled,
  })
  return html`<h1>${words.say('scheduled.edit-title')}</h1>${composer}`
}
