import { lift, wrapIn } from 'prosemirror-commands'
import { Fragment, type Node, type NodeType } from 'prosemirror-model'
import { type Command, type EditorState, Selection } from 'prosemirror-state'
import { schema } from './schema.ts'

const { nodes } = schema

/** Where the item is that the caret stands in; null outside of lists. */
function itemAround(state: EditorState): { depth: number; item: Node } | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--)
    if ($from.node(depth).type === nodes.item) return { depth, item: $from.node(depth) }
  return null
}

/** Makes items of the paragraphs that are selected; a list of the same kind is undone, one of the other becomes this one. */
export const listed =
  (type: NodeType): Command =>
  (state, dispatch) => {
    const around = itemAround(state)
    if (!around) return makeList(type)(state, dispatch)
    const { $from } = state.selection
    const list = $from.node(around.depth - 1)
    if (list.type === type) return liftItem(state, dispatch)
    dispatch?.(state.tr.setNodeMarkup($from.before(around.depth - 1), type))
    return true
  }

const makeList =
  (type: NodeType): Command =>
  (state, dispatch) => {
    const { $from, $to } = state.selection
    const range = $from.blockRange($to)
    if (!range || range.depth > 0) return wrapIn(type)(state, dispatch)
    const blocks: Node[] = []
    for (let index = range.startIndex; index < range.endIndex; index++) blocks.push(range.parent.child(index))
    if (blocks.some(block => block.type !== nodes.paragraph)) return false
    const items = blocks.map(block => nodes.item.create(null, block))
    if (dispatch) {
      const { tr } = state
      tr.replaceWith(range.start, range.end, type.create(null, items))
      dispatch(tr.setSelection(Selection.near(tr.doc.resolve(Math.min($from.pos + 2, tr.doc.content.size)))))
    }
    return true
  }

/** Enter in an item begins the next one; in an empty one it ends the list. */
export const splitItem: Command = (state, dispatch) => {
  const around = itemAround(state)
  const { $from, $to } = state.selection
  if (!around || $from.parent.type !== nodes.paragraph || !$from.sameParent($to)) return false
  if ($from.parent.content.size === 0) return liftItem(state, dispatch)
  const { tr } = state
  tr.delete($from.pos, $to.pos).split($from.pos, $from.depth - around.depth + 1)
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Takes an item out of its list, where the caret stands at its beginning or nothing is in it. */
export const liftItem: Command = (state, dispatch) => {
  const around = itemAround(state)
  const { $from, empty } = state.selection
  if (!around || !empty || $from.parentOffset > 0) return false
  const list = $from.node(around.depth - 1)
  const index = $from.index(around.depth - 1)
  const start = $from.before(around.depth - 1)
  const before = list.content.cut(0, sizeUntil(list, index))
  const after = list.content.cut(sizeUntil(list, index + 1))
  const parts = [
    ...(before.size > 0 ? [list.copy(before)] : []),
    ...around.item.content.content,
    ...(after.size > 0 ? [list.copy(after)] : []),
  ]
  if ($from.node(around.depth - 2).type === nodes.item) return lift(state, dispatch)
  if (dispatch) {
    const { tr } = state
    tr.replaceWith(start, start + list.nodeSize, Fragment.fromArray(parts))
    const place = start + (before.size > 0 ? before.size + 2 : 0) + 1
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(place))).scrollIntoView())
  }
  return true
}

const sizeUntil = (list: Node, index: number): number =>
  list.content.content.slice(0, index).reduce((sum, item) => sum + item.nodeSize, 0)
