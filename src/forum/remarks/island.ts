import { elementsOf } from '#web/browser/send.ts'
import { LEAST_TYPED } from './model.ts'

/*
 * Remarks on a text while it is typed: asked for when the typing pauses, shown below the form, where they push nothing
 * away. Their links lead to the place in the text, their buttons mend it there.
 */

const PAUSE = 1500
/** After being told that this is too much, or when no answer came. */
const REST = 60_000

const timers = new WeakMap<HTMLFormElement, number>()
const underway = new WeakMap<HTMLFormElement, AbortController>()
let restUntil = 0

const textOf = (form: HTMLFormElement): HTMLTextAreaElement | null =>
  form.querySelector('textarea[name=source]')

const formAround = (target: EventTarget | null): HTMLFormElement | null =>
  target instanceof Element ? target.closest<HTMLFormElement>('form[data-remarks]') : null

addEventListener('input', ({ target }) => {
  const form = formAround(target)
  if (form && target === textOf(form)) askLater(form)
})

function askLater(form: HTMLFormElement): void {
  clearTimeout(timers.get(form))
  timers.set(
    form,
    window.setTimeout(() => void ask(form), PAUSE),
  )
}

function send(form: HTMLFormElement, path: string, fields: Record<string, string>, accept: string) {
  const filled = new FormData(form)
  const format = filled.get('format')
  const csrf = String(filled.get('csrf') ?? '')
  underway.get(form)?.abort()
  const control = new AbortController()
  underway.set(form, control)
  const body = new URLSearchParams({ ...fields, csrf, source: textOf(form)?.value ?? '' })
  if (format !== null) body.set('format', String(format))
  const headers = { 'x-csrf-token': csrf, ...(accept ? { accept } : { 'x-island': '1' }) }
  return fetch(path, { method: 'post', body, headers, signal: control.signal })
}

/** What is said stays until something else is; nothing is said when no answer comes. */
async function ask(form: HTMLFormElement): Promise<void> {
  const place = form.querySelector<HTMLElement>('[data-live]')
  const text = textOf(form)
  if (!place || !text || Date.now() < restUntil) return
  if (text.value.trim().length < LEAST_TYPED) return say(form, place, '')
  try {
    const answer = await send(form, form.dataset['remarks']!, {}, '')
    if (answer.ok) say(form, place, await answer.text())
    else if (answer.status === 429) restUntil = Date.now() + REST
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) restUntil = Date.now() + REST
  }
}

/** Shows remarks, and tells a screen reader how many they are when that has changed. */
function say(form: HTMLFormElement, place: HTMLElement, markup: string): void {
  if (place.dataset['said'] === markup) return
  place.dataset['said'] = markup
  place.replaceChildren(elementsOf(markup))
  const status = form.querySelector('[role=status].unseen')
  const title = place.querySelector('h2')?.textContent ?? ''
  if (status && status.textContent !== title) status.textContent = title
}

document.addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-at]') : null
  const form = formAround(link)
  const text = form && textOf(form)
  if (!link || !text) return
  event.preventDefault()
  const [start = 0, end = 0] = (link.dataset['at'] ?? '').split(' ').map(Number)
  const lead = leadOf(text)
  select(text, start + lead, end + lead)
})

/** Empty lines at the start are not counted where places are told. */
const leadOf = ({ value }: HTMLTextAreaElement): number => /^(?:[^\S\n]*\n)*/.exec(value)![0].length

function select(text: HTMLTextAreaElement, start: number, end: number): void {
  text.focus()
  text.setSelectionRange(start, end)
  // Where the place is in the text's height, about: lines are of one height, and their lengths even out.
  const part = start / Math.max(1, text.value.length)
  text.scrollTop = part * text.scrollHeight - text.clientHeight / 3
}

document.addEventListener('submit', event => {
  const { target: form, submitter } = event
  if (!(form instanceof HTMLFormElement) || submitter?.dataset['mend'] === undefined) return
  event.preventDefault()
  void mend(form, submitter as HTMLButtonElement)
})

/** Puts the mended text in the place of what was typed, so that it can be undone. */
async function mend(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const text = textOf(form)
  if (!text) return
  const before = text.value
  try {
    const answer = await send(form, form.action, { [button.name]: button.value }, 'application/json')
    if (!answer.ok) throw new Error('not mended')
    const { source, select: place } = (await answer.json()) as {
      source: string
      select: { start: number; end: number } | null
    }
    if (text.value !== before) return
    replace(text, source)
    if (place) select(text, place.start, place.end)
    void ask(form)
  } catch {
    button.disabled = true
  }
}

/** Replaces what differs, as if it were typed: the browser then knows how to undo it. */
function replace(text: HTMLTextAreaElement, source: string): void {
  const before = text.value
  let start = 0
  while (start < before.length && before[start] === source[start]) start++
  let same = 0
  const most = Math.min(before.length, source.length) - start
  while (same < most && before.at(-1 - same) === source.at(-1 - same)) same++
  text.focus()
  text.setSelectionRange(start, before.length - same)
  const added = source.slice(start, source.length - same)
  const isTyped = document.execCommand(added === '' ? 'delete' : 'insertText', false, added)
  if (!isTyped || text.value !== source) text.value = source
}
