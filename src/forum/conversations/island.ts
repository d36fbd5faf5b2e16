/*
 * A conversation is read when the end of what is shown comes into sight: the button below it is pressed then, and goes.
 * Names of people are completed while they are typed.
 */

const LEAST_LETTERS = 2
const PAUSE = 200

const sight = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) void press(target as HTMLFormElement)
})

async function press(form: HTMLFormElement): Promise<void> {
  sight.unobserve(form)
  const fields = new FormData(form)
  const response = await fetch(form.action, {
    method: 'post',
    body: new URLSearchParams([...fields].map(([name, value]) => [name, String(value)])),
    headers: { 'x-island': '1', 'x-csrf-token': String(fields.get('csrf') ?? '') },
  }).catch(() => null)
  if (response?.ok) form.remove()
}

for (const form of document.querySelectorAll('form[data-read]')) sight.observe(form)

/** Offers names for the last one of a list that is being typed; each choice is the whole list with it. */
function completeNames(input: HTMLInputElement): void {
  const list = document.createElement('datalist')
  list.id = `${input.id}-names`
  input.after(list)
  input.setAttribute('list', list.id)
  let timer = 0
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void offer(input, list), PAUSE)
  })
}

async function offer(input: HTMLInputElement, list: HTMLDataListElement): Promise<void> {
  const [, before = '', begins = ''] = /^(.*[,;،؛]\s*)?(.*)$/u.exec(input.value) ?? []
  if (begins.trim().length < LEAST_LETTERS) return
  const query = new URLSearchParams({ begins: begins.trim() })
  const response = await fetch(`/members/completions?${query}`, {
    headers: { accept: 'application/json' },
  }).catch(() => null)
  if (!response?.ok) return
  const { members } = (await response.json()) as { members: { name: string }[] }
  list.replaceChildren(...members.map(({ name }) => new Option('', `${before}${name}`)))
}

for (const input of document.querySelectorAll<HTMLInputElement>('input[name=people]')) completeNames(input)
