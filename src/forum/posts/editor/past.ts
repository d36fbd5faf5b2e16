import type { Slice } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'

/** How long typing goes on to be one step, in milliseconds, and how many steps are remembered. */
const ONE_STEP = 600
const MOST_STEPS = 300

/** Whether signs were put in or taken out, and nothing else. */
const isTyping = ({ steps }: Transaction): boolean =>
  steps.every(step => {
    const { slice } = step as { slice?: Slice }
    return slice !== undefined && !('gapFrom' in step) && (slice.content.firstChild?.isText ?? true)
  })

/**
 * What the text was before, step by step. A state holds its whole text and shares what did not change with the others, so that
 * going back is putting an old one in place: blocks that nobody touched are still the same ones.
 */
export class Past {
  private readonly behind: EditorState[] = []
  private readonly ahead: EditorState[] = []
  private last = 0

  /** Remembers what was before a change. What is typed without a pause is one step; everything else is one by itself. */
  note(before: EditorState, transaction: Transaction): void {
    const { time, docChanged } = transaction
    if (!docChanged) return
    const isTyped = isTyping(transaction)
    if (!isTyped || time - this.last > ONE_STEP) this.behind.push(before)
    if (this.behind.length > MOST_STEPS) this.behind.shift()
    this.last = isTyped ? time : 0
    this.ahead.length = 0
  }

  /** What was a step before the present; null where nothing is remembered. */
  back(present: EditorState): EditorState | null {
    return this.move(this.behind, this.ahead, present)
  }

  /** What was taken back last. */
  forth(present: EditorState): EditorState | null {
    return this.move(this.ahead, this.behind, present)
  }

  get hasBack(): boolean {
    return this.behind.length > 0
  }

  get hasForth(): boolean {
    return this.ahead.length > 0
  }

  private move(from: EditorState[], to: EditorState[], present: EditorState): EditorState | null {
    const state = from.pop() ?? null
    if (state) to.push(present)
    this.last = 0
    return state
  }
}
