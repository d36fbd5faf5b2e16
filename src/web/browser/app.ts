import { elementsOf, goTo, sendForm } from './send.ts'
import { keepTyped } from './typed.ts'

/*
 * Everything works without this script. With it:
 * a form with `data-island` is answered in its place;
 * a button with `data-into="id"` shows the answer within the element of that id, its form stays as it is;
 * `data-failed` on a form is what is said when no answer comes; without it the browser sends the form itself.
 */

document.addEventListener('submit', event => {
  const { target: form, submitter: button } = event
  if (!(form instanceof HTMLFormElement)) return
  const into = button?.dataset['into']
  if (into === undefined && form.dataset['island'] === undefined) return
  event.preventDefault()
  if (!form.hasAttribute('aria-busy')) void sendInPlace(form, button, into)
})

async function sendInPlace(
  form: HTMLFormElement,
  button: HTMLElement | null,
  into: string | undefined,
): Promise<void> {
  form.setAttribute('aria-busy', 'true')
  try {
    const answer = await sendForm(form, button)
    if ('goTo' in answer) goTo(answer.goTo)
    else show(form, button, into, answer)
  } catch {
    fail(form, button)
  } finally {
    form.removeAttribute('aria-busy')
  }
}

function show(
  form: HTMLFormElement,
  button: HTMLElement | null,
  into: string | undefined,
  answer: { markup: string; isFine: boolean },
): void {
  const content = elementsOf(answer.markup)
  if (into !== undefined) {
    const place = document.getElementById(into)
    place?.replaceChildren(content)
    place?.scrollIntoView({ block: 'nearest' })
    return
  }
  if (!answer.isFine) {
    if (form.nextElementSibling?.matches('.problem, .notice')) form.nextElementSibling.remove()
    form.after(content)
    return
  }
  const index = [...form.elements].indexOf(button as Element)
  const next = content.querySelector('form')
  form.replaceWith(content)
  const same = next?.elements[index]
  if (same instanceof HTMLElement) same.focus()
}

/** No answer came. What was typed stays where it is. */
function fail(form: HTMLFormElement, button: HTMLElement | null): void {
  const { failed } = form.dataset
  if (failed === undefined) {
    delete form.dataset['island']
    form.requestSubmit(button)
    return
  }
  const notice = document.createElement('p')
  notice.className = 'problem'
  notice.setAttribute('role', 'alert')
  notice.textContent = failed
  if (form.lastElementChild?.matches('.problem')) form.lastElementChild.remove()
  form.append(notice)
}

keepTyped()
