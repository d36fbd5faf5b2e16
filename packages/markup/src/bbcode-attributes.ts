/** What a tag says beside its name: `[name=option key="value" key=value]`. */
export interface Attributes {
  /** `''` where none is given. */
  option: string
  named: ReadonlyMap<string, string>
}

const NONE: Attributes = { option: '', named: new Map() }
const QUOTED = /=\s*(?:"([^"]*)"|'([^']*)')(?=\s|$)/y
const UNQUOTED = /=\s*(\S+(?:\s+(?![\w-]+=)\S+)*)?/y
const PAIR = /\s+([a-z_-]{1,30})=(?:"([^"]*)"|'([^']*)'|([^\s"']*))(?=\s|$)/iy

/**
 * The text between a tag's name and its `]` → its option and named values, or null where something in it is neither, or
 * a name stands there twice: such a tag is not understood, and is left as typed.
 */
export function readAttributes(written: string): Attributes | null {
  if (written === '') return NONE
  const text = written.trimEnd()
  let option = ''
  let at = 0
  if (text.startsWith('=')) {
    QUOTED.lastIndex = 0
    const pattern = QUOTED.test(text) ? QUOTED : UNQUOTED
    pattern.lastIndex = 0
    const match = pattern.exec(text)
    option = (match?.[1] ?? match?.[2] ?? '').trim()
    at = pattern.lastIndex
  }
  const named = new Map<string, string>()
  while (at < text.length) {
    PAIR.lastIndex = at
    const match = PAIR.exec(text)
    const name = match?.[1]?.toLowerCase() ?? ''
    if (!match || named.has(name)) return null
    named.set(name, (match[2] ?? match[3] ?? match[4] ?? '').trim())
    at = PAIR.lastIndex
  }
  return { option, named }
}

/** A number of pixels or per cent, as layouts give it. */
const LENGTH = /^\d{1,5}(?:\.\d{1,3})?(?:px|pt|em|%)?$/i
const WORD = /^[\w:#-]{1,40}$/
const CLASS = /^[\w-]{1,30}(?: [\w-]{1,30}){0,3}$/
const STYLE = /^(?:\s*[a-z-]{1,30}\s*:\s*[\w#.%-]{1,30}(?: [\w#.%-]{1,30}){0,3}\s*(?:;|$)){1,8}\s*$/i

/** Attributes that say how something looks or how a link opens elsewhere, and what their values may be. */
const HARMLESS: Record<string, RegExp> = {
  width: LENGTH,
  height: LENGTH,
  size: WORD,
  align: /^(?:left|center|right|justify|top|middle|bottom|none|start|end)$/i,
  valign: /^(?:top|middle|bottom|baseline)$/i,
  colspan: /^\d{1,3}$/,
  rowspan: /^\d{1,3}$/,
  bgcolor: WORD,
  background: WORD,
  color: WORD,
  border: LENGTH,
  cellpadding: LENGTH,
  cellspacing: LENGTH,
  class: CLASS,
  style: STYLE,
  type: WORD,
  target: WORD,
  rel: CLASS,
  unfurl: WORD,
  media: /^[\w:./-]{1,100}$/,
}

/** Whether every named attribute is one of `own` or says nothing but how things look. */
export function areUnderstood(named: ReadonlyMap<string, string>, own: readonly string[] = []): boolean {
  for (const [name, value] of named)
    if (!own.includes(name) && !(Object.hasOwn(HARMLESS, name) && HARMLESS[name]?.test(value))) return false
  return true
}

const LAYOUT = /\s{0,9}([a-z-]{1,20})\s{0,9}:([^,;:]{0,60})(?:[,;]|$)/iy

/** `="width: 500, align: center"` (vBulletin) and `width="500"` → what they say, or null for anything else. */
export function layoutOf(written: string): ReadonlyMap<string, string> | null {
  const attributes = readAttributes(written)
  if (!attributes) return null
  const layout = new Map(attributes.named)
  for (let at = 0; at < attributes.option.length; at = LAYOUT.lastIndex) {
    LAYOUT.lastIndex = at
    const match = LAYOUT.exec(attributes.option)
    if (!match) return null
    layout.set((match[1] as string).toLowerCase(), (match[2] as string).trim())
  }
  return areUnderstood(layout) ? layout : null
}
