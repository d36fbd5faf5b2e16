import { countCharacters } from './count.ts'
import { keepDraft } from './kept.ts'
import { isAddress, link } from './marks.ts'
import { offerRich } from './rich.ts'
import { takeFiles } from './taking.ts'
import { addToolbar, putMark } from './toolbar.ts'
import { change, formatOf, isLiveWanted, typedIn, type WritingForm } from './typing.ts'

/** Helps with writing in a form: marks, keys, preview, names, files, drafts, counts. */
export function aid(form: HTMLFormElement): void {
  const text = form.querySelector<HTMLTextAreaElement>('textarea[name=source]')
  const template = form.querySelector<HTMLTemplateElement>('template.aids-template')
  const bar = template?.content.cloneNode(true) as DocumentFragment | undefined
  const first = bar?.firstElementChild
  if (!text || !template || !(first instanceof HTMLElement)) return
  const status = form.querySelector('[role=status].unseen')
  const writing: WritingForm = {
    ...{ form, text, words: JSON.parse(template.dataset['words'] ?? '{}') as Record<string, string> },
    tell: said => {
      if (status) status.textContent = said
    },
  }
  const tool = addToolbar(writing, first)
  const [live, file, rich] = [tool('live'), tool('file'), tool('rich')]
  if (live) offerLive(writing, live)
  if (file) takeFiles(writing, file)
  if (rich) offerRich(writing, rich)
  countCharacters(writing)
  keepDraft(writing)
  takeKeys(writing)
  linkPasted(writing)
  watchForNames(writing)
}

/** What shows the text while it is typed is loaded where that is wanted. */
function offerLive(writing: WritingForm, button: HTMLButtonElement): void {
  const show = (): void => void import('./live.ts').then(({ showLive }) => showLive(writing, button))
  if (isLiveWanted()) show()
  else {
    button.setAttribute('aria-pressed', 'false')
    button.addEventListener('click', show, { once: true })
  }
}

/** What completes names is loaded with the first `@`. */
function watchForNames(writing: WritingForm): void {
  const { text } = writing
  const watch = (): void => {
    if (!text.value.slice(0, text.selectionStart).includes('@')) return
    text.removeEventListener('input', watch)
    void import('./mentions.ts').then(({ completeMentions }) => completeMentions(writing))
  }
  text.addEventListener('input', watch)
}

const isApple = /mac|iphone|ipad/i.test(navigator.platform)

/** Keys that work while the caret stands in the text. `code` is the place on the keyboard, whatever letter it has. */
const MARK_KEYS: Record<string, string> = { b: 'strong', i: 'emphasis', k: 'link' }

/** AltGr is Ctrl and Alt on many keyboards and makes letters, so Alt is never taken. */
function takeKeys(writing: WritingForm): void {
  const { form, text } = writing
  text.addEventListener('keydown', event => {
    const isHeld = isApple ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
    if (!isHeld || event.altKey || event.isComposing || event.defaultPrevented) return
    const key = event.key.toLowerCase()
    const mark = event.shiftKey ? undefined : MARK_KEYS[key]
    if (mark !== undefined) putMark(writing, mark)
    else if (key === 'enter' && !event.shiftKey) form.requestSubmit()
    else if (key === 'p' && event.shiftKey) form.querySelector<HTMLElement>('[value=preview]')?.click()
    else return
    event.preventDefault()
  })
}

/** An address that is pasted over words makes a link of them. Everything else is pasted as it is. */
function linkPasted({ form, text }: WritingForm): void {
  text.addEventListener('paste', event => {
    const pasted = event.clipboardData?.getData('text/plain').trim() ?? ''
    const typed = typedIn(text)
    const selected = typed.text.slice(typed.start, typed.end)
    if (event.defaultPrevented || !isAddress(pasted) || selected.trim() === '') return
    if (selected.includes('\n') || isAddress(selected.trim())) return
    event.preventDefault()
    change(text, link(typed, pasted, formatOf(form)))
  })
}
