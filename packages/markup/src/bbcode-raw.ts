import { safeAddress } from './addresses.ts'
import { attributeOf, optionOf, type Tag } from './bbcode-scan.ts'
import { mediaAddress } from './media.ts'
import { linkNode } from './scan.ts'
import type { Node } from './tree.ts'

/** A tag whose content is taken as it stands: its node, or null where tag and content make no sense together. */
type RawTag = (content: string, tag: Tag, whole: string) => Node | null

const LANGUAGE = /^[\p{L}\p{N}_+#.-]{1,40}$/u

function codeBlock(content: string, language: string): Node {
  const known = LANGUAGE.test(language)
  const text = content.replace(/^[ \t]*\n/, '').replace(/\s+$/, '')
  return {
    type: 'codeBlock',
    language: known ? language.toLowerCase() : '',
    caption: known ? '' : language,
    text,
  }
}

function image(content: string, tag: Tag): Node | null {
  const src = safeAddress(content.trim())
  if (src === null || content.trim() === '' || src.startsWith('mailto:')) return null
  return {
    type: 'image',
    src,
    alt: attributeOf(tag.attributes, 'alt'),
    title: attributeOf(tag.attributes, 'title'),
  }
}

function bareLink(content: string): Node | null {
  const written = content.trim()
  const href = safeAddress(/^www\./i.test(written) ? `http://${written}` : written)
  return href === null ? null : linkNode(href, written)
}

function bareMail(content: string): Node | null {
  const written = content.trim()
  const href = /^[^\s@]+@[^\s@]+$/.test(written) ? safeAddress(`mailto:${written}`) : null
  return href === null ? null : linkNode(href, written)
}

const media =
  (site: string): RawTag =>
  (content, tag) => {
    const [named, identity] = optionOf(tag.attributes).split(';', 2)
    const found =
      (identity && mediaAddress(named ?? '', identity)) || mediaAddress(site || (named ?? ''), content)
    return found ? { type: 'media', ...found } : null
  }

function mention(content: string, tag: Tag): Node | null {
  const written = content.trim()
  const name = written.replace(/^@/, '').trim()
  if (name === '' || name.length > 100 || name.includes('\n') || name.includes('[')) return null
  const member = /^\d{1,15}$/.exec(optionOf(tag.attributes))
  return { type: 'mention', name, written, member: member ? member[0] : null }
}

/** The identity in vBulletin 5's JSON, in an attribute, or as the content. */
function attachment(content: string, tag: Tag, whole: string): Node | null {
  const json = /"data-(?:temp)?attachmentid"\s*:\s*"?(\d{1,15})/i.exec(content)
  const named = attributeOf(tag.attributes, 'id') || (/^\d{1,15}$/.exec(optionOf(tag.attributes))?.[0] ?? '')
  const id = json?.[1] ?? (/^n?\d{1,15}$/.test(content.trim()) ? content.trim() : named)
  if (!/^n?\d{1,15}$/.test(id) || content.length > 2_000) return null
  const label = content.trim()
  return { type: 'attachment', id, label: label === '' || label === id || json ? whole : label }
}

const plain: RawTag = content => ({ type: 'text', text: content })

const RAW: Record<string, RawTag> = {
  code: (content, tag) => codeBlock(content, optionOf(tag.attributes) || attributeOf(tag.attributes, 'lang')),
  php: content => codeBlock(content, 'php'),
  html: content => codeBlock(content, 'html'),
  pre: content => codeBlock(content, ''),
  icode: content => ({ type: 'code', text: content }),
  c: content => ({ type: 'code', text: content }),
  noparse: plain,
  plain,
  nobbc: plain,
  img: image,
  image,
  media: media(''),
  video: media(''),
  youtube: media('youtube'),
  vimeo: media('vimeo'),
  user: mention,
  mention,
  member: mention,
  attach: attachment,
  attachment,
}

/** Tags that are links by their content alone when they have no option. */
const BARE: Record<string, RawTag> = {
  url: bareLink,
  iurl: bareLink,
  link: bareLink,
  email: bareMail,
  mail: bareMail,
}

/** How to read the content of a tag as it stands, or undefined for a tag whose content is parsed. */
export function rawTag(tag: Tag): RawTag | undefined {
  if (Object.hasOwn(RAW, tag.name)) return RAW[tag.name]
  return Object.hasOwn(BARE, tag.name) && !tag.attributes.startsWith('=') ? BARE[tag.name] : undefined
}

/** A tag that has no content at all, or null: `[hr]`, `[br]`, `[attachment=5]`, `[attach id=5]`. */
export function emptyTag(tag: Tag, whole: string): Node | null {
  if (tag.name === 'hr' && tag.attributes === '') return { type: 'rule' }
  if (tag.name === 'br' && tag.attributes === '') return { type: 'break', soft: false }
  if (tag.name !== 'attach' && tag.name !== 'attachment') return null
  return attachment('', tag, whole)
}

/** Names of tags whose content is not parsed, or that have none, for the documentation's test. */
export const RAW_NAMES: readonly string[] = [...Object.keys(RAW), 'hr', 'br']
