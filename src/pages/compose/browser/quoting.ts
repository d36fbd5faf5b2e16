import { collect, collected, forget, type Picked } from './collecting.ts'
import { chosenWords } from './selecting.ts'

/*
 * Quotes without leaving the page: of a post by its Quote link, of words by selecting them, of several posts, across pages,
 * by collecting them. Where a form to write in stands on the page they are put into it behind what was typed; else the
 * link leads to one, and what was selected is collected for it.
 */

/** How far below the selected words the buttons stand, in pixels. */
const BELOW = 8

const textToWriteIn = (): HTMLTextAreaElement | null =>
  document.querySelector('#reply textarea[name=source], form.composer textarea[name=source]')
const bar = (): HTMLElement | null => document.querySelector('[data-quotes]')
const buttons = (): HTMLElement | null => document.querySelector('[data-picked]')

let picked: { quote: Picked; range: Range } | null = null

document.addEventListener('click', event => {
  const { target } = event
  if (!(target instanceof Element) || event.defaultPrevented) return
  const link = target.closest<HTMLAnchorElement>('a[data-quote]')
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
  if (link && isPlain && textToWriteIn()) {
    event.preventDefault()
    put([{ post: link.dataset['quote']!, words: '' }]).catch(() => location.assign(link.href))
  } else if (target.closest('[data-now]')) quotePicked()
  else if (target.closest('[data-later]')) collectPicked(target)
  else if (target.closest('[data-insert]')) void insertCollected()
  else if (target.closest('[data-forget]')) {
    forget()
    showBar()
  }
})

/** Puts quote blocks behind what was typed. Throws where the answer holds none. */
async function put(quotes: readonly Picked[]): Promise<void> {
  const text = textToWriteIn()
  const form = text?.form
  if (!text || !form) throw new Error('nothing to write in')
  const fields = new FormData(form)
  const csrf = String(fields.get('csrf') ?? '')
  const body = new URLSearchParams({ csrf, format: String(fields.get('format') ?? 'markdown') })
  for (const { post, words } of quotes) {
    body.append('post', post)
    body.append('words', words)
  }
  const headers = { accept: 'application/json', 'x-csrf-token': csrf }
  const response = await fetch('/quotes', { method: 'post', body, headers })
  if (!response.ok) throw new Error('no quote')
  const { source } = (await response.json()) as { source: string }
  const typed = text.value.trimEnd()
  text.setRangeText(`${typed && '\n\n'}${source}\n`, typed.length, text.value.length, 'end')
  text.dispatchEvent(new Event('input', { bubbles: true }))
  text.focus()
}

function quotePicked(): void {
  const quote = picked?.quote
  hideButtons()
  if (!quote) return
  put([quote]).catch(() => {
    collect(quote)
    showBar()
  })
}

function collectPicked(target: Element): void {
  const own = target.closest<HTMLElement>('[data-later]')?.dataset['later']
  const quote = own ? { post: own, words: '' } : picked?.quote
  if (quote) collect(quote)
  if (!own) hideButtons()
  showBar()
}

async function insertCollected(): Promise<void> {
  try {
    await put(collected())
    forget()
  } catch {
    // They stay collected.
  }
  showBar()
}

function showBar(): void {
  const place = bar()
  const count = place?.querySelector('[data-count]')
  if (!place || !count) return
  const { length } = collected()
  count.textContent = length.toLocaleString(document.documentElement.lang)
  place.hidden = length === 0
}

/** Beside each Quote link, a button that only collects. */
function addLaterButtons(): void {
  const label = buttons()?.querySelector('[data-later]')?.textContent
  if (!label) return
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-quote]')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.dataset['later'] = link.dataset['quote']!
    button.textContent = label
    link.after(button)
  }
}

function hideButtons(): void {
  picked = null
  const place = buttons()
  if (place) place.hidden = true
}

/** Shows the buttons below the selected words, and in the order of the keyboard behind the text that they stand in. */
function showButtons(): void {
  const place = buttons()
  if (!place) return
  const chosen = chosenWords(getSelection())
  if (!chosen) {
    if (!place.contains(document.activeElement)) hideButtons()
    return
  }
  picked = chosen
  if (place.previousElementSibling !== chosen.text) chosen.text.after(place)
  place.hidden = false
  placeButtons()
}

function placeButtons(): void {
  const place = buttons()
  if (!picked || !place || place.hidden) return
  const words = picked.range.getBoundingClientRect()
  const { width, height } = place.getBoundingClientRect()
  const highest = Math.min(words.bottom + BELOW, innerHeight - height - BELOW)
  place.style.top = `${Math.max(BELOW, highest)}px`
  place.style.left = `${Math.max(BELOW, Math.min(words.left, innerWidth - width - BELOW))}px`
}

let waiting = 0
document.addEventListener('selectionchange', () => {
  cancelAnimationFrame(waiting)
  waiting = requestAnimationFrame(showButtons)
})
addEventListener('scroll', placeButtons, { passive: true })
addEventListener('resize', placeButtons)
// The buttons do not take the selection away.
document.addEventListener('pointerdown', event => {
  if (event.target instanceof Element && event.target.closest('[data-picked]')) event.preventDefault()
})
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') hideButtons()
})
addEventListener('pageshow', showBar)
addLaterButtons()
showBar()
