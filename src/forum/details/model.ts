import { Refused } from '#base/errors.ts'
import { readAddress } from '../addresses/model.ts'
import type { Board } from '../boards/tree.ts'
import type { ThreadKind } from '../kinds/model.ts'
import { type Prefix, readPrefix } from '../prefixes/model.ts'
import type { Site } from '../site.ts'
import { readTags, type TagName } from '../tags/model.ts'
import type { Thread } from '../threads/model.ts'

/** What may be said of a thread besides its title, as typed. What is left out is as in any thread of its board. */
export interface DetailsInput {
  readonly kind?: ThreadKind | undefined
  /** The id of a prefix; null for none. */
  readonly prefixId?: number | null | undefined
  /** Separated by commas. */
  readonly tags?: string | undefined
  /** Of an article, where it is from. */
  readonly sourceUrl?: string | undefined
}

/** The same as it is kept. */
export interface Details {
  readonly kind: ThreadKind
  readonly prefixId: number | null
  readonly tags: readonly TagName[]
  /** '' for what is no article. */
  readonly sourceUrl: string
}

/** What is said of a thread besides its title. */
export interface ShownDetails {
  readonly kind: ThreadKind
  readonly prefix: Prefix | undefined
  readonly tags: readonly TagName[]
  /** '' for none. */
  readonly sourceUrl: string
  /** Whether it is a question that a post answers. */
  readonly isAnswered: boolean
}

/** The kind that a thread of a board has unless another is chosen. */
export const usualKind = ({ kinds }: Pick<Board, 'kinds'>): ThreadKind =>
  kinds.includes('discussion') ? 'discussion' : (kinds[0] ?? 'discussion')

/**
 * Details as typed → as they are kept. `present` is the thread that they are of, if it is there already: what it has it may
 * keep. Throws `invalid` for the fields `kind`, `prefix`, `tags` and `sourceUrl`.
 */
export function readDetails(
  { prefixes }: Pick<Site, 'prefixes'>,
  board: Board,
  input: DetailsInput,
  present?: Pick<Thread, 'kind' | 'prefixId'>,
): Details {
  const kind = input.kind ?? present?.kind ?? usualKind(board)
  if (kind !== present?.kind && !board.kinds.includes(kind))
    throw new Refused('invalid', 'form.not-offered', { field: 'kind' })
  return {
    kind,
    prefixId: readPrefix(prefixes, board, input.prefixId ?? null, present?.prefixId),
    tags: readTags(input.tags ?? ''),
    sourceUrl: kind === 'article' ? readAddress(input.sourceUrl ?? '', 'sourceUrl') : '',
  }
}
