import { Refused } from '#base/errors.ts'
import { cleanLine } from '#base/text.ts'
import { MAX_NAME } from './model.ts'

/** Characters that bend a name: what turns its direction, what cannot be seen, what ends it in a header or a path. */
const BENT = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}"<>|:*?\\/\u2028\u2029\u2800]/gu
const ENDING = /\.[\p{L}\p{N}]{1,10}$/u
const NAMELESS = 'file'

/**
 * Files that are not taken: pages and drawings that a browser runs, and what a computer runs when it is opened. A list of
 * what people are led to open by mistake, not of everything that can do harm.
 */
export const REFUSED_ENDINGS: readonly string[] = [
  ...['svg', 'svgz', 'htm', 'html', 'xht', 'xhtml', 'shtml', 'mht', 'mhtml', 'hta', 'swf'],
  ...['exe', 'com', 'scr', 'pif', 'msi', 'msp', 'msix', 'appx', 'bat', 'cmd', 'ps1', 'vb', 'vbe', 'vbs'],
  ...['js', 'jse', 'mjs', 'wsf', 'wsh', 'cpl', 'dll', 'sys', 'reg', 'lnk', 'url', 'inf', 'scf', 'chm', 'iso'],
  ...['img', 'jar', 'apk', 'dmg', 'pkg', 'app', 'deb', 'rpm', 'desktop', 'php', 'phar', 'htaccess'],
]
/** Endings and types by which somebody says that a file is a picture. */
const PICTURE_ENDINGS =
  /^(?:png|apng|jpe?g|jpe|jfif|gif|webp|avif|heic|heif|bmp|tiff?|ico|svgz?|jxl|jp2|tga|psd)$/
const PICTURE_TYPES = /^image\/(?:png|apng|jpe?g|pjpeg|gif|webp|avif|hei[cf]|bmp|tiff|x-icon|svg\+xml|jxl)\b/i

/** The media types under which files are given; all others are bytes. None is ever shown by a browser. */
const TYPES: Readonly<Record<string, string>> = {
  ...{ pdf: 'application/pdf', txt: 'text/plain; charset=utf-8', md: 'text/plain; charset=utf-8' },
  ...{ csv: 'text/csv; charset=utf-8', json: 'application/json', zip: 'application/zip' },
  ...{ gz: 'application/gzip', '7z': 'application/x-7z-compressed', epub: 'application/epub+zip' },
  ...{ mp3: 'audio/mpeg', m4a: 'audio/mp4', ogg: 'audio/ogg', opus: 'audio/ogg', flac: 'audio/flac' },
  ...{ wav: 'audio/wav', mp4: 'video/mp4', webm: 'video/webm', mov: 'video/quicktime' },
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const BYTES = 'application/octet-stream'

/** `a/b/Report.PDF` → `pdf`; '' for a name without an ending. */
export const endingOf = (name: string): string => (ENDING.exec(name)?.[0] ?? '').slice(1).toLowerCase()

/**
 * A name as it was sent → the same without path, on one line, of characters that everybody sees, at most `MAX_NAME` long, its
 * ending kept; `file` where nothing is left.
 */
export function cleanName(sent: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? ''
  const line = cleanLine(last.replace(BENT, '')).replace(/^[.\s]+|[.\s]+$/g, '')
  const ending = ENDING.exec(line)?.[0] ?? ''
  const stem = line.slice(0, line.length - ending.length)
  const cut = stem.slice(0, MAX_NAME - ending.length)
  const whole = cut.isWellFormed() ? cut : cut.slice(0, -1)
  return `${whole.trim() || NAMELESS}${ending}`
}

/** Whether somebody says of a file that it is a picture. */
export const claimsPicture = (name: string, type: string): boolean =>
  PICTURE_ENDINGS.test(endingOf(name)) || PICTURE_TYPES.test(type)

/** Throws `invalid` for the field `file` for a file that is not taken because of its ending. */
export function mustBeTaken(name: string): void {
  const ending = endingOf(name)
  if (REFUSED_ENDINGS.includes(ending))
    throw new Refused('invalid', 'attachment.ending', { field: 'file', values: { ending } })
}

/** The media type under which a file of a name is given. */
export const typeOfName = (name: string): string => {
  const ending = endingOf(name)
  return Object.hasOwn(TYPES, ending) ? (TYPES[ending] as string) : BYTES
}

/** The header by which a browser stores a file under its name and does not show it. */
export function dispositionOf(name: string): string {
  const plain = name.replace(/[^ -~]|["\\%]/g, '_')
  const coded = encodeURIComponent(name).replace(/['()*]/g, each => `%${each.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`
}
