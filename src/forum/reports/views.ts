import { type Html, html, type Part } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { MemberLink } from '../members/views.ts'
import { postPath } from '../posts/views.ts'
import { MAX_NOTE, type Named, type OwnReport, type Report } from './model.ts'

/** Where those are who look after reports. */
export const REPORTS_PATH = '/reports'

/** How reports are written. */
export interface ReportOptions {
  readonly words: Words
  /** Epoch milliseconds. */
  readonly now: number
}

const Person = (person: Named | null, words: Words): Html =>
  person ? MemberLink(person) : html`${words.say('thread.guest')}`

/** A report for those who look after it: who reported whose words and why, the words, and the form that closes it. */
export function ReportView(
  report: Report,
  options: ReportOptions & { readonly form: FormState; readonly csrf: Html },
): Html {
  const { words, now } = options
  const { place, reporter, author, at, reason, source } = report
  const where: Part = place
    ? html`<a href="${postPath(place)}"><bdi>${place.title}</bdi> #${place.number}</a>`
    : words.say('report.in-conversation')
  const said = words.sayHtml('report.by', {
    name: Person(reporter, words),
    author: Person(author, words),
    time: words.time(at, now),
  })
  return html`<article class="report" id="r${report.id}"><h2>${where}</h2><p class="meta">${said}</p><blockquote class="diff" dir="auto" tabindex="0">${source}</blockquote><p class="reason"><b>${words.say('report.reason')}</b> <span dir="auto">${reason}</span></p>${
    report.closed ? Closed(report.closed, options) : CloseForm(report.id, options)
  }</article>`
}

function Closed(closed: NonNullable<Report['closed']>, { words, now }: ReportOptions): Html {
  const name = Person(closed.by, words)
  return html`<p class="meta">${words.sayHtml('report.closed-by', { name, time: words.time(closed.at, now) })}</p>${Note(closed.note)}`
}

const Note = (note: string): Html | false => note !== '' && html`<p class="lines" dir="auto">${note}</p>`

function CloseForm(id: number, { words, form, csrf }: { words: Words; form: FormState; csrf: Html }): Html {
  const note = LineInput(form, {
    ...{ name: 'note', label: words.say('report.note'), max: MAX_NOTE },
    hint: words.say('report.note-hint', { limit: MAX_NOTE }),
  })
  return html`<details class="more"${form.problem && html` open`}><summary>${words.say('report.close')}</summary><form class="form" method="post" action="${REPORTS_PATH}/${id}/close">${csrf}${FormNotice(form)}${note}<div class="sends">${SubmitButton(words.say('report.close'))}</div></form></details>`
}

/** A report for who made it: what of it is known, and what came of it. */
export function OwnReportView(report: OwnReport, { words, now }: ReportOptions): Html {
  const { closed, at, reason } = report
  const name = html`<a href="${postPath(report)}">#${report.number}</a>`
  const state = closed
    ? words.sayHtml('report.is-closed', { time: words.time(closed.at, now) })
    : words.say('report.is-open')
  return html`<article class="report"><p class="meta">${words.sayHtml('report.own', { name, time: words.time(at, now) })} · ${state}</p><p class="lines" dir="auto">${reason}</p>${closed && Note(closed.note)}</article>`
}

/** A report for a program of those who look after it. */
export const reportJson = ({ id, at, reason, reporter, author, source, place, closed }: Report): object => ({
  ...{ id, at, reason, reporter, author, source },
  post: place && { ...place, path: postPath(place) },
  closed,
})
