import { toggle } from './marks.ts'
import { change, formatOf, typedIn, type WritingForm } from './typing.ts'

/** Wide enough for all marks in one row. */
const WIDE = '(min-width: 48rem)'

/** Puts a mark on what is selected, or takes it off. */
export function putMark({ form, text, words }: WritingForm, mark: string): void {
  const made = toggle(typedIn(text), mark, formatOf(form), words['column'])
  if (made) change(text, made)
}

/**
 * Puts the row of marks above the text. One of its buttons is reached by Tab, the others by the arrow keys, as in every
 * toolbar (ARIA Authoring Practices). What does not fit stands behind "More". → the button of each deed by its name.
 */
export function addToolbar(
  writing: WritingForm,
  bar: HTMLElement,
): (tool: string) => HTMLButtonElement | null {
  const { text, form } = writing
  text.before(bar)
  if (text.id) bar.setAttribute('aria-controls', text.id)
  const details = bar.querySelector('details')
  const wide = matchMedia(WIDE)
  const folded = details?.querySelector('.also')
  const arrange = (): void => {
    if (!details || !folded) return
    if (wide.matches) details.before(folded)
    else details.querySelector('div')?.prepend(folded)
  }
  arrange()
  wide.addEventListener('change', arrange)
  bar.addEventListener('click', ({ target }) => {
    const mark = target instanceof Element ? target.closest<HTMLElement>('[data-mark]') : null
    if (!mark) return
    putMark(writing, mark.dataset['mark']!)
    if (details) details.open = false
  })
  bar.addEventListener('keydown', event => {
    if (event.key === 'Escape' && details?.open) {
      details.open = false
      details.querySelector('summary')?.focus()
    } else walk(bar, event)
  })
  form.addEventListener('focusin', ({ target }) => {
    if (details?.open && target instanceof Node && !details.contains(target)) details.open = false
  })
  return tool => bar.querySelector(`[data-tool=${tool}]`)
}

/** Arrow keys, Home and End lead through the row. */
function walk(bar: HTMLElement, event: KeyboardEvent): void {
  const all = [...bar.querySelectorAll<HTMLElement>('button, summary')]
  const stops = all.filter(each => each.getClientRects().length > 0)
  const at = stops.indexOf(document.activeElement as HTMLElement)
  const forward = getComputedStyle(bar).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
  const to = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: stops.length - 1 }[event.key]
  const next = to === undefined || at < 0 ? undefined : stops[(to + stops.length) % stops.length]
  if (!next) return
  event.preventDefault()
  for (const each of all) each.tabIndex = each === next ? 0 : -1
  next.focus()
}
