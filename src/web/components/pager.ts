import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'

/** Pages shown on each side of the one that is open. */
const NEIGHBOURS = 2

/** Which pages a pager names, null for those left out: 9 of 20 → 1 null 7 8 9 10 11 null 20. A gap of one is filled. */
export function pagerSteps(page: number, pages: number): (number | null)[] {
  const steps: (number | null)[] = []
  let last = 0
  for (let each = 1; each <= pages; each++) {
    const named = each === 1 || each === pages || Math.abs(each - page) <= NEIGHBOURS
    if (!named) {
      // Leap to the next page that is named, so that a thread of many pages costs no more than a short one.
      const next = each < page - NEIGHBOURS ? page - NEIGHBOURS : pages
      if (next - each > 1) each = next - 1
    }
    if (named || each - last === 1 || !steps.length) {
      if (each - last > 1) steps.push(null)
      steps.push(each)
      last = each
    }
  }
  return steps
}

/** The pages of something long, as links; nothing where there is only one. `href` makes the path of a page. */
export function Pager(
  at: { page: number; pages: number },
  href: (page: number) => string,
  words: Words,
): Html | null {
  const { page, pages } = at
  if (pages <= 1) return null
  const steps = pagerSteps(page, pages).map(step => {
    if (step === null) return html`<li aria-hidden="true">…</li>`
    const here = step === page && html` aria-current="page"`
    return html`<li><a href="${href(step)}"${here} aria-label="${words.say('pager.page', { page: step })}">${words.number(step)}</a></li>`
  })
  const previous =
    page > 1 && html`<li><a href="${href(page - 1)}" rel="prev">${words.say('pager.previous')}</a></li>`
  const next =
    page < pages && html`<li><a href="${href(page + 1)}" rel="next">${words.say('pager.next')}</a></li>`
  return html`<nav class="pager" aria-label="${words.say('pager.pages')}"><ol>${previous}${steps}${next}</ol></nav>`
}
