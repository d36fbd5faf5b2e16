import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands'
import type { Command, EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { listed } from './lists.ts'
import { safeHref, schema } from './schema.ts'

const { marks, nodes } = schema

/** What the editor says, in the reader's language. */
export interface EditorWords {
  readonly strong: string
  readonly emphasis: string
  readonly strike: string
  readonly code: string
  readonly link: string
  /** What is asked for a link. */
  readonly address: string
  readonly heading: string
  readonly quote: string
  readonly bullets: string
  readonly numbers: string
  readonly undo: string
  readonly redo: string
  /** Names the row of buttons. */
  readonly tools: string
}

/** A button of the editor: what it says, does, and whether that holds where the caret stands. */
interface Tool {
  readonly name: string
  readonly command: Command
  readonly isOn?: (state: EditorState) => boolean
}

/** One that is no command of the text. */
interface Act {
  readonly name: string
  isReady(): boolean
  run(): void
}

const holds =
  (type: (typeof marks)[keyof typeof marks]) =>
  (state: EditorState): boolean => {
    const { from, to, empty, $from } = state.selection
    return empty
      ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
      : state.doc.rangeHasMark(from, to, type)
  }

const within =
  (type: (typeof nodes)[keyof typeof nodes]) =>
  (state: EditorState): boolean => {
    const { $from } = state.selection
    return Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth)).some(
      node => node.type === type,
    )
  }

/** The buttons that change the text, in their order. */
export function toolsOf(words: EditorWords): Tool[] {
  const mark = (name: string, type: (typeof marks)[keyof typeof marks]): Tool => ({
    ...{ name, command: toggleMark(type), isOn: holds(type) },
  })
  const isQuoted = within(nodes.quote)
  const isHeading = within(nodes.heading)
  return [
    mark(words.strong, marks.strong),
    mark(words.emphasis, marks.emphasis),
    mark(words.strike, marks.strike),
    mark(words.code, marks.code),
    { name: words.link, command: linkTo(words.address), isOn: holds(marks.link) },
    {
      name: words.heading,
      isOn: isHeading,
      command: (state, dispatch) =>
        (isHeading(state) ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, { level: 2 }))(
          state,
          dispatch,
        ),
    },
    {
      name: words.quote,
      isOn: isQuoted,
      command: (state, dispatch) => (isQuoted(state) ? lift : wrapIn(nodes.quote))(state, dispatch),
    },
    { name: words.bullets, isOn: within(nodes.bullets), command: listed(nodes.bullets) },
    { name: words.numbers, isOn: within(nodes.numbers), command: listed(nodes.numbers) },
  ]
}

/** Makes a link of what is selected, to an address that is asked for; takes it away where there is one. */
const linkTo =
  (question: string): Command =>
  (state, dispatch) => {
    if (holds(marks.link)(state)) return toggleMark(marks.link)(state, dispatch)
    if (state.selection.empty) return false
    if (!dispatch) return true
    const typed = window.prompt(question, 'https://')
    const href = safeHref(typed)
    return href === '' ? false : toggleMark(marks.link, { href })(state, dispatch)
  }

/** A row of buttons; `refresh` has them say what holds where the caret stands. */
export function toolbar(
  view: EditorView,
  tools: readonly (Tool | Act)[],
  label: string,
): { element: HTMLElement; refresh(): void } {
  const element = document.createElement('div')
  element.className = 'tools'
  element.setAttribute('role', 'toolbar')
  element.setAttribute('aria-label', label)
  const buttons = tools.map(tool => ({ tool, button: buttonOf(view, tool) }))
  element.append(...buttons.map(({ button }) => button))
  const refresh = (): void => {
    for (const { tool, button } of buttons) {
      button.disabled = 'run' in tool ? !tool.isReady() : !tool.command(view.state)
      if ('isOn' in tool) button.setAttribute('aria-pressed', String(tool.isOn?.(view.state)))
    }
  }
  refresh()
  return { element, refresh }
}

function buttonOf(view: EditorView, tool: Tool | Act): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = tool.name
  // The selection of the text stays where it is.
  button.addEventListener('mousedown', event => event.preventDefault())
  button.addEventListener('click', () => {
    if ('run' in tool) tool.run()
    else tool.command(view.state, view.dispatch, view)
    view.focus()
  })
  return button
}
