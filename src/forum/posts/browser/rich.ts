import type { RichText } from '../editor/editor.ts'
import type { EditorWords } from '../editor/tools.ts'
import { formatOf, type WritingForm } from './typing.ts'

/** What a button of the row of marks says. */
function nameOf(form: HTMLFormElement, mark: string): string {
  const button = form.querySelector(`.aids [data-mark=${mark}]`)
  return button?.getAttribute('aria-label') ?? button?.textContent ?? ''
}

/** What the editor says: its marks are named as the buttons of the row of marks are. */
function editorWords(form: HTMLFormElement, words: WritingForm['words']): EditorWords {
  const named = (mark: string): string => nameOf(form, mark)
  const said = (key: string): string => words[key] ?? ''
  return {
    ...{ strong: named('strong'), emphasis: named('emphasis'), strike: named('struck') },
    ...{ code: named('code'), link: named('link'), heading: named('heading'), quote: named('quote') },
    ...{ bullets: named('list'), numbers: named('numbers') },
    ...{ address: said('address'), undo: said('undo'), redo: said('redo'), tools: said('toolbar') },
  }
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
    rich ??= openRichText(text, {
      words: editorWords(form, words),
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
