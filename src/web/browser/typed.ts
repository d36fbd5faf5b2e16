/** A form whose text must not be lost; `data-typed` says that it holds more than what stands there from the start. */
const KEPT = 'form[data-keep]'

/** Forms that are on their way to the server. */
const sent = new WeakSet<HTMLFormElement>()

/** Whether somebody typed what the page did not show from the start. */
function isTyped(form: HTMLFormElement): boolean {
  if (sent.has(form)) return false
  // What is kept as a draft is not lost.
  if (form.dataset['saved'] !== undefined) return false
  if (form.dataset['typed'] !== undefined) return true
  return [...form.elements].some(
    field =>
      (field instanceof HTMLTextAreaElement ||
        (field instanceof HTMLInputElement && field.type === 'text')) &&
      field.value !== field.defaultValue,
  )
}

const askBeforeLeaving = (event: BeforeUnloadEvent): void => {
  if (![...document.querySelectorAll<HTMLFormElement>(KEPT)].some(isTyped)) return
  event.preventDefault()
  // Chromium before 119 asks for this alone.
  event.returnValue = true
}

/** Has the browser ask before a page is left on which something was typed and not sent. */
export function keepTyped(): void {
  // Listening from the start would keep browsers from holding the page for the way back.
  const watch = (): void => addEventListener('beforeunload', askBeforeLeaving)
  if (document.querySelector(`${KEPT}[data-typed]`)) watch()
  addEventListener('input', event => {
    if (event.target instanceof Element && event.target.closest(KEPT)) watch()
  })
  addEventListener('submit', event => {
    if (!event.defaultPrevented && event.target instanceof HTMLFormElement) sent.add(event.target)
  })
  addEventListener('pageshow', event => {
    if (event.persisted)
      for (const form of document.querySelectorAll<HTMLFormElement>(KEPT)) sent.delete(form)
  })
}
