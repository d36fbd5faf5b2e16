/** What came of a form that was sent from the page: markup to show, or a page to go to. */
export type Answer = { readonly markup: string; readonly isFine: boolean } | { readonly goTo: string }

/**
 * Sends a form as its button would, but asks for a fragment (`X-Island`). Rejects when no answer came, or one that is
 * no fragment.
 */
export async function sendForm(form: HTMLFormElement, button: HTMLElement | null): Promise<Answer> {
  const fields = new FormData(form)
  const name = button?.getAttribute('name')
  if (name) fields.append(name, button?.getAttribute('value') ?? '')
  const response = await fetch(button?.getAttribute('formaction') ?? form.action, {
    method: 'post',
    body: new URLSearchParams([...fields].map(([field, value]) => [field, String(value)])),
    headers: { 'x-island': '1', 'x-csrf-token': String(fields.get('csrf') ?? '') },
  })
  const goTo = response.headers.get('x-go-to')
  if (goTo) return { goTo }
  if (!response.headers.get('content-type')?.startsWith('text/html')) throw new Error('not a fragment')
  return { markup: await response.text(), isFine: response.ok }
}

/** Markup that our server made → its elements. */
export function elementsOf(markup: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = markup
  return template.content
}

/** Opens a page of this site; one that differs in its anchor alone is loaded again, since it has changed. */
export function goTo(path: string): void {
  const { pathname, search } = location
  location.assign(path)
  const next = new URL(path, location.href)
  if (next.pathname === pathname && next.search === search) location.reload()
}
