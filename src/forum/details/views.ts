import { type Html, html, type Part } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { publisherOf } from '../addresses/model.ts'
import type { Board } from '../boards/tree.ts'
import { boardPath } from '../boards/views.ts'
import { KIND_NAMES } from '../kinds/views.ts'
import { PrefixMark, prefixJson } from '../prefixes/views.ts'
import { TagLinks } from '../tags/views.ts'
import type { ShownDetails } from './model.ts'

/** The facts of a line about a thread: its prefix, its kind, its tags. The first two lead to their likes in the board. */
export function detailFacts(details: ShownDetails, { words, board }: { words: Words; board: Board }): Part[] {
  const { kind, prefix, tags } = details
  const path = boardPath(board)
  const prefixPath = prefix?.boards.has(board.id) ? `${path}?prefix=${prefix.id}` : undefined
  return [
    ...(prefix ? [PrefixMark(prefix, prefixPath)] : []),
    ...(kind === 'discussion' ? [] : [KindLink(details, { words, path })]),
    ...(tags.length > 0 ? [words.sayHtml('thread.tagged', { tags: TagLinks(tags) })] : []),
  ]
}

function KindLink({ kind, isAnswered }: ShownDetails, { words, path }: { words: Words; path: string }): Html {
  const name = html`<a href="${path}?kind=${kind}">${words.say(KIND_NAMES[kind])}</a>`
  return isAnswered ? html`${name} (${words.say('thread.answered')})` : name
}

/** The line under the title of an article: where it is from, by its host. */
export function SourceLine({ sourceUrl }: Pick<ShownDetails, 'sourceUrl'>, words: Words): Html | null {
  if (sourceUrl === '') return null
  const source = html`<a href="${sourceUrl}" rel="nofollow noopener ugc"><bdi>${publisherOf(sourceUrl)}</bdi></a>`
  return html`<p class="meta">${words.sayHtml('thread.from', { source })}</p>`
}

/** The same for a program. */
export const detailsJson = ({ kind, prefix, tags, sourceUrl }: Omit<ShownDetails, 'isAnswered'>): object => ({
  ...{ kind, prefix: prefixJson(prefix), tags: tags.map(tag => tag.name) },
  sourceUrl: sourceUrl === '' ? null : sourceUrl,
})
