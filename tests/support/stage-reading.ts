import type { Findings, Span } from '@rostra/record'
import { postId } from '#base/ids.ts'
import { keyed, type PostFindings } from '#forum/findings/model.ts'
import { readableText } from '#forum/findings/text.ts'
import type { PostPlace } from '#forum/posts/model.ts'
import type { Store } from '#store/store.ts'

/** What shall have been read in a post: each finding by words that stand in its text. */
export interface Staged {
  /** `marked` are the words in quotation marks, the whole unless given; none for an indirect quotation. */
  readonly quotations?: readonly {
    readonly words: string
    readonly kind?: 'direct' | 'mixed' | 'indirect'
    readonly marked?: readonly string[]
    readonly speaker?: string
    readonly resolved?: string
    readonly group?: number
  }[]
  readonly figures?: readonly { readonly words: string; readonly value: number; readonly unit?: string }[]
  readonly statements?: readonly { readonly words: string; readonly source?: number }[]
  readonly sources?: readonly {
    readonly words: string
    readonly url: string
    readonly of: string
    readonly date?: string
  }[]
}

/** Words → where they stand in a text. */
function placeIn(text: string, words: string): Span {
  const start = text.indexOf(words)
  if (start === -1) throw new Error(`${JSON.stringify(words)} is not in ${JSON.stringify(text)}`)
  return { start, end: start + words.length }
}

function findingsOf(text: string, staged: Staged): Findings {
  const at = (words: string): Span => placeIn(text, words)
  return {
    language: 'english',
    quotations: (staged.quotations ?? []).map((quotation, index) => {
      const { words, kind = 'direct', speaker = '', resolved = '', group = index } = quotation
      const marked = (quotation.marked ?? (kind === 'indirect' ? [] : [words])).map(at)
      const named = speaker === '' ? null : at(speaker)
      return {
        ...{ ...at(words), kind, marked, speaker, cue: 'said', resolved, group },
        ...{ speakerStart: named?.start ?? null, speakerEnd: named?.end ?? null },
        reading: resolved === '' ? null : { how: 'pronoun', from: null },
      }
    }),
    figures: (staged.figures ?? []).map(({ words, value, unit = '' }) => ({
      ...{ ...at(words), value, to: null, change: null, unit, counts: '' },
    })),
    dates: [],
    sources: (staged.sources ?? []).map(({ words, url, of, date = '' }) => ({
      ...{ ...at(words), url, publisher: new URL(url).hostname, date, of: at(of) },
    })),
    statements: (staged.statements ?? []).map(({ words, source = null }) => ({ ...at(words), source })),
    repeats: [],
    stray: [],
  }
}

/** Keeps a reading of a post as if the engine had read just these things in it; → them with their names. */
export async function stageReading(
  store: Store,
  { threadId, number }: PostPlace,
  staged: Staged,
): Promise<PostFindings> {
  const post = await store.read
    .selectFrom('posts')
    .select(['id', 'html', 'revision', 'renderer', 'createdAt'])
    .where('id', '=', postId(threadId, number))
    .executeTakeFirstOrThrow()
  const { text } = readableText(post.html)
  const findings = keyed(text, findingsOf(text, staged))
  const reading = {
    ...{ postId: post.id, revision: post.revision, renderer: post.renderer, engine: 1 },
    ...{ readAt: post.createdAt, findings: JSON.stringify(findings), html: null },
  }
  await store.write.deleteFrom('readings').where('postId', '=', post.id).execute()
  await store.write.insertInto('readings').values(reading).execute()
  return findings
}
