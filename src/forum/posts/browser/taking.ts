import { element, type WritingForm } from './typing.ts'

/**
 * Takes files that are chosen, dropped or pasted: each is sent, shown with its progress, and put into the text. What
 * sends them is loaded with the first.
 */
export function takeFiles(writing: WritingForm, button: HTMLButtonElement): void {
  const { form, text } = writing
  const given = form.querySelector<HTMLInputElement>('input[type=file]')
  if (!given) {
    button.remove()
    return
  }
  let queue = Promise.resolve()
  const take = (files: Iterable<File>): void => {
    for (const file of files)
      queue = queue
        .then(async () => (await import('./files.ts')).takeOne(writing, file))
        .catch(() => undefined)
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
