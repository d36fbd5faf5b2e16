import {
  baseKeymap,
  chainCommands,
  createParagraphNear,
  exitCode,
  liftEmptyBlock,
  newlineInCode,
  splitBlock,
  toggleMark,
} from 'prosemirror-commands'
import type { Slice } from 'prosemirror-model'
import { type Command, EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { documentOf, type ReadBlock, readBlocks, withRoom, writeDocument } from './blocks.ts'
import { liftItem, splitItem } from './lists.ts'
import { Past } from './past.ts'
import { clean } from './paste.ts'
import { schema } from './schema.ts'
import { type EditorWords, toolbar, toolsOf } from './tools.ts'

const { marks, nodes } = schema

export interface EditorOptions {
  readonly words: EditorWords
  /** Sends files to the forum; → the Markdown that shows them. */
  readonly upload?: (files: readonly File[]) => Promise<readonly string[]>
}

/** An editor that stands in the place of a text field. */
export interface RichText {
  /** Puts the text field back, with what was written. */
  close(): void
  focus(): void
}

/**
 * Opens an editor in the place of a text field that holds Markdown. Whatever is written is in the field at once, as Markdown; what
 * nobody touched stays there letter by letter. The field tells of each change by its `input` event.
 */
export function openRichText(field: HTMLTextAreaElement, options: EditorOptions): RichText {
  const before = readBlocks(field.value)
  const past = new Past()
  const place = document.createElement('div')
  const view: EditorView = new EditorView(place, {
    state: EditorState.create({ doc: withRoom(documentOf(before)) }),
    attributes: () => attributesOf(field),
    transformPastedHTML: clean,
    dispatchTransaction: transaction => {
      past.note(view.state, transaction)
      view.updateState(view.state.apply(transaction))
      tools.refresh()
      if (transaction.docChanged) write(field, view, before)
    },
    handleKeyDown: (_view, event) => {
      const key = keyOf(event)
      if (key === 'Mod-z') return goTo(past.back(view.state))
      if (key === 'Mod-y' || key === 'Mod-Shift-z') return goTo(past.forth(view.state))
      return Object.hasOwn(KEYS, key) && KEYS[key]!(view.state, view.dispatch, view)
    },
    handlePaste: (_view, event, slice) => takesFiles(view, options, event.clipboardData, slice),
    handleDrop: (_view, event, slice) => takesFiles(view, options, event.dataTransfer, slice),
  })
  const goTo = (state: EditorState | null): boolean => {
    if (!state) return true
    view.updateState(state)
    tools.refresh()
    write(field, view, before)
    return true
  }
  const { words } = options
  const tools = toolbar(
    view,
    [
      ...toolsOf(words),
      { name: words.undo, isReady: () => past.hasBack, run: () => goTo(past.back(view.state)) },
      { name: words.redo, isReady: () => past.hasForth, run: () => goTo(past.forth(view.state)) },
    ],
    words.tools,
  )
  return putBefore(field, view, [tools.element, place])
}

/** Puts an editor in the place of a text field. */
function putBefore(field: HTMLTextAreaElement, view: EditorView, parts: readonly HTMLElement[]): RichText {
  const frame = document.createElement('div')
  frame.className = 'rich'
  frame.append(...parts)
  field.before(frame)
  field.hidden = true
  return {
    close: () => {
      view.destroy()
      frame.remove()
      field.hidden = false
    },
    focus: () => view.focus(),
  }
}

/** Sends the files that were pasted or dropped, if there are any, and puts in what shows them. */
function takesFiles(
  view: EditorView,
  { upload }: EditorOptions,
  data: DataTransfer | null,
  slice: Slice,
): boolean {
  const files = [...(data?.files ?? [])]
  // A word processor copies a picture of its text along with the text.
  if (files.length === 0 || slice.size > 0 || !upload) return false
  void upload(files).then(written => insert(view, written.join('\n\n')))
  return true
}

/** What keys do, each named as the browser names it, with what is held down before it. */
const KEYS: Readonly<Record<string, Command>> = {
  ...baseKeymap,
  'Mod-b': toggleMark(marks.strong),
  'Mod-i': toggleMark(marks.emphasis),
  'Mod-e': toggleMark(marks.code),
  'Shift-Enter': chainCommands(exitCode, (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.break.create()).scrollIntoView())
    return true
  }),
  Enter: chainCommands(splitItem, newlineInCode, createParagraphNear, liftEmptyBlock, splitBlock),
  Backspace: chainCommands(liftItem, baseKeymap['Backspace']!),
}

const isApple = /Mac|iP(?:hone|ad|od)/.test(navigator.platform)

/** `Mod-Shift-z`: the key that a command is looked for by. `Mod` is Cmd on a Mac, Ctrl elsewhere. */
function keyOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  const isMod = isApple ? metaKey : ctrlKey
  const held = [
    altKey && 'Alt',
    (isApple ? ctrlKey : metaKey) && 'Other',
    isMod && 'Mod',
    shiftKey && 'Shift',
  ]
  return [...held.filter(Boolean), key.length === 1 ? key.toLowerCase() : key].join('-')
}

/** The editor is named and described as the field is. */
function attributesOf(field: HTMLTextAreaElement): Record<string, string> {
  const label = field.labels?.[0]
  if (label) label.id ||= `${field.id}-label`
  const described = field.getAttribute('aria-describedby')
  return {
    role: 'textbox',
    'aria-multiline': 'true',
    class: 'text',
    dir: 'auto',
    ...(label && { 'aria-labelledby': label.id }),
    ...(described && { 'aria-describedby': described }),
  }
}

function write(field: HTMLTextAreaElement, view: EditorView, before: readonly ReadBlock[]): void {
  field.value = writeDocument(view.state.doc, before)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Puts Markdown where the caret stands. */
function insert(view: EditorView, markdown: string): void {
  const { content } = documentOf(readBlocks(markdown))
  const only = content.childCount === 1 ? content.firstChild : null
  const { tr } = view.state
  const added =
    only?.type === nodes.paragraph
      ? tr.replaceWith(tr.selection.from, tr.selection.to, only.content)
      : tr.insert(tr.selection.to, content)
  view.dispatch(added.scrollIntoView())
  view.focus()
}
