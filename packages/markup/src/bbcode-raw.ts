import { mailAddress, safeAddress, typedAddress } from './addresses.ts'
import { areUnderstood, readAttributes } from './bbcode-attributes.ts'
import { imageOfJson } from './bbcode-json.ts'
import type { Tag } from './bbcode-scan.ts'
import { mediaAddress } from './media.ts'
import { linkNode } from './scan.ts'
import type { Node } from './tree.ts'

/** A tag whose content is taken as it stands: its node, or null where tag and content make no sense together. */
type RawTag = (content: string, tag: Tag, whole: string) => Node | null

const LANGUAGE = /^[\p{L}\p{N}_+#.-]{1,40}$/u
const IDENTITY = /^n?\d{1,15}$/
const MAX_ATTACHMENT = 2_000

const codeBlock = (content: string, language: string, caption: string): Node => ({
  type: 'codeBlock',
  language,
  caption,
  text: content.replace(/^[ \t]*\n/, '').trimEnd(),
})

/** `[code]`, `[code=php]`, `[code lang="php" title="x"]`; anything else beside the name becomes the caption. */
function code(content: string, tag: Tag): Node {
  const attributes = readAttributes(tag.attributes)
  if (!attributes || !areUnderstood(attributes.named, ['lang', 'title']))
    return codeBlock(content, '', tag.attributes.replace(/^=/, '').trim())
  const language = attributes.option || (attributes.named.get('lang') ?? '')
  const title = attributes.named.get('title') ?? ''
  return LANGUAGE.test(language)
    ? codeBlock(content, language.toLowerCase(), title)
    : codeBlock(content, '', `${language} ${title}`.trim())
}

const codeIn =
  (language: string): RawTag =>
  (content, tag) =>
    tag.attributes.trim() === '' ? codeBlock(content, language, '') : null

const inlineCode: RawTag = (content, tag) =>
  tag.attributes.trim() === '' && content !== '' ? { type: 'code', text: content } : null

/** `[img]`, `[img=100x80]` (MyBB), `[img width=100 alt="x"]` (SMF, XenForo), `[img2=json]{…}` (vBulletin 5). */
function image(content: string, tag: Tag): Node | null {
  const attributes = readAttributes(tag.attributes)
  if (!attributes || !areUnderstood(attributes.named, ['alt', 'title'])) return null
  if (attributes.option.toLowerCase() === 'json') return imageOfJson(content)
  if (!/^(?:\d{1,5}(?:x\d{1,5})?|left|right|center|none|)$/i.test(attributes.option)) return null
  const src = safeAddress(content.trim())
  if (src === null || src === '' || src.startsWith('mailto:')) return null
  return {
    type: 'image',
    src,
    alt: attributes.named.get('alt') ?? '',
    title: attributes.named.get('title') ?? '',
  }
}

const bareLink =
  (read: (written: string) => string | null): RawTag =>
  (content, tag) => {
    const attributes = readAttributes(tag.attributes)
    const href = attributes && areUnderstood(attributes.named) ? read(content) : null
    return href === null ? null : linkNode(href, content.trim())
  }

/** `[media=youtube]id`, `[video=youtube]address`, `[video=youtube;id]address` (vBulletin), `[youtube]id`. */
const media =
  (site: string): RawTag =>
  (content, tag) => {
    const attributes = readAttributes(tag.attributes)
    if (!attributes || !areUnderstood(attributes.named)) return null
    const [named, identity, ...more] = attributes.option.split(';')
    if (more.length > 0 || (site !== '' && named)) return null
    const found = mediaAddress(site || (named ?? ''), identity || content)
    return found && (!identity || isSame(identity, found.href, content)) ? { type: 'media', ...found } : null
  }

/** Whether a tag that names a video twice, by identity and by address, means one and the same. */
const isSame = (identity: string, href: string, content: string): boolean =>
  content.includes(identity) || content.trim() === '' || mediaAddress('', content)?.href === href

function mention(content: string, tag: Tag): Node | null {
  const attributes = readAttributes(tag.attributes)
  if (!attributes || attributes.named.size > 0 || !/^(?:\d{1,15})?$/.test(attributes.option)) return null
  const written = content.trim()
  const name = written.replace(/^@/, '').trim()
  if (name === '' || name.length > 100 || name.includes('\n') || name.includes('[')) return null
  return { type: 'mention', name, written, member: attributes.option || null }
}

/** The identity in vBulletin 5's JSON, in an attribute, or as the content. */
function attachment(content: string, tag: Tag, whole: string): Node | null {
  if (content.length > MAX_ATTACHMENT) return null
  const attributes = readAttributes(tag.attributes)
  const written = content.trim()
  const json = /"data-(?:temp)?attachmentid"\s*:\s*"?(\d{1,15})/i.exec(written)
  const named = attributes?.named.get('id') ?? (/^\d{1,15}$/.exec(attributes?.option ?? '')?.[0] || '')
  const id = json?.[1] ?? (IDENTITY.test(written) ? written : named)
  if (!IDENTITY.test(id)) return null
  const isName =
    written !== '' && written !== id && !json && attributes && areUnderstood(attributes.named, ['id', 'msg'])
  const alt = attributes?.named.get('alt') ?? ''
  const isFull = [attributes?.option, attributes?.named.get('type')].some(
    word => word?.toLowerCase() === 'full',
  )
  return {
    ...{ type: 'attachment', id, label: isName ? written : whole },
    ...(isFull && { full: true }),
    ...(alt !== '' && { alt }),
  }
}

const plain: RawTag = (content, tag) =>
  tag.attributes.trim() === '' ? { type: 'text', text: content } : null

const RAW: Record<string, RawTag> = {
  code,
  php: codeIn('php'),
  html: codeIn('html'),
  sql: codeIn('sql'),
  xml: codeIn('xml'),
  pre: codeIn(''),
  icode: inlineCode,
  c: inlineCode,
  noparse: plain,
  plain,
  nobbc: plain,
  img: image,
  image,
  img2: image,
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

const address = bareLink(typedAddress)
const mail = bareLink(mailAddress)
/** Tags that are links by their content alone when they have no option. */
const BARE: Record<string, RawTag> = { url: address, iurl: address, link: address, email: mail, mail }

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

/** Names of tags whose content is not parsed, or that have none. */
export const RAW_NAMES: readonly string[] = [...Object.keys(RAW), 'hr', 'br']
