import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import type { Post } from '#forum/posts/model.ts'
import { LonePostText, postPath } from '#forum/posts/views.ts'
import {
  MAX_REPORT,
  REPORT_STATES,
  REPORTING,
  type Report,
  type ReportState,
  reportPath,
} from '#forum/reports/model.ts'
import { REPORTS_PATH, type ReportOptions, ReportView } from '#forum/reports/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { TextInput } from '#web/components/field.ts'
import { FormNotice, Notice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'

const ROWS = 5

/** The form to report a post. */
export function ReportForm(
  state: FormState,
  options: { words: Words; csrf: Html; post: Post; isReported: boolean; isPrivate: boolean },
): Html {
  const { words, csrf, post, isReported, isPrivate } = options
  const number = html`<a href="${postPath(post)}">#${post.number}</a>`
  const head = html`<h1>${words.sayHtml('report.title', { number })}</h1>`
  if (isReported) return html`${head}${Notice('plain', words.say('report.made'))}`
  const reason = TextInput(state, {
    ...{ name: 'reason', label: words.say('report.reason'), max: MAX_REPORT, rows: ROWS, required: true },
    hint: words.say('report.reason-hint', { limit: MAX_REPORT, most: REPORTING.count }),
  })
  const about = words.say(isPrivate ? 'report.about-conversation' : 'report.about')
  return html`${head}<p>${about}</p>${LonePostText(post.html, post.number, words)}<form class="form" method="post" action="${reportPath(post)}">${csrf}${FormNotice(
    state,
  )}${reason}<div class="sends">${SubmitButton(words.say('report.send'))}<a href="${postPath(post)}">${words.say('compose.cancel')}</a></div></form>`
}

type Options = ReportOptions & { readonly form: FormState; readonly csrf: Html }

/** What is reported, or was. */
export function ReportList(
  page: { state: ReportState; reports: readonly Report[]; older: string | null },
  options: Options,
): Html {
  const { words } = options
  const { state, reports, older } = page
  const tabs = REPORT_STATES.map(each => {
    const path = each === 'open' ? REPORTS_PATH : `${REPORTS_PATH}?state=${each}`
    return html`<a href="${path}"${each === state && html` aria-current="page"`}>${words.say(each === 'open' ? 'report.open' : 'report.closed')}</a>`
  })
  const shown =
    reports.length === 0
      ? html`<p class="nothing">${words.say('report.none')}</p>`
      : reports.map(report => ReportView(report, options))
  return html`<h1>${words.say('report.list')}</h1><p class="meta">${words.say('report.list-about')}</p><nav class="tabs" aria-label="${words.say('report.list')}">${tabs}</nav>${shown}${
    older !== null &&
    html`<nav class="pager" aria-label="${words.say('report.older')}"><ol><li><a href="${older}" rel="next">${words.say('report.older')}</a></li></ol></nav>`
  }`
}

/** One report alone. */
export const OneReport = (report: Report, options: Options): Html =>
  html`<h1>${options.words.say('report.one')}</h1>${ReportView(report, options)}`
