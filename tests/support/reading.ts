import type { Quotation } from '@rostra/record'
import { postId } from '#base/ids.ts'
import { keyed, type ReadPost } from '#forum/findings/model.ts'
import type { Person, TestWriting } from './writing.ts'

/** Words that a post reports in quotation marks, and who said them; '' for nobody. */
export type Said = readonly [words: string, speaker?: string]

/** A post whose text was read, without an engine: what is quoted in it is given. */
export interface Written {
  readonly who?: Person
  readonly boardId?: number
  /** The thread to reply to; else one is started. */
  readonly threadId?: number
  /** Stands before the quotations, outside of marks. */
  readonly text?: string
  readonly says?: readonly Said[]
}

/** Findings of a text in which each of the words stands in straight double marks. */
function quotationsIn(text: string, says: readonly Said[]): Quotation[] {
  let from = 0
  return says.map(([words, speaker = ''], group): Quotation => {
    const start = text.indexOf(`"${words}"`, from)
    const end = start + words.length + 2
    from = end
    const named = speaker === '' ? null : end + 6
    return {
      ...{ start, end, kind: 'direct', marked: [{ start: start + 1, end: end - 1 }], speaker },
      ...{ speakerStart: named, speakerEnd: named === null ? null : named + speaker.length },
      ...{ cue: 'said', resolved: '', reading: null, group },
    }
  })
}

/** The readable text of a post, each quotation in a sentence of its own. */
const textOf = ({ text = '', says = [] }: Written): string =>
  [text, ...says.map(([words, speaker]) => `"${words}" said ${speaker ?? 'somebody'}.`)].join(' ').trim()

/** What the engine would hand on of a post. */
export function readPost(
  at: Pick<ReadPost, 'postId' | 'threadId' | 'boardId' | 'at'>,
  written: Written,
  revision = 1,
): ReadPost {
  const text = textOf(written)
  const findings = keyed(text, {
    ...{ language: 'english', figures: [], dates: [], sources: [], statements: [], repeats: [], stray: [] },
    quotations: quotationsIn(text, written.says ?? []),
  })
  return { ...at, revision, text, findings }
}

/** Writes a post a minute after the one before it; → what was read in it. */
export async function writePost(writing: TestWriting, written: Written): Promise<ReadPost> {
  const { who = 'Bo', boardId = writing.house.boards.news } = written
  const at = writing.house.pass(60_000)
  const source = textOf(written)
  const threadId = written.threadId ?? (await writing.start(who, { boardId, source }))
  const number = written.threadId === undefined ? 1 : await writing.write(who, threadId, source)
  return readPost({ postId: postId(threadId, number), threadId, boardId, at }, written)
}
