import { bbAddress } from './addresses.ts'
import { attribute, type Element, hasClass, near } from './dom.ts'

/** Where pictures that are loaded late keep their address. */
const LATE = ['data-src', 'data-original', 'data-lazy-src', 'data-url', 'data-fileurl', 'data-imgsrc']

/** The address of an image, however it is loaded, or null when the page holds none that leads anywhere. */
export function imageAddress(element: Element, base: URL | null): string | null {
  for (const name of ['src', ...LATE]) {
    const value = attribute(element, name)
    if (value === '' || /^data:/i.test(value) || (name === 'src' && isBlank(element))) continue
    const address = bbAddress(value, base)
    if (address) return address
  }
  return null
}

/** A placeholder stands in `src` while the picture's own address waits in another attribute. */
const isBlank = (element: Element): boolean =>
  LATE.some(name => attribute(element, name) !== '') &&
  /(?:spacer|blank|clear|placeholder|loading|lazy|pixel)[^/]*\.(?:gif|png|svg)/i.test(
    attribute(element, 'src'),
  )

const SMILEY_CLASS = /(?:^|\s)(?:smil[a-z0-9_-]*|emoji[a-z0-9_-]*|emoticon[a-z0-9_-]*|inlineimg)(?:\s|$)/i
const SMILEY_PATH = /\/(?:smil(?:ie|ey|y|e)s?|emoji|emoticons?|twemoji)[/_.-]/i

/** Pictures that older boards describe by a word alone, by the file names they come with. */
const CODES: Record<string, string> = {
  arrow: ':arrow:',
  biggrin: ':D',
  confused: ':?',
  cool: '8-)',
  cry: ':cry:',
  eek: ':shock:',
  evil: ':evil:',
  exclaim: ':!:',
  idea: ':idea:',
  laugh: ':lol:',
  lol: ':lol:',
  mad: ':x',
  mrgreen: ':mrgreen:',
  neutral: ':|',
  question: ':?:',
  razz: ':P',
  redface: ':oops:',
  rolleyes: ':roll:',
  sad: ':(',
  smile: ':)',
  surprised: ':o',
  tongue: ':P',
  twisted: ':twisted:',
  wink: ';)',
}

/** What a smiley's picture stands for (`:)`, `:wink:`), or null when the image is none. */
export function smileyText(element: Element): string | null {
  const source = attribute(element, 'src')
  const smiley =
    SMILEY_CLASS.test(attribute(element, 'class')) ||
    attribute(element, 'data-shortname') !== '' ||
    element.attribs['data-emoticon'] !== undefined ||
    SMILEY_PATH.test(`/${source}`)
  if (!smiley) return null
  const text =
    attribute(element, 'alt') || attribute(element, 'data-shortname') || attribute(element, 'title')
  if (!/^[\p{L}\d][\p{L}\d _-]{1,40}$/u.test(text)) return text
  const name = /(?:icon_)?([a-z]{3,12})[^/]*$/i.exec(source)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(CODES, name)
    ? (CODES[name] as string)
    : `:${text.toLowerCase().replace(/[ -]/g, '_')}:`
}

const PLAYERS: readonly [RegExp, (id: string) => string][] = [
  [
    /(?:youtube(?:-nocookie)?\.com\/(?:embed\/|v\/|watch\?v=)|youtu\.be\/|youtube\.min\.html#|youtube[^#]*#)([\w-]{11})/i,
    id => `https://www.youtube.com/watch?v=${id}`,
  ],
  [/player\.vimeo\.com\/video\/(\d+)/i, id => `https://vimeo.com/${id}`],
  [/dailymotion\.com\/embed\/video\/(\w+)/i, id => `https://www.dailymotion.com/video/${id}`],
]

/** A player or frame → the address a reader would open, or null. */
export function embedAddress(element: Element, base: URL | null): string | null {
  const key =
    attribute(element, 'data-media-key') ||
    attribute(element, 'data-youtube-id') ||
    attribute(element, 'data-video-id')
  const site =
    attribute(element, 'data-media-site-id') || attribute(element, 'data-provider-name') || 'youtube'
  if (site === 'youtube' && /^[\w-]{11}$/.test(key)) return `https://www.youtube.com/watch?v=${key}`
  const inner =
    element.name === 'object'
      ? (near(element, 'embed, param[name="movie"]') ?? element)
      : near(element, 'source, a[href]')
  const sources = [element, ...(inner ? [inner] : [])].flatMap(node =>
    ['src', 'data-src', 'data-embed-src', 'data-s9e-mediaembed-src', 'data', 'value', 'href'].map(name =>
      attribute(node, name),
    ),
  )
  const source = sources.find(value => value !== '' && !/^(?:about|data|javascript):/i.test(value))
  if (source === undefined) return null
  for (const [pattern, address] of PLAYERS) {
    const found = pattern.exec(source)
    if (found) return address(found[1] as string)
  }
  return bbAddress(source, base)
}

/** The address a link prints as its text, in full or cut in its middle as too long for the line; null for other links. */
export function printedAddress(text: string, address: string): string | null {
  if (text === address || `${text}/` === address) return text
  return shortened(text, address) ? address : null
}

function shortened(text: string, address: string): boolean {
  const cut = /^(https?:\/\/.{4,}?)\s?(?:\.\.\.|…)\s?(.*)$/.exec(text)
  return cut !== null && address.startsWith(cut[1] as string) && address.endsWith((cut[2] as string).trim())
}

/** True for a link to a file attached to a post. */
export const isAttachment = (element: Element): boolean =>
  hasClass(element, 'ipsAttachLink') ||
  hasClass(element, 'attachment') ||
  /(?:attachment\.php|attachments\/|dlattach|download\/file\.php|applications\/core\/interface\/file\/attachment)/i.test(
    attribute(element, 'href'),
  )

/** The address of a linked page that is shown as a card. */
export const cardAddress = (element: Element, base: URL | null): string | null =>
  bbAddress(
    attribute(element, 'data-onebox-src') ||
      attribute(element, 'data-url') ||
      attribute(near(element, 'a[href]'), 'href'),
    base,
  )
