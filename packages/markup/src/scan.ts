import { safeAddress } from './addresses.ts'
import { MAX_ADDRESS } from './limits.ts'
import type { Node } from './tree.ts'

/** Where an address in running text ends at the latest: spaces, brackets, quotation marks, CJK punctuation. */
const ADDRESS =
  /[^\s<>"`\u0000-\u0020\u3000-\u3003\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\u201c\u201d\u00ab\u00bb]*/y
/** What may follow a bare host: marks of the sentence, then a space or the like. */
const ENDING =
  /[.,:;!?'*_~)\]]{0,20}(?![^\s<>"`\u3000-\u3003\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\u201c\u201d\u00ab\u00bb])/y
const TRAILING = /[.,:;!?'*_~]/
const HOST = /[\p{L}\p{N}](?:[\p{L}\p{N}_-]|\.(?=[\p{L}\p{N}])){0,252}(?::\d{1,5})?/uy
const NAME = /[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_]|[.-](?=[\p{L}\p{N}_])){0,49}(?![\p{L}\p{N}\p{M}_])/uy
const SPACED_NAME = /"([^"@\n[\]<>]{1,50})"/y
const BEFORE_MENTION = /[\p{L}\p{N}\p{M}_@/.=&-]/u
const LOCAL_PART = /[a-zA-Z0-9._%+-]/
const DOMAIN = /(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,62})\.){1,8}[a-zA-Z]{2,24}(?![a-zA-Z0-9-])/y
const MAX_LOCAL_PART = 64

/**
 * Drops what belongs to the sentence and not to the address: closing marks, brackets that were opened outside, and a
 * closing tag of BBCode with all that follows.
 */
function trimmed(text: string, start: number, end: number): number {
  let round = 0
  let square = 0
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index)
    if (code === 40) round++
    else if (code === 41) round--
    else if (code === 91 && text.charCodeAt(index + 1) === 47) return trimmed(text, start, index)
    else if (code === 91) square++
    else if (code === 93 && --square < 0) return trimmed(text, start, index)
  }
  let last = end
  while (last > start) {
    const character = text[last - 1] as string
    if (character === ')' && round < 0) round++
    else if (!TRAILING.test(character)) break
    last--
  }
  return last
}

/**
 * The end of the address that begins at `start` with `rest` (after the scheme and `//`, or at `www.`), or -1 where no
 * host stands. Follows the extended autolinks of GitHub Flavored Markdown 0.29, section 6.9.
 */
