import type { Change, Format, Typed } from './marks.ts'

/** A form that somebody writes a post in, and what is said about it. */
export interface WritingForm {
  readonly form: HTMLFormElement
  readonly text: HTMLTextAreaElement
  /** What a script says, in the reader's language, by name. */
  readonly words: Readonly<Record<string, string>>
  /** Speaks to a screen reader, and to nobody else. */
  tell(said: string): void
}

/** What is typed and selected in a field. */
export const typedIn = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Typed => ({
  text: value,
  start: selectionStart,
  end: selectionEnd,
})

/** Changes a text as if it were typed: the browser then knows how to undo it. */
export function change(field: HTMLTextAreaElement, { from, to, put, start, end }: Change): void {
  const after = field.value.slice(0, from) + put + field.value.slice(to)
  field.focus()
  field.setSelectionRange(from, to)
  const isTyped = document.execCommand(put === '' ? 'delete' : 'insertText', false, put)
  if (!isTyped || field.value !== after) {
    field.value = after
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  field.setSelectionRange(start, end)
}

/** Puts a text where the caret stands, on lines of its own where `isBlock`. */
export function insert(field: HTMLTextAreaElement, put: string, isBlock = false): void {
  const { text, start, end } = typedIn(field)
  const before = isBlock && start > 0 && text[start - 1] !== '\n' ? '\n' : ''
  const after = isBlock && text[end] !== '\n' ? '\n' : ''
  const at = start + before.length + put.length + after.length
  change(field, { from: start, to: end, put: before + put + after, start: at, end: at })
}

/** The way a form's text is written: chosen, or the post's own. */
export function formatOf(form: HTMLFormElement): Format {
  const chosen = form.querySelector<HTMLInputElement>('input[name=format]:checked')?.value
  return (chosen ?? form.dataset['format']) === 'bbcode' ? 'bbcode' : 'markdown'
}

/** A sentence with its places filled in: `{name}` by what `values` has for it. */
export const filled = (sentence: string | undefined, values: Record<string, string | number>): string =>
  (sentence ?? '').replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))

/** The token that proves a form to be ours. */
export const tokenOf = (form: HTMLFormElement): string =>
  form.querySelector<HTMLInputElement>('input[name=csrf]')?.value ?? ''

/** An element with a class and a text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

/** Where a browser remembers that somebody wants to see the text as it will stand while typing. */
const WANTED = 'preview-as-typed'

/** Whether that is wanted. A browser may refuse to keep anything: then it is not. */
export function isLiveWanted(): boolean {
  try {
    return localStorage.getItem(WANTED) === '1'
  } catch {
    return false
  }
}

/** Remembers whether that is wanted. */
export function wantLive(isWanted: boolean): void {
  try {
    if (isWanted) localStorage.setItem(WANTED, '1')
    else localStorage.removeItem(WANTED)
  } catch {
    // What is not remembered is chosen again next time.
  }
}
