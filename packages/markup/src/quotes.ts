import type { QuoteReference } from './tree.ts'

const NUMBER = /^\d{1,15}$/
const PAIR = /^(\d{1,15})\/(\d{1,15})$/
const NAMED_PART =
  /,\s*(post|revision|member|topic|thread|full|username|user|msg|id|time|date)\s*:\s*([^,:]*)$/i
const ATTRIBUTE = /\s([a-z_-]{2,20})=(?:"([^"]*)"|'([^']*)'|&quot;(.*?)&quot;|(\S*))/gi
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
    if (!Object.hasOwn(reference.foreign, key) && key !== '__proto__') reference.foreign[key] = value
  }
}

/** `name, post: 7/27, revision: 2`: parts are taken from the right, so that a name may hold commas and colons. */
function takeNamedParts(written: string, reference: QuoteReference): string {
  let rest = written
  for (let count = 0; count < MAX_PARTS; count++) {
    const part = NAMED_PART.exec(rest)
    if (!part) break
    const value = (part[2] as string).trim()
    if (value === '') break
    place(reference, (part[1] as string).toLowerCase(), value)
    rest = rest.slice(0, part.index)
    if (reference.post !== null) break
  }
  return rest
}

/** `'12' dateline='16…'` (MyBB), `link=msg=12 date=…` (SMF), `post_id=12 time=…` (phpBB): from the first `key=` on. */
function takeAttributes(written: string, reference: QuoteReference): string {
  const quoted = /^("[^"]*"|'[^']*'|&quot;.*?&quot;)(?=\s)/s.exec(written)
  const from = quoted ? quoted[0].length : 0
  const first = written.slice(from).search(/\s[a-z_-]{2,20}=/i)
  if (first < 0) return written
  for (const match of written.slice(from + first).matchAll(ATTRIBUTE))
    place(reference, (match[1] as string).toLowerCase(), match[2] ?? match[3] ?? match[4] ?? match[5] ?? '')
  return written.slice(0, from + first)
}

/**
 * What stands after `[quote` and before `]`, with its `=` or leading space → whom and what the quote names, or null for
 * nothing. Understands `="name, post: 7/27, revision: 2"` and the forms of XenForo (`post: 12, member: 3`), MyBB
 * (`"name" pid='12' dateline='…'`), SMF (`author=name link=msg=12 date=…`), phpBB (`="name" post_id=12 time=…`) and
 * vBulletin (`=name;123`).
 */
export function quoteReference(attributes: string): QuoteReference | null {
  const reference: QuoteReference = { author: '', post: null, revision: null, foreign: null }
  let written = attributes.trim()
  if (written === '') return null
  if (written.startsWith('=')) {
    written = takeAttributes(written.slice(1).trim(), reference)
    written = takeNamedParts(unquoted(written), reference)
    const numbered = reference.post === null ? /^(.*\S)\s*;\s*n?(\d{1,15})$/s.exec(written) : null
    if (numbered) {
      written = numbered[1] as string
      place(reference, 'id', numbered[2] as string)
    }
    reference.author = unquoted(written)
  } else {
    const named = /^author=(.*)$/is.exec(written)
    const rest = takeAttributes(named ? (named[1] as string) : ` ${written}`, reference)
    reference.author = unquoted(named ? rest : (reference.foreign?.['name'] ?? ''))
    if (!named && reference.foreign === null) return null
  }
  return reference
}

/** What stands after `[spoiler` → its title, `''` for none. */
export const spoilerTitle = (attributes: string): string =>
  unquoted(attributes.trim().replace(/^(?:=|title=)/i, ''))
