import { elementsOf } from '#web/browser/send.ts'
import { element, formatOf, tokenOf, type WritingForm, wantLive } from './typing.ts'

const PAUSE = 700
/** After being told that this is too much, or when no answer came. */
const REST = 30_000
/** A screen reader hears of a fresh preview after such a pause, not at every key. */
const TOLD_AFTER = 4000

/**
 * The text as it will stand, beside what is typed or below it, by the server's own hand; its button puts it away and back.
 * It has a height of its own, so that nothing else moves.
 */
export function showLive(writing: WritingForm, button: HTMLButtonElement): void {
  const { form, text } = writing
  const live = new Live(writing)
  const set = (isOn: boolean): void => {
    button.setAttribute('aria-pressed', String(isOn))
    form.classList.toggle('has-live', isOn)
    if (isOn) (text.closest('.field') ?? text).after(live.pane)
    else live.pane.remove()
    wantLive(isOn)
    if (isOn) void live.ask()
  }
  button.addEventListener('click', () => set(!live.pane.isConnected))
  form.addEventListener('input', () => live.askLater())
  form.addEventListener('change', () => live.askLater())
  set(true)
}

/** The pane, and how it is filled. */
class Live {
  readonly pane = element('section', 'live')
  readonly #writing: WritingForm
  #timer = 0
  #telling = 0
  #restUntil = 0
  #shown: string | null = null
  #underway: AbortController | null = null

  constructor(writing: WritingForm) {
    this.#writing = writing
    this.pane.tabIndex = 0
    this.pane.setAttribute('role', 'region')
    this.pane.setAttribute('aria-label', writing.words['preview'] ?? '')
  }

  askLater(): void {
    if (!this.pane.isConnected) return
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.ask(), PAUSE)
  }

  async ask(): Promise<void> {
    const { form, text } = this.#writing
    const key = `${formatOf(form)} ${text.value}`
    if (key === this.#shown || Date.now() < this.#restUntil) return
    this.#underway?.abort()
    this.#underway = new AbortController()
    try {
      const content = text.value.trim() === '' ? '' : await this.#fetched(this.#underway.signal)
      if (content === null) return
      this.#shown = key
      this.#show(content)
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) this.#restUntil = Date.now() + REST
    }
  }

  /** The rendered text; null where it is refused. */
  async #fetched(signal: AbortSignal): Promise<DocumentFragment | null> {
    const { form, text } = this.#writing
    const csrf = tokenOf(form)
    const body = new URLSearchParams({ act: 'preview', source: text.value, csrf })
    if (form.querySelector('input[name=format]')) body.set('format', formatOf(form))
    const headers = { 'x-island': '1', 'x-csrf-token': csrf }
    const answer = await fetch(form.action, { method: 'post', body, headers, signal })
    if (answer.status === 429) this.#restUntil = Date.now() + REST
    return answer.ok ? elementsOf(await answer.text()) : null
  }

  #show(content: DocumentFragment | string): void {
    const { pane } = this
    const { scrollTop, scrollHeight, clientHeight } = pane
    const wasAtEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 8
    pane.replaceChildren(content)
    pane.scrollTop = wasAtEnd ? pane.scrollHeight : scrollTop
    const { tell, words } = this.#writing
    clearTimeout(this.#telling)
    this.#telling = window.setTimeout(() => tell(words['fresh'] ?? ''), TOLD_AFTER)
  }
}