export function addressEnd(text: string, rest: number, limit: number): number {
  HOST.lastIndex = rest
  if (!HOST.test(text)) return -1
  const host = Math.min(HOST.lastIndex, limit)
  if (host < limit && !/[/?#]/.test(text[host] as string)) {
    ENDING.lastIndex = host
    return ENDING.test(text) ? trimmed(text, rest, host) : -1
  }
  const window = text.slice(rest, Math.min(limit, rest + MAX_ADDRESS))
  ADDRESS.lastIndex = 0
  ADDRESS.test(window)
  return rest + trimmed(window, 0, ADDRESS.lastIndex)
}

/** Start of a scheme `http` or `https` that ends before `colon`, or -1. */
export function schemeStart(text: string, colon: number, from: number): number {
  const letters = text.slice(Math.max(from, colon - 6), colon).toLowerCase()
  const length = letters.endsWith('https') ? 5 : letters.endsWith('http') ? 4 : 0
  if (
    length === 0 ||
    (letters.length > length && /[a-z0-9]/.test(letters[letters.length - length - 1] as string))
  )
    return -1
  return colon - length
}

export interface FoundMention {
  name: string
  end: number
}

/** The mention whose `@` stands at `at`, or null: `@name`, `@"a name with spaces"`. */
export function mentionAt(text: string, at: number, limit: number): FoundMention | null {
  if (at > 0 && BEFORE_MENTION.test(text[at - 1] as string)) return null
  const pattern = text.charCodeAt(at + 1) === 34 ? SPACED_NAME : NAME
  pattern.lastIndex = at + 1
  const match = pattern.exec(text)
  if (!match || pattern.lastIndex > limit) return null
  const name = pattern === SPACED_NAME ? (match[1] as string).trim() : match[0]
  if (name === '' || (pattern === NAME && text.charCodeAt(pattern.lastIndex) === 64)) return null
  return { name, end: pattern.lastIndex }
}

/** The bounds of the e-mail address around the `@` at `at`, or null. */
export function mailAt(
  text: string,
  at: number,
  from: number,
  limit: number,
): { start: number; end: number } | null {
  let start = at
  const earliest = Math.max(from, at - MAX_LOCAL_PART)
  while (start > earliest && LOCAL_PART.test(text[start - 1] as string)) start--
  while (start < at && /[._%+-]/.test(text[start] as string)) start++
  if (start === at) return null
  DOMAIN.lastIndex = at + 1
  if (!DOMAIN.test(text) || DOMAIN.lastIndex > limit) return null
  return { start, end: DOMAIN.lastIndex }
}

/** Appends a text node, joined with one that stands before it. */
export function pushText(out: Node[], text: string): void {
  if (text === '') return
  const last = out[out.length - 1]
  if (last !== undefined && last.type === 'text') last.text += text
  else out.push({ type: 'text', text })
}

export function linkNode(href: string, label: string): Node {
  return { type: 'link', href, title: '', children: [{ type: 'text', text: label }] }
}

/** `node` is null for what stays text to its end. */
interface Finding {
  start: number
  end: number
  node: Node | null
}

function addressFinding(text: string, from: number, start: number, rest: number): Finding | null {
  const end = addressEnd(text, rest, text.length)
  if (end < 0 || start < from) return null
  const label = text.slice(start, end)
  if (label.length > MAX_ADDRESS) return { start, end, node: null }
  const href = safeAddress(rest === start ? `http://${label}` : label)
  return href === null ? null : { start, end, node: linkNode(href, label) }
}

function atFinding(text: string, from: number, at: number): Finding | null {
  const mail = mailAt(text, at, from, text.length)
  if (mail) {
    const label = text.slice(mail.start, mail.end)
    return { ...mail, node: linkNode(`mailto:${label}`, label) }
  }
  const mention = mentionAt(text, at, text.length)
  if (!mention) return null
  const written = text.slice(at, mention.end)
  return { start: at, end: mention.end, node: { type: 'mention', name: mention.name, written, member: null } }
}

const ANY_MARK = /@|:\/\/|www\./gi
const HOST_MARK = /www\./gi
const BEFORE_HOST = /[\p{L}\p{N}_./@-]/u

function findingAt(text: string, from: number, at: number, mark: string): Finding | null {
  if (mark === '@') return atFinding(text, from, at)
  if (mark === '://') {
    const start = schemeStart(text, at, from)
    return start < 0 ? null : addressFinding(text, from, start, at + 3)
  }
  return at > 0 && BEFORE_HOST.test(text[at - 1] as string) ? null : addressFinding(text, from, at, at)
}

function pushMarked(out: Node[], text: string, marks: RegExp): void {
  let from = 0
  marks.lastIndex = 0
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    const found = findingAt(text, from, match.index, match[0])
    if (!found || found.end <= match.index) continue
    marks.lastIndex = found.end
    if (!found.node) continue
    pushText(out, text.slice(from, found.start))
    out.push(found.node)
    from = found.end
  }
  pushText(out, from === 0 ? text : text.slice(from))
}

/**
 * Appends a run of text in which bare addresses, e-mail addresses and mentions become nodes. Each character is looked
 * at a bounded number of times.
 */
export const pushRun = (out: Node[], text: string): void => pushMarked(out, text, ANY_MARK)

/** Appends a run of text in which only hosts that begin with `www.` become links. */
export const pushBareHosts = (out: Node[], text: string): void => pushMarked(out, text, HOST_MARK)
