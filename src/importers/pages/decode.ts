import { PAGE_BYTES_MAX, type PageFile, PageRefused, TOO_LARGE } from './model.ts'

export interface Decoded {
  text: string
  charset: string
  /** What the page says of itself, lower case; null where it says nothing. */
  declared: string | null
}

const DECLARED =
  /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})|<\?xml[^>]{0,100}?encoding=["']([a-z0-9_:.-]{2,40})/i
const LANGUAGE = /<html[^>]{0,300}?\blang\s*=\s*["']?([a-z]{2})/i
const CYRILLIC = new Set(['ru', 'uk', 'bg', 'be', 'sr', 'mk'])
const CENTRAL = new Set(['pl', 'cs', 'sk', 'hu', 'sl', 'hr', 'ro'])
/** Control characters have no place in a text, and a text must not be able to forge the marks this importer sets. */
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g

const SIGNATURES: readonly [string, string][] = [
  ['%PDF-', 'a PDF document'],
  ['PK\u0003\u0004', 'a ZIP archive'],
  ['\u0089PNG', 'an image'],
  ['\u00ff\u00d8\u00ff', 'an image'],
  ['GIF8', 'an image'],
  ['\u001f\u008b', 'a compressed file'],
]

/**
 * Bytes of one saved file → text without control characters. A byte-order mark wins, then valid UTF-8 whatever is
 * declared, then the declared charset, then a guess by language and letters. Declarations are often wrong: servers and
 * archives re-encode pages and keep the old `<meta>`.
 * @throws PageRefused when the file is empty, larger than `PAGE_BYTES_MAX`, or no text
 */
export function decode(file: PageFile): Decoded {
  const { bytes, name } = file
  if (bytes.length > PAGE_BYTES_MAX) throw new PageRefused(name, TOO_LARGE)
  refuseBinary(file)
  const decoded = decodeBytes(bytes)
  const text = decoded.text.replace(CONTROLS, '').replace(/\r\n?/g, '\n')
  if (text.trim() === '') throw new PageRefused(name, 'the file is empty.')
  return { ...decoded, text }
}

function refuseBinary({ name, bytes }: PageFile): void {
  const head = latin(bytes.subarray(0, 2_000))
  for (const [signature, what] of SIGNATURES)
    if (head.startsWith(signature)) throw new PageRefused(name, `${what}, not a page or a text.`)
  if (
    /^(?:[A-Za-z-]+:[^\n]*\n|[ \t][^\n]*\n)*?Content-Type:\s*multipart\/related/i.test(
      head.replace(/\r/g, ''),
    )
  )
    throw new PageRefused(name, 'a page saved as one MHTML file; open it in a browser and save it as HTML.')
  if (utf16(bytes)) return
  let controls = 0
  for (const byte of bytes)
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls++
  if (controls > 8 && controls > bytes.length / 500)
    throw new PageRefused(name, 'binary data, not a page or a text.')
}

function decodeBytes(bytes: Uint8Array): Decoded {
  const wide = utf16(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes), charset: wide, declared: null }
  const head = latin(bytes.subarray(0, 4_096))
  const found = DECLARED.exec(head)
  const declared = (found?.[1] ?? found?.[2] ?? null)?.toLowerCase() ?? null
  if (mostlyUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes), charset: 'utf-8', declared }
  const charset = (declared !== null && !/^utf/.test(declared) && supported(declared)) || guess(bytes, head)
  const text = new TextDecoder(charset).decode(bytes)
  return {
    text:
      charset === 'windows-1252'
        ? text.replace(C1, character => WESTERN[character.charCodeAt(0) - 0x80] as string)
        : text,
    charset,
    declared,
  }
}

/** Some releases of Node.js read windows-1252 as ISO 8859-1 and leave these 32 places as control characters. */
const C1 = /[\u0080-\u009f]/g
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const length = Math.min(bytes.length, 400)
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index++) if (bytes[index] === 0) index % 2 === 0 ? even++ : odd++
  if (odd > length * 0.4 && even === 0) return 'utf-16le'
  if (even > length * 0.4 && odd === 0) return 'utf-16be'
  return null
}

/** True for valid UTF-8, also when the file was cut inside a character or a few bytes were damaged. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0
  let bad = 0
  for (let index = 0; index < bytes.length; ) {
    const byte = bytes[index] as number
    if (byte < 0x80) {
      index++
      continue
    }
    const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0
    const cut = index + length > bytes.length
    let follow = 1
    while (follow < length && ((bytes[index + follow] ?? 0) & 0xc0) === 0x80) follow++
    if (length > 0 && byte < 0xf5 && (follow === length || (cut && index + follow === bytes.length))) good++
    else bad++
    index += Math.max(1, follow)
  }
  return bad === 0 || good > bad * 20
}

function supported(charset: string): string | null {
  try {
    return new TextDecoder(charset).encoding
  } catch {
    return null
  }
}

function guess(bytes: Uint8Array, head: string): string {
  const language = LANGUAGE.exec(head)?.[1]?.toLowerCase() ?? ''
  if (CYRILLIC.has(language)) return 'windows-1251'
  if (CENTRAL.has(language)) return 'windows-1250'
  // A Cyrillic text is written in high letters throughout; in a Western one they stand alone between ASCII letters.
  let high = 0
  let pairs = 0
  for (let index = 1; index < bytes.length; index++) {
    if ((bytes[index] as number) < 0xc0) continue
    high++
    if ((bytes[index - 1] as number) >= 0xc0) pairs++
  }
  return high > 20 && pairs > high / 2 ? 'windows-1251' : 'windows-1252'
}

function latin(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
