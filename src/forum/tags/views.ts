import { type Html, html, joined } from '#base/html.ts'
import type { TagName } from './model.ts'

/** Where the threads of a tag are listed. */
export const tagPath = ({ name }: Pick<TagName, 'name'>): string => `/tags/${encodeURIComponent(name)}`

/** Tags in a row, each leading to its threads. */
export const TagLinks = (tags: readonly TagName[]): Html =>
  html`${joined(
    tags.map(tag => html`<a href="${tagPath(tag)}" rel="tag"><bdi>${tag.name}</bdi></a>`),
    ', ',
  )}`
