/** The types of pages that are read. */
export const TYPES = ['text/html', 'application/xhtml+xml', 'text/plain'] as const
export type PageType = (typeof TYPES)[number]

const CHARSET = /;\s*charset\s*=\s*["']?\s*([\w.:-]{1,40})/i
/** Where pages say it themselves: `<meta charset=…>`, `<meta http-equiv … content="…; charset=…">`, `<?xml … encoding=…?>`. */
const DECLARED = /<(?:meta\s[^>]{0,400}?charset|\?xml\s[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w.:-]{1,40})/i
/** How far browsers look for it, in bytes (HTML standard, section 13.2.3.2). */
const LOOKED_AT = 1024
/** The signs 0x80 to 0x9f of windows-1252 (Encoding Standard): decoders of some versions of Node give control signs. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** `Content-Type` → the type of page that it names; null for anything else. */
export function typeOf(contentType: string | undefined): PageType | null {
  const named = (contentType ?? '').split(';', 1)[0]!.trim().toLowerCase()
  return TYPES.find(type => type === named) ?? null
}

/**
 * Bytes of a page → its text: by the mark at its beginning, by `Content-Type`, by what it says itself, as UTF-8 where it is
 * that, else as windows-1252. Never throws: what does not fit is replaced (U+FFFD).
 */
export function decode(bytes: Buffer, contentType: string | undefined): string {
  const label = marked(bytes) ?? CHARSET.exec(contentType ?? '')?.[1] ?? declared(bytes, contentType)
  const decoder = label === undefined ? undefined : decoderOf(label)
  if (decoder) return read(decoder, bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return read(new TextDecoder('windows-1252'), bytes)
  }
}

function read(decoder: TextDecoder, bytes: Buffer): string {
  const text = decoder.decode(bytes)
  if (decoder.encoding !== 'windows-1252') return text
  return text.replace(/[\u0080-\u009f]/g, sign => WESTERN[sign.charCodeAt(0) - 0x80]!)
}

function marked(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined
}

function declared(bytes: Buffer, contentType: string | undefined): string | undefined {
  if (typeOf(contentType) === 'text/plain') return undefined
  const label = DECLARED.exec(bytes.toString('latin1', 0, LOOKED_AT))?.[1]
  // What can be read as ASCII is not UTF-16, whatever it says.
  return label && /^utf-?16/i.test(label) ? 'utf-8' : label
}

function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label)
  } catch {
    return undefined
  }
}
