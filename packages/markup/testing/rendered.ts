import { type Format, parse, type Resolution, renderHtml } from '../src/markup.ts'

/** HTML on one line and without the directions of its parts, to compare with an expectation that can be read. */
const rendered =
  (format: Format) =>
  (source: string, resolution: Resolution = {}): string =>
    renderHtml(parse(source, format), resolution).replaceAll(' dir="auto"', '').replaceAll('\n', '')

export const bbcode = rendered('bbcode')
export const markdown = rendered('markdown')

/** The attribute of links that leave the site. */
export const AWAY = ' rel="nofollow ugc noopener"'
