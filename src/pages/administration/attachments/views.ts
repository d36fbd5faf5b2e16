import { type Html, html } from '#base/html.ts'
import { MOST_FILES } from '#forum/attachments/model.ts'
import { MOST_MEGABYTES, megabytes } from '#forum/attachments/quotas.ts'
import { FileSize } from '#forum/attachments/views.ts'
import type { Group } from '#forum/permissions/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { ATTACHMENTS_PATH } from '../model.ts'
import { Administration, type Frame, groupName } from '../views.ts'

/** What a group may keep, in megabytes. */
interface GroupQuota {
  readonly group: Group
  readonly total: number
  readonly day: number
  readonly file: number
  readonly files: number
}

/** What the page about attachments tells. */
export interface AttachmentsPage {
  readonly used: { readonly files: number; readonly bytes: number; readonly uses: number }
  readonly groups: readonly GroupQuota[]
  /** Where files lie. */
  readonly place: string
  /** The largest file that the operator allows, in bytes. */
  readonly largest: number
}

/** Where what a group may keep is changed. */
export const quotaPath = ({ id }: Pick<Group, 'id'>): string => `${ATTACHMENTS_PATH}/${id}`

/** How much is stored and where, and what each group may keep. */
export function AttachmentsView(frame: Frame, page: AttachmentsPage): Html {
  const { words } = frame
  const { files, bytes, uses } = page.used
  const size = FileSize({ size: bytes }, words)
  const used = words.sayHtml('attachment.used', { files, uses, size })
  const rows = page.groups.map(
    ({ group, ...quota }) =>
      html`<tr><th scope="row"><a href="${quotaPath(group)}"><bdi>${groupName(group, words)}</bdi></a></th>${[
        quota.total,
        quota.day,
        quota.file,
        quota.files,
      ].map(count => html`<td>${words.number(count)}</td>`)}</tr>`,
  )
  const heads = [
    words.say('administration.group'),
    words.say('attachment.quota-total'),
    words.say('attachment.quota-day'),
    words.say('attachment.quota-file'),
    words.say('attachment.quota-files'),
  ]
  const place = words.sayHtml('attachment.lies-in', { place: html`<code dir="ltr">${page.place}</code>` })
  const operator = words.say('attachment.operator-limit', { limit: megabytes(page.largest) })
  return Administration(frame, {
    path: ATTACHMENTS_PATH,
    title: words.say('attachment.administration'),
    content: html`<p>${used} ${place}</p><p>${words.say('attachment.administration-about')} ${operator}</p><div class="scroll" tabindex="0"><table class="list"><thead><tr>${heads.map(
      head => html`<th scope="col">${head}</th>`,
    )}</tr></thead><tbody>${rows}</tbody></table></div>`,
  })
}

/** What a group may keep, as a form. */
export function OneQuota(frame: Frame, state: FormState, group: Group): Html {
  const { words, csrf } = frame
  const field = (name: string, label: string, limit: number): Html =>
    LineInput(state, {
      ...{ name, label, type: 'number', required: true, inputmode: 'numeric' },
      hint: words.say('attachment.quota-hint', { limit }),
    })
  const fields = [
    field('total', words.say('attachment.quota-total'), MOST_MEGABYTES),
    field('day', words.say('attachment.quota-day'), MOST_MEGABYTES),
    field('file', words.say('attachment.quota-file'), MOST_MEGABYTES),
    field('files', words.say('attachment.quota-files'), MOST_FILES),
  ]
  return Administration(frame, {
    path: ATTACHMENTS_PATH,
    title: html`<bdi>${groupName(group, words)}</bdi>`,
    content: html`<form class="form" method="post" action="${quotaPath(group)}">${csrf}${FormNotice(state)}${fields}<div class="sends">${SubmitButton(words.say('administration.save'))}</div></form>`,
    isWithin: true,
  })
}
