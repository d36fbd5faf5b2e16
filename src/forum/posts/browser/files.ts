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

/** Takes files that are chosen, dropped or pasted: each is sent, shown with its progress, and put into the text. */
export function takeFiles(writing: WritingForm, button: HTMLButtonElement): void {
  const { form, text } = writing
  const given = form.querySelector<HTMLInputElement>('input[type=file]')
  if (!given) {
    button.remove()
    return
  }
  const list = element('ul', 'files')
  ;(text.closest('.field') ?? text).after(list)
  let queue = Promise.resolve()
  const take = (files: Iterable<File>): void => {
    for (const file of files) queue = queue.then(() => takeOne(writing, list, file))
  }
  const choose = element('input', '')
  Object.assign(choose, { type: 'file', multiple: true, accept: given.accept })
  button.addEventListener('click', () => choose.click())
  choose.addEventListener('change', () => {
    take([...(choose.files ?? [])])
    choose.value = ''
  })
  given.addEventListener('change', () => {
    take([...(given.files ?? [])])
    given.value = ''
  })
  text.addEventListener('paste', event => {
    const data = event.clipboardData
    // A copied cell or slide comes with a picture of itself; its text is what is meant.
    if (!data || data.files.length === 0 || data.types.includes('text/plain')) return
    event.preventDefault()
    take([...data.files])
  })
  takeDropped(form, take)
}

function takeDropped(form: HTMLFormElement, take: (files: Iterable<File>) => void): void {
  form.addEventListener('dragover', event => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    form.classList.add('dropping')
  })
  form.addEventListener('dragleave', event => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget)))
      form.classList.remove('dropping')
  })
  form.addEventListener('drop', event => {
    form.classList.remove('dropping')
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    take(files)
  })
}

async function takeOne(writing: WritingForm, list: HTMLElement, file: File): Promise<void> {
  const { form, text, words } = writing
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
      insert(text, each[formatOf(form)], each.kind === 'picture')
    }
  } catch (error) {
    const said = error instanceof Error && error.message
    line.className = 'problem'
    line.setAttribute('role', 'alert')
    line.textContent = said ? `${name}: ${said}` : filled(words['uploadFailed'], { name })
  }
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
  Object.assign(field, { type: 'text', name: `alt-${id}`, value: alt, maxLength: 300, dir: 'auto' })
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
