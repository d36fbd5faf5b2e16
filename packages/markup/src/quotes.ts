import type { QuoteReference } from './tree.ts'

const NUMBER = /^\d{1,15}$/
const PAIR = /^(\d{1,15})\/(\d{1,15})$/
const NAMED_PART =
  /,\s*(?:(post|revision|member|topic|thread|user|msg|id|time|date)\s*:\s*(\d{1,15}(?:\/\d{1,15})?)|(full)\s*:\s*(true|false)|(username)\s*:\s*([\w.-]{1,60}))\s*$/i
/** What a forum's software writes of a quoted post, beside its author. */
const KEYS =
  'pid|dateline|post_id|msg_id|user_id|member|post|time|date|link|msg|id|topic|thread|uid|username|tid|author|name'
const ATTRIBUTE = new RegExp(
  `\\s+(${KEYS})=(?:"([^"]*)"|'([^']*)'|&quot;((?:(?!&quot;).)*)&quot;|(\\S*))(?=\\s|$)`,
  'iy',
)
const FIRST_ATTRIBUTE = new RegExp(`\\s(?:${KEYS})=`, 'i')
const QUOTED = /^("[^"]*"|'[^']*'|&quot;(?:(?!&quot;).)*&quot;)(?=\s)/s
/** `12`, `1600000000`, `msg=12`, `topic=3.msg12#msg12`. */
const VALUE =
  /^(?:(?:topic|msg|board|post)=)?\d{1,15}(?:[./]\d{1,15})?(?:\.?(?:msg|new)\d{0,15})?(?:#(?:msg|p|new)?\d{0,15})?$/i
const NAMES = new Set(['author', 'name', 'username'])
const MAX_PARTS = 12

function unquoted(text: string): string {
  const value = text.trim()
  const first = value[0]
  if ((first === '"' || first === "'") && value.length > 1 && value.endsWith(first))
    return value.slice(1, -1).trim()
  const escaped = /^&quot;(.*)&quot;$/s.exec(value)
  return escaped ? (escaped[1] as string).trim() : value
}

function place(reference: QuoteReference, key: string, value: string): void {
  const pair = key === 'post' ? PAIR.exec(value) : null
  if (pair && reference.post === null) reference.post = { thread: Number(pair[1]), number: Number(pair[2]) }
  else if (key === 'revision' && NUMBER.test(value) && reference.revision === null)
    reference.revision = Number(value)
  else {
    reference.foreign ??= {}
    if (!Object.hasOwn(reference.foreign, key)) reference.foreign[key] = value
  }
}

/** `name, post: 7/27, revision: 2`: parts are taken from the right, so that a name may hold commas and colons. */
function takeNamedParts(written: string, reference: QuoteReference): string {
  let rest = written
  for (let count = 0; count < MAX_PARTS; count++) {
    const part = NAMED_PART.exec(rest)
    if (!part) break
    const key = (part[1] ?? part[3] ?? part[5]) as string
    place(reference, key.toLowerCase(), (part[2] ?? part[4] ?? part[6]) as string)
    rest = rest.slice(0, part.index)
    if (reference.post !== null) break
  }
  return rest
}

/** Every `key=value` of a text that holds nothing else, or null. `named` allows those that give a name. */
function attributesIn(text: string, named: boolean): [string, string][] | null {
  const found: [string, string][] = []
  let at = 0
  while (at < text.length && text.slice(at).trim() !== '') {
    ATTRIBUTE.lastIndex = at
    const match = ATTRIBUTE.exec(text)
    const value = match?.[2] ?? match?.[3] ?? match?.[4] ?? match?.[5] ?? ''
    const key = match?.[1]?.toLowerCase() ?? ''
    const known = NAMES.has(key) ? named : VALUE.test(value)
    if (!match || !known || found.length >= MAX_PARTS) return null
    found.push([key, value])
    at = ATTRIBUTE.lastIndex
  }
  return found
}

/**
 * `"name" pid='12' dateline='16…'` (MyBB), `name post_id=12 time=…` (phpBB), `name link=msg=12 date=…` (SMF): takes what
 * follows the name. Where that is not understood to its end, all of it counts as the name, and so stays visible.
 */
function takeAttributes(written: string, reference: QuoteReference): string {
  const from = QUOTED.exec(written)?.[0].length ?? 0
  const first = written.slice(from).search(FIRST_ATTRIBUTE)
  const attributes = first < 0 ? null : attributesIn(written.slice(from + first), false)
  if (!attributes) return written
  for (const [key, value] of attributes) place(reference, key, value)
  return written.slice(0, from + first)
}

function namedQuote(written: string, reference: QuoteReference): void {
  let rest = takeNamedParts(unquoted(takeAttributes(written, reference)), reference)
  const numbered = reference.post === null ? /^(.*\S)\s*;\s*n?(\d{1,15})$/s.exec(rest) : null
  if (numbered) {
    rest = numbered[1] as string
    place(reference, 'id', numbered[2] as string)
  }
  reference.author = unquoted(rest)
}

/**
 * What stands after `[quote` and before `]`, with its `=` or leading space → whom and what the quote names, null for
 * nothing, undefined where it is not understood. Understands `="name, post: 7/27, revision: 2"` and the forms of XenForo
 * and Discourse (`post: 12, member: 3`), MyBB (`"name" pid='12' dateline='…'`), SMF (`author=name link=msg=12 date=…`),
 * phpBB (`="name" post_id=12 time=…`) and vBulletin (`=name;123`).
 */
export function quoteReference(attributes: string): QuoteReference | null | undefined {
  const reference: QuoteReference = { author: '', post: null, revision: null, foreign: null }
  const written = attributes.trim()
  if (written === '') return null
  if (written.startsWith('=')) {
    namedQuote(written.slice(1).trim(), reference)
    return reference
  }
  const named = /^(?:author|name)=(.*)$/is.exec(written)
  if (named) {
    reference.author = unquoted(takeAttributes(named[1] as string, reference))
    return reference
  }
  const alone = attributesIn(` ${written}`, true)
  if (!alone) return undefined
  for (const [key, value] of alone) place(reference, key, value)
  const { foreign } = reference
  reference.author = unquoted(foreign?.['author'] ?? foreign?.['name'] ?? foreign?.['username'] ?? '')
  return reference
}

/** What stands after `[spoiler` or `[details` → its title, `''` for none. */
export const spoilerTitle = (attributes: string): string =>
  unquoted(attributes.trim().replace(/^(?:=|title=)/i, ''))
