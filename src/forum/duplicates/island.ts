import { elementsOf } from '#web/browser/send.ts'

/*
 * While a title is typed, threads that are like it are told of: asked for when the typing pauses, shown under the fields.
 */

const PAUSE = 900
const LEAST_TYPED = 3
/** After being told that this is too much, or when no answer came. */
const REST = 60_000

let timer = 0
let restUntil = 0
let underway: AbortController | undefined

addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !['title', 'sourceUrl'].includes(target.name)) return
  const place = target.form?.querySelector<HTMLElement>('[data-duplicates]')
  if (!place) return
  clearTimeout(timer)
  timer = window.setTimeout(() => void ask(target.form!, place), PAUSE)
})

/** What is said stays until something else is; nothing is said when no answer comes. */
async function ask(form: HTMLFormElement, place: HTMLElement): Promise<void> {
  const fields = new FormData(form)
  const title = String(fields.get('title') ?? '').trim()
  if (Date.now() < restUntil) return
  if (title.length < LEAST_TYPED) return place.replaceChildren()
  underway?.abort()
  const control = new AbortController()
  underway = control
  const query = new URLSearchParams({ title, sourceUrl: String(fields.get('sourceUrl') ?? '') })
  try {
    const answer = await fetch(`${place.dataset['duplicates']}?${query}`, {
      headers: { 'x-island': '1' },
      signal: control.signal,
    })
    if (answer.ok) place.replaceChildren(elementsOf(await answer.text()))
    else if (answer.status === 429) restUntil = Date.now() + REST
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) restUntil = Date.now() + REST
  }
}
