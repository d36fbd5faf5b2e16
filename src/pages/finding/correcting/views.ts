import { type Html, html } from '#base/html.ts'
import type { Key, Words } from '#base/words.ts'
import { findingPath } from '#forum/findings/views.ts'
import { MAX_CORRECTION_REASON, MAX_SPEAKER } from '#forum/record/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import type { FindingPage } from '../model.ts'
import { InContext } from '../views.ts'

/** What can be corrected of a reading. */
export const CORRECTIONS = ['speaker', 'withdraw', 'restore'] as const
export type CorrectionName = (typeof CORRECTIONS)[number]

const TEXTS = {
  speaker: { title: 'finding.correct-speaker', about: null, send: 'finding.save', kind: 'main' },
  withdraw: {
    title: 'finding.withdraw',
    about: 'finding.withdraw-about',
    send: 'finding.withdraw',
    kind: 'grave',
  },
  restore: {
    title: 'finding.restore',
    about: 'finding.restore-about',
    send: 'finding.restore',
    kind: 'main',
  },
} as const satisfies Record<
  CorrectionName,
  { title: Key; about: Key | null; send: Key; kind: 'main' | 'grave' }
>

/** What the page of a correction is called. */
export const correctionTitle = (name: CorrectionName, words: Words): string => words.say(TEXTS[name].title)

/** The form that corrects what was read. */
export function CorrectionForm(
  page: FindingPage,
  name: CorrectionName,
  options: { readonly words: Words; csrf(): Html; readonly form: FormState; readonly needsReason: boolean },
): Html {
  const { words, csrf, form, needsReason } = options
  const { about, send, kind } = TEXTS[name]
  const path = findingPath(page.post, page.key)
  const speaker =
    name === 'speaker' &&
    LineInput(form, {
      ...{ name: 'speaker', label: words.say('finding.speaker-label'), max: MAX_SPEAKER },
      hint: words.say('finding.speaker-about'),
    })
  const reason = LineInput(form, {
    ...{
      name: 'reason',
      label: words.say('finding.reason'),
      max: MAX_CORRECTION_REASON,
      required: needsReason,
    },
    hint: words.say('finding.reason-about', { limit: MAX_CORRECTION_REASON }),
  })
  return html`<div class="finding"><h1>${correctionTitle(name, words)}</h1>${InContext(page)}${
    about && html`<p>${words.say(about)}</p>`
  }<form class="form" method="post" action="${path}/${name}">${csrf()}${FormNotice(form)}${speaker}${reason}<div class="sends">${SubmitButton(
    words.say(send),
    { kind },
  )}<a href="${path}">${words.say('compose.cancel')}</a></div></form></div>`
}
