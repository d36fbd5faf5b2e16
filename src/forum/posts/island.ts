/*
 * Where a post is written, what helps with it is loaded; other pages do without. What a browser keeps of drafts leaves it
 * with its member.
 */

const forms = document.querySelectorAll<HTMLFormElement>('form.composer')
if (forms.length > 0) void import('./browser/aids.ts').then(({ aid }) => forms.forEach(aid))

document.addEventListener('submit', ({ target }) => {
  if (!(target instanceof HTMLFormElement) || !target.action.endsWith('/sign-out')) return
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith('draft ')) localStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
})
