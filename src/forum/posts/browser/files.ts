import { element, filled, formatOf, insert, tokenOf, type WritingForm } from './typing.ts'

const PATH = '/attachments'

/** A file as the forum took it. */
export interface Uploaded {
  readonly id: number
  readonly name: string
  readonly kind: 'picture' | 'file'
  readonly path: string
  readonly width: number | null
  readonly height: number | null
  readonly alt: string
  /** What carries it in a text, by the way of writing. */
  readonly markdown: string
  readonly bbcode: string
}

/** Sends one file. `progress` hears of parts of 1. Rejects with the sentence of the refusal, or '' for no answer. */
export function upload(
  form: HTMLFormElement,
  file: File,
  progress: (part: number) => void,
): Promise<Uploaded[]> {
  const request = new XMLHttpRequest()
  const answered = new Promise<Uploaded[]>((resolve, reject) => {
    request.addEventListener('error', () => reject(new Error('')))
    request.addEventListener('load', () => {
      const answer = answerOf(request.responseText)
      if (answer.attachments) resolve(answer.attachments)
      else reject(new Error(answer.error?.message ?? ''))
    })
  })
  request.open('POST', PATH)
  request.setRequestHeader('accept', 'application/json')
  request.setRequestHeader('x-csrf-token', tokenOf(form))
  request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded / Math.max(1, total)))
  const body = new FormData()
  body.append('csrf', tokenOf(form))
  body.append('file', file, file.name || 'file')
  request.send(body)
  return answered
}

/** What the forum says of a file; nothing where it is not the forum that answers. */
function answerOf(text: string): { attachments?: Uploaded[]; error?: { message?: string } } {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** Sends a file, shows how far it is, and puts it into the text; what keeps it out is said in its place. */
export async function takeOne(
  writing: WritingForm,
  file: File,
  put: (done: Uploaded) => void = done => insertInto(writing, done),
): Promise<void> {
  const { form, words } = writing
  const list = listOf(form)
  const { name } = file
  const line = element('li', '', filled(words['uploading'], { name, percent: 0 }))
  list.append(line)
  try {
    const done = await upload(form, file, part => {
      line.textContent = filled(words['uploading'], { name, percent: Math.round(part * 100) })
    })
    line.remove()
    for (const each of done) {
      list.append(lineOf(writing, each))
      put(each)
    }
  } catch (error) {
    const said = error instanceof Error && error.message
    line.className = 'problem'
    line.setAttribute('role', 'alert')
    line.textContent = said ? `${name}: ${said}` : filled(words['uploadFailed'], { name })
  }
}

const insertInto = ({ form, text }: WritingForm, done: Uploaded): void =>
  insert(text, done[formatOf(form)], done.kind === 'picture')

/** Sends files for an editor that puts them into the text itself; → the Markdown that carries each that was taken. */
export async function sentAsMarkdown(writing: WritingForm, files: readonly File[]): Promise<string[]> {
  const taken: string[] = []
  for (const file of files) await takeOne(writing, file, done => taken.push(done.markdown))
  return taken
}

/** Where the files of a form are listed that were sent from here. */
function listOf(form: HTMLFormElement): HTMLElement {
  const there = form.querySelector<HTMLElement>('.sent-files')
  if (there) return there
  const list = element('ul', 'sent-files')
  const text = form.querySelector('textarea[name=source]')
  ;(text?.closest('.field') ?? text)?.after(list)
  return list
}

/** A file that was taken: it goes with the form, and a picture is asked what it shows. */
function lineOf({ form, text, words }: WritingForm, { id, name, kind, alt, ...of }: Uploaded): HTMLElement {
  const line = element('li', '')
  const carried = element('input', '')
  Object.assign(carried, { type: 'hidden', name: 'attachments', value: String(id) })
  const put = element('button', 'link', words['put'])
  put.type = 'button'
  put.addEventListener('click', () => insert(text, markupOf(), kind === 'picture'))
  let described = alt
  const markupOf = (): string => {
    const format = formatOf(form)
    return format === 'markdown' && kind === 'picture' ? `![${described}](attachment:${id})` : of[format]
  }
  if (kind !== 'picture') {
    line.append(carried, document.createTextNode(`${name} `), put)
    return line
  }
  const label = element('label', '', filled(words['alt'], { name }))
  const field = element('input', '')
  Object.assign(field, { type: 'text', name: `alt-${id}`, value: alt, maxLength: 500, dir: 'auto' })
  field.addEventListener('change', () => {
    const before = `![${described}](attachment:${id})`
    described = field.value.replace(/[[\]\\\n]/g, ' ').trim()
    const at = text.value.indexOf(before)
    if (at < 0) return
    text.setRangeText(`![${described}](attachment:${id})`, at, at + before.length, 'preserve')
    text.dispatchEvent(new Event('input', { bubbles: true }))
  })
  label.append(field)
  line.append(carried, label, put)
  return line
}
