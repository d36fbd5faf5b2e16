/*
 * A Quote link leads to the form of a reply that begins with the quote. Where that form stands on the page already, the
 * quote is put into it instead, behind what was typed.
 */

document.addEventListener('click', event => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-quote]') : null
  const text = document.querySelector<HTMLTextAreaElement>('#reply textarea[name=source]')
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
  if (!link || !text || !isPlain || event.defaultPrevented) return
  event.preventDefault()
  quote(link, text).catch(() => location.assign(link.href))
})

async function quote(link: HTMLAnchorElement, text: HTMLTextAreaElement): Promise<void> {
  const format = text.form?.querySelector<HTMLInputElement>('input[name=format]:checked')?.value ?? 'markdown'
  const response = await fetch(`${link.dataset['quote']}?format=${format}`, {
    headers: { accept: 'application/json' },
  })
  if (!response.ok) throw new Error('no quote')
  const { source } = (await response.json()) as { source: string }
  const typed = text.value.trimEnd()
  const block = `${typed && '\n\n'}${source}\n`
  text.setRangeText(block, typed.length, text.value.length, 'end')
  text.dispatchEvent(new Event('input', { bubbles: true }))
  text.focus()
}
