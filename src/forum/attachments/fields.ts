import type { FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { LineInput } from '#web/components/field.ts'
import { id, line } from '#web/fields.ts'
import { type FormSchema, type FormState, form } from '#web/forms.ts'
import { type Attachment, type AttachmentsInput, MAX_ALT, MOST_FILES } from './model.ts'
import { megabytes, type Quota } from './quotas.ts'
import { FileSize, Thumbnail } from './views.ts'

/** What the button of a form says that shows the form again with the files that were chosen. */
export const ATTACH = 'attach'
const ALT = /^alt-([1-9]\d{0,14})$/
const LONGEST_FILE_NAME = 300

/** Ids that a form sends: an empty one says that there is a list, however short. Undefined where nothing was said. */
const ids = () =>
  v.pipe(
    v.optional(v.unknown()),
    v.transform((value): unknown[] | undefined =>
      value === undefined ? undefined : [value].flat().filter(each => each !== ''),
    ),
    // Counted first: a list that is too long is not worth looking through.
    v.optional(v.pipe(v.array(v.unknown()), v.maxLength(MOST_FILES, 'form.too-many'), v.array(id()))),
  )

/** The fields of attachments in the form of a post. A script that cannot send a file sends its name, which is left out. */
export const attachmentEntries = () => ({
  attachments: ids(),
  file: line({ max: LONGEST_FILE_NAME, min: 0 }),
})

/** A schema, and with it the fields of a request that say what pictures show: `alt-12`, as many as a post has files. */
export function withAlts<const S extends FormSchema>(schema: S, request: FastifyRequest): S {
  const names = Object.keys(bodyOf(request))
    .filter(name => ALT.test(name))
    .slice(0, 2 * MOST_FILES)
  const alts = Object.fromEntries(names.map(name => [name, line({ max: MAX_ALT, min: 0 })]))
  return form({ ...schema.entries, ...alts }) as unknown as S
}

const bodyOf = ({ body }: FastifyRequest): object => (typeof body === 'object' && body !== null ? body : {})

/** What a form of `attachmentEntries` and `withAlts` says. */
export function attachmentsAsked(fields: { readonly attachments?: number[] | undefined }): AttachmentsInput {
  const alts = Object.entries(fields).flatMap(([name, value]): [number, string][] => {
    const id = ALT.exec(name)?.[1]
    return id !== undefined && typeof value === 'string' ? [[Number(id), value]] : []
  })
  return { attachments: fields.attachments, ...(alts.length > 0 && { alts: new Map(alts) }) }
}

/** What the attachments of a form show. */
export interface AttachmentsShown {
  readonly attachments: readonly Attachment[]
  readonly quota: Quota
}

/** The part of a post's form that holds its files: those it has, what their pictures show, and the way to add others. */
export function AttachmentFields(
  state: FormState,
  { attachments, quota }: AttachmentsShown,
  words: Words,
): Html | null {
  if (quota.total === 0 && attachments.length === 0) return null
  const isOpen = attachments.length > 0 || state.problem?.field === 'file'
  const limits = { files: quota.files, size: megabytes(quota.file) }
  const problem = state.problem?.field === 'file' && state.problem.message
  return html`<details class="more attaching"${isOpen && html` open`}><summary>${words.say('attachment.files')}</summary><input type="hidden" name="attachments" value="">${
    attachments.length > 0 &&
    html`<ul class="attached" role="list">${attachments.map(each => Line(state, each, words))}</ul>`
  }<div class="field"><label for="field-file">${words.say('attachment.add')}</label><p class="hint" id="field-file-hint">${words.say(
    'attachment.limits',
    limits,
  )}</p><input type="file" id="field-file" name="file" multiple aria-describedby="field-file-hint">${
    problem && html`<p class="problem" id="field-file-problem">${problem}</p>`
  }</div><button class="button quiet" name="act" value="${ATTACH}" formnovalidate>${words.say('attachment.attach')}</button></details>`
}

function Line(state: FormState, each: Attachment, words: Words): Html {
  const name = `alt-${each.id}`
  const typed = { ...state, values: { [name]: each.alt, ...state.values } }
  const alt = LineInput(typed, {
    ...{ name, label: words.say('attachment.alt'), max: MAX_ALT },
    hint: words.say('attachment.alt-hint', { limit: MAX_ALT }),
  })
  return html`<li>${each.kind === 'picture' && Thumbnail(each)}<div class="field tick"><input type="checkbox" id="attachment-${each.id}" name="attachments" value="${each.id}" checked><label for="attachment-${each.id}"><bdi>${each.name}</bdi> ${FileSize(each, words)}</label></div>${
    each.kind === 'picture' && alt
  }</li>`
}
