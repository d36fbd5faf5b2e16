import type { StateInline } from 'markdown-it'
import { safeAddress } from './addresses.ts'
import { MAX_ADDRESS } from './limits.ts'
import type { NoteRecord, ParseNotes } from './markdown-blocks.ts'
import { addressEnd, mailAt, mentionAt, schemeStart } from './scan.ts'

const MAX_IMAGE_DEPTH = 3
const isWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)

/** Characters at which a rule other than plain text may begin: \n ! & * : < @ [ \ ] _ ` ~ */
const STOPS = new Uint8Array(128)
for (const code of [10, 33, 38, 42, 58, 60, 64, 91, 92, 93, 95, 96, 126]) STOPS[code] = 1

/** Whether the character at `position` is plain after all: an underscore inside a word, a colon or `!` that starts nothing. */
function isPlain(source: string, position: number, code: number): boolean {
  if (code === 95) return isWord(source.charCodeAt(position - 1)) && isWord(source.charCodeAt(position + 1))
  if (code === 58) return source.charCodeAt(position + 1) !== 47 || source.charCodeAt(position + 2) !== 47
  return code === 33 && source.charCodeAt(position + 1) !== 91
}

/** Inline rule: a run of characters that mean nothing. An underscore inside a word cannot begin or end emphasis. */
export function plainRun(state: StateInline, silent: boolean): boolean {
  const source = state.src
  const max = state.posMax
  const start = state.pos
  let position = start
  while (position < max) {
    const code = source.charCodeAt(position)
    if (code < 128 && STOPS[code] === 1 && !(position > start && isPlain(source, position, code))) break
    position++
  }
  if (position === start) return false
  if (!silent) state.pending += source.slice(start, position)
  state.pos = position
  return true
}

function pushLink(state: StateInline, href: string, label: string): void {
  state.push('link_open', 'a', 1).attrs = [['href', href]]
  state.push('text', '', 0).content = label
  state.push('link_close', 'a', -1)
}

/** Takes `count` characters back that were already set down as plain text; false if they were not. */
function takeBack(state: StateInline, start: number): boolean {
  const count = state.pos - start
  if (count > state.pending.length || !state.pending.endsWith(state.src.slice(start, state.pos))) return false
  state.pending = state.pending.slice(0, state.pending.length - count)
  return true
}

/** Inline rule: `http://…` and `https://…` in running text. One that is too long to be a link is text to its end. */
export function bareAddress(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  if (src.charCodeAt(pos) !== 58 || silent || state.linkLevel > 0) return false
  if (src.charCodeAt(pos + 1) !== 47 || src.charCodeAt(pos + 2) !== 47) return false
  const start = schemeStart(src, pos, pos - state.pending.length)
  if (start < 0) return false
  const end = addressEnd(src, pos + 3, state.posMax)
  if (end < 0) return false
  const label = src.slice(start, end)
  if (label.length > MAX_ADDRESS) {
    state.pending += src.slice(pos, end)
    state.pos = end
    return true
  }
  const href = safeAddress(label)
  if (href === null || !takeBack(state, start)) return false
  pushLink(state, href, label)
  state.pos = end
  return true
}

/** Inline rule: an e-mail address or a mention around an `@`. */
export function atSign(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  if (src.charCodeAt(pos) !== 64 || silent || state.linkLevel > 0) return false
  const mail = mailAt(src, pos, pos - state.pending.length, state.posMax)
  if (mail && takeBack(state, mail.start)) {
    const label = src.slice(mail.start, mail.end)
    pushLink(state, `mailto:${label}`, label)
    state.pos = mail.end
    return true
  }
  const mention = mentionAt(src, pos, state.posMax)
  if (!mention) return false
  const token = state.push('mention', '', 0)
  token.content = src.slice(pos, mention.end)
  token.info = mention.name
  state.pos = mention.end
  return true
}

/** Inline rule: `[^label]` where such a note exists; the first call gives the note its number. */
export function noteCall(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  if (src.charCodeAt(pos) !== 91 || src.charCodeAt(pos + 1) !== 94 || state.linkLevel > 0) return false
  const env = state.env as unknown as ParseNotes & { imageDepth?: number }
  if (env.notes.size === 0 || env.imageDepth) return false
  const end = src.slice(pos + 2, Math.min(pos + 64, state.posMax)).indexOf(']')
  const note: NoteRecord | undefined = end > 0 ? env.notes.get(src.slice(pos + 2, pos + 2 + end)) : undefined
  if (!note) return false
  if (!silent) {
    const token = state.push('note_call', '', 0)
    token.hidden = note.number === 0
    if (note.number === 0) note.number = ++env.called
    token.level = note.number
  }
  state.pos = pos + end + 3
  return true
}

type InlineRule = (state: StateInline, silent: boolean) => boolean

/** The image rule, except that descriptions within descriptions stop early: each level would be read again. */
export function shallowImage(image: InlineRule): InlineRule {
  return (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 33) return false
    const env = state.env as { imageDepth?: number }
    const depth = env.imageDepth ?? 0
    if (depth >= MAX_IMAGE_DEPTH) return false
    env.imageDepth = depth + 1
    const matched = image(state, silent)
    env.imageDepth = depth
    return matched
  }
}

/** Where the brackets of a text end, for each end that a stretch of it can have: `[` → its `]`, or -1. */
const bracketsOf = new WeakMap<StateInline, Map<number, Map<number, number>>>()

function bracketsTo(state: StateInline, max: number): Map<number, number> {
  const known = bracketsOf.get(state) ?? new Map<number, Map<number, number>>()
  bracketsOf.set(state, known)
  const brackets = known.get(max) ?? new Map<number, number>()
  known.set(max, brackets)
  return brackets
}

type LinkLabel = (state: StateInline, start: number, disableNested?: boolean) => number

/**
 * The parser's search for the end of a label, except that one which may hold links is not searched for again: a search
 * from one bracket finds the ends of all that it passes.
 */
export const rememberedLabel =
  (search: LinkLabel): LinkLabel =>
  (state, start, disableNested) => {
    if (disableNested) return search(state, start, disableNested)
    const brackets = bracketsTo(state, state.posMax)
    const known = brackets.get(start)
    if (known !== undefined) return known
    const before = state.pos
    const open = [start]
    brackets.set(start, -1)
    state.pos = start + 1
    while (state.pos < state.posMax && open.length > 0) {
      const at = state.pos
      const code = state.src.charCodeAt(at)
      if (code === 93) brackets.set(open.pop() as number, at)
      state.md.inline.skipToken(state)
      if (code !== 91 || state.pos !== at + 1) continue
      open.push(at)
      brackets.set(at, -1)
    }
    state.pos = before
    return brackets.get(start) ?? -1
  }
