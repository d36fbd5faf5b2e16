import { filled, type WritingForm } from './typing.ts'

/** Below this part of the limit, or this many characters, what is left is said. */
const NEAR = 0.1
const FEW = 1000

/** Lengths as the server counts them: line breaks are one unit, white space at the ends of a line of text is none. */
const lengthOf = (field: HTMLInputElement | HTMLTextAreaElement): number =>
  field instanceof HTMLTextAreaElement
    ? field.value.trimEnd().length
    : field.value.replace(/\s+/g, ' ').trim().length

/** Says how many characters a field has left when the limit is near, how many are too many, and how many it lacks. */
export function countCharacters({ form, words }: WritingForm): void {
  const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'textarea[data-max], input[maxlength]',
  )
  const lang = document.documentElement.lang
  for (const field of fields) {
    const most = Number(field.dataset['max'] ?? field.getAttribute('maxlength'))
    const least = Number(field.dataset['min'] ?? 0)
    const place = document.createElement('p')
    place.className = 'hint count'
    place.id = `${field.id}-count`
    field.after(place)
    const say = (): void => {
      const length = lengthOf(field)
      const left = most - length
      const isNear = left <= Math.min(FEW, Math.max(10, most * NEAR))
      const key = left < 0 ? 'over' : isNear ? 'left' : length > 0 && length < least ? 'lacking' : null
      const count = (key === 'lacking' ? least - length : Math.abs(left)).toLocaleString(lang)
      const said = key === null ? '' : filled(words[key], { count })
      if (place.textContent !== said) place.textContent = said
      place.classList.toggle('problem', left < 0)
    }
    const described = field.getAttribute('aria-describedby')
    field.setAttribute('aria-describedby', [described, place.id].filter(Boolean).join(' '))
    field.addEventListener('input', say)
    say()
  }
}
