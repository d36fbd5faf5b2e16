import type { RichText } from '../editor/editor.ts'
import { formatOf, type WritingForm } from './typing.ts'

/** What a button of the row of marks says. */
function nameOf(form: HTMLFormElement, mark: string): string {
  const button = form.querySelector(`.aids [data-mark=${mark}]`)
  return button?.getAttribute('aria-label') ?? button?.textContent ?? ''
}

/**
 * The button that puts an editor in the place of the text field, which is loaded then and only then. It writes Markdown,
 * so it is not offered for BBCode.
 */
export function offerRich(writing: WritingForm, button: HTMLButtonElement): void {
  const { form, text, words } = writing
  let rich: RichText | null = null
  const close = (): void => {
    rich?.close()
    rich = null
    show()
  }
  const show = (): void => {
    button.hidden = formatOf(form) !== 'markdown'
    button.setAttribute('aria-pressed', String(rich !== null))
    form.classList.toggle('is-rich', rich !== null)
  }
  const open = async (): Promise<void> => {
    const { openRichText } = await import('../editor/editor.ts')
    const [strong, emphasis, strike] = ['strong', 'emphasis', 'struck'].map(mark => nameOf(form, mark))
    const [code, link, heading] = ['code', 'link', 'heading'].map(mark => nameOf(form, mark))
    const [quote, bullets, numbers] = ['quote', 'list', 'numbers'].map(mark => nameOf(form, mark))
    rich ??= openRichText(text, {
      words: {
        ...{ strong: strong!, emphasis: emphasis!, strike: strike!, code: code!, link: link! },
        ...{ heading: heading!, quote: quote!, bullets: bullets!, numbers: numbers! },
        ...{ address: words['address'] ?? '', undo: words['undo'] ?? '', redo: words['redo'] ?? '' },
        tools: words['toolbar'] ?? '',
      },
      ...(form.querySelector('input[type=file]') && {
        upload: async files => (await import('./files.ts')).sentAsMarkdown(writing, files),
      }),
    })
    rich.focus()
    show()
  }
  button.addEventListener('click', () => {
    if (rich) close()
    else void open()
  })
  form.addEventListener('change', () => {
    if (rich && formatOf(form) !== 'markdown') close()
    else show()
  })
  show()
}
