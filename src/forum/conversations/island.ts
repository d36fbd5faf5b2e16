/*
 * A conversation is read when the end of what is shown comes into sight: the button below it is pressed then, and goes.
 */

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
