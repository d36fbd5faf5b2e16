/** A text, and what of it is selected. Places are UTF-16 units. */
export interface Typed {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** What is put in the place of a part of a text, and what is selected then. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly put: string
  readonly start: number
  readonly end: number
}

export type Format = 'markdown' | 'bbcode'

type Pair = readonly [open: string, close: string]

/** Marks around words, by the way of writing. */
const WRAPS: Record<Format, Record<string, Pair>> = {
  markdown: { strong: ['**', '**'], emphasis: ['*', '*'], struck: ['~~', '~~'], code: ['`', '`'] },
  bbcode: {
    strong: ['[b]', '[/b]'],
    emphasis: ['[i]', '[/i]'],
    struck: ['[s]', '[/s]'],
    code: ['[icode]', '[/icode]'],
  },
}
WRAPS.markdown['spoiler'] = ['[spoiler]', '[/spoiler]']
WRAPS.bbcode['spoiler'] = ['[ispoiler]', '[/ispoiler]']

/** Marks around whole lines. */
const BLOCKS: Record<Format, Record<string, Pair>> = {
  markdown: { code: ['```', '```'], spoiler: ['[spoiler]', '[/spoiler]'] },
  bbcode: {
    code: ['[code]', '[/code]'],
    spoiler: ['[spoiler]', '[/spoiler]'],
    quote: ['[quote]', '[/quote]'],
    list: ['[list]', '[/list]'],
    numbers: ['[list=1]', '[/list]'],
    heading: ['[heading=2]', '[/heading]'],
  },
}

/** Marks at the beginning of each line. */
const LINES: Record<Format, Record<string, string>> = {
  markdown: { quote: '> ', list: '- ', numbers: '1. ', heading: '## ' },
  bbcode: {},
}
/** What BBCode puts before each line within a block. */
const ITEMS: Record<string, string> = { list: '[*]', numbers: '[*]' }

/** A text after a change. */
export function changed({ text }: Pick<Typed, 'text'>, change: Change): Typed {
  const { from, to, put, start, end } = change
  return { text: text.slice(0, from) + put + text.slice(to), start, end }
}

/**
 * Puts a mark on what is selected, or takes it off where it stands. Marks around words go around each line of them in
 * Markdown, which ends a mark where a paragraph ends; marks of lines go on whole lines. `column` names the columns of a
 * table. Null for a mark that is not known.
 */
export function toggle(typed: Typed, mark: string, format: Format, column = ''): Change | null {
  if (mark === 'link') return link(typed, 'https://', format)
  if (mark === 'table') return table(typed, format, column)
  const prefix = LINES[format][mark]
  if (prefix !== undefined) return toggleLines(typed, prefix)
  const [wrap, block] = [WRAPS[format][mark], BLOCKS[format][mark]]
  const isOfLines = !wrap || typed.text.slice(typed.start, typed.end).includes('\n')
  if (block && (isOfLines || blockLines(typed, block).stands !== null))
    return toggleBlock(typed, block, format === 'bbcode' ? (ITEMS[mark] ?? '') : '')
  return wrap ? toggleWrap(typed, wrap) : null
}

/** The selection without white space at its ends; as it is where there is nothing else. */
function trimmed({ text, start, end }: Typed): [number, number] {
  const words = text.slice(start, end)
  if (words.trim() === '') return [start, end]
  return [start + words.length - words.trimStart().length, end - words.length + words.trimEnd().length]
}

/** How many of a sign stand in a row before a place, or from it on. */
function run(text: string, at: number, sign: string, step: -1 | 1): number {
  let count = 0
  for (let index = step < 0 ? at - 1 : at; text[index] === sign; index += step) count++
  return count
}

/** Whether a mark stands on both sides; of signs that also make a longer mark, only the right number is it. */
function standsAround(text: string, start: number, end: number, [open, close]: Pair): boolean {
  if (!text.slice(0, start).endsWith(open) || !text.slice(end).startsWith(close)) return false
  if (!/^[*`]+$/.test(open)) return true
  const count = Math.min(run(text, start, open[0]!, -1), run(text, end, open[0]!, 1))
  return open === '*' ? count % 2 === 1 : count >= open.length
}

const isMarked = (words: string, pair: Pair): boolean => {
  const [open, close] = pair
  const isLong = words.length >= open.length + close.length
  return isLong && standsAround(words, open.length, words.length - close.length, pair)
}

function toggleWrap(typed: Typed, pair: Pair): Change {
  const { text } = typed
  const [open, close] = pair
  const [start, end] = trimmed(typed)
  const words = text.slice(start, end)
  if (standsAround(text, start, end, pair)) {
    const from = start - open.length
    return { from, to: end + close.length, put: words, start: from, end: from + words.length }
  }
  const lines = words.split('\n')
  if (lines.length === 1) return wrapLine(start, words, pair)
  const written = lines.filter(line => line.trim() !== '')
  const isOn = written.every(line => isMarked(line.trim(), pair))
  const put = lines.map(line => (line.trim() === '' ? line : isOn ? bare(line, pair) : marked(line, pair)))
  return { from: start, to: end, put: put.join('\n'), start, end: start + put.join('\n').length }
}

function wrapLine(at: number, words: string, [open, close]: Pair): Change {
  const to = at + words.length
  if (words !== '' && isMarked(words, [open, close])) {
    const put = words.slice(open.length, words.length - close.length)
    return { from: at, to, put, start: at, end: at + put.length }
  }
  const start = at + open.length
  return { from: at, to, put: open + words + close, start, end: start + words.length }
}

function marked(line: string, pair: Pair): string {
  const words = line.trim()
  return isMarked(words, pair) ? line : line.replace(words, () => pair.join(words))
}

const bare = (line: string, [open, close]: Pair): string => {
  const words = line.trim()
  return line.replace(words, () => words.slice(open.length, words.length - close.length))
}

/** The whole lines that a selection stands in. A selection that ends where a line begins does not reach into it. */
function linesAround({ text, start, end }: Typed): [number, number] {
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end
  const stop = text.indexOf('\n', last)
  // Before the first letter there is nowhere to look: the method would look at that letter.
  const begin = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1
  return [begin, stop < 0 ? text.length : stop]
}

/** Other marks of the same kind give way: a list becomes a numbered one. */
const NUMBERED = /^\d{1,9}[.)] /
const beginsWith = (line: string, prefix: string): number =>
  line.startsWith(prefix)
    ? prefix.length
    : prefix === '1. '
      ? (NUMBERED.exec(line)?.[0].length ?? 0)
      : prefix === '> ' && line === '>'
        ? 1
        : 0

function toggleLines(typed: Typed, prefix: string): Change {
  const [from, to] = linesAround(typed)
  const lines = typed.text.slice(from, to).split('\n')
  const isAlone = lines.length === 1
  const written = lines.filter(line => isAlone || line.trim() !== '')
  if (written.length === 0)
    return { from, to, put: typed.text.slice(from, to), start: typed.start, end: typed.end }
  const isOn = written.every(line => beginsWith(line, prefix) > 0)
  let number = 0
  const put = lines.map(line => {
    if (isOn) return line.slice(beginsWith(line, prefix))
    if (line.trim() === '' && !isAlone) return prefix === '> ' && line === '' ? '>' : line
    if (beginsWith(line, prefix) > 0) return line
    return (prefix === '1. ' ? `${++number}. ` : prefix) + line
  })
  const text = put.join('\n')
  const end = from + text.length
  // With nothing selected the caret stays at its letter.
  const moved = Math.max(from, Math.min(end, typed.start + text.length - (to - from)))
  const isCaret = typed.start === typed.end
  return { from, to, put: text, start: isCaret ? moved : from, end: isCaret ? moved : end }
}

/** The lines of a block, and whether its marks stand on the lines around them, or on the first and last of them. */
interface BlockLines {
  readonly from: number
  readonly to: number
  readonly stands: 'around' | 'within' | null
}

/** The lines that a block's marks go on. One that stands there may end with an empty line. */
function blockLines(typed: Typed, pair: Pair): BlockLines {
  const [from, to] = linesAround(typed)
  const { text, end } = typed
  const next = text.indexOf('\n', end)
  const ends = [to, next < 0 ? text.length : next]
  const found = ends.map(last => ({ from, to: last, stands: standsOn(text, from, last, pair) }))
  return found.find(({ stands }) => stands !== null) ?? { from, to, stands: null }
}

function standsOn(text: string, from: number, to: number, [open, close]: Pair): BlockLines['stands'] {
  const [before, after] = [`${open}\n`, `\n${close}`]
  if (text.slice(0, from).endsWith(before) && text.slice(to).startsWith(after)) return 'around'
  const words = text.slice(from, to)
  const isWhole = words.length >= before.length + after.length
  return isWhole && words.startsWith(before) && words.endsWith(after) ? 'within' : null
}

function toggleBlock(typed: Typed, pair: Pair, item: string): Change {
  const [open, close] = pair
  const { from, to, stands } = blockLines(typed, pair)
  const [before, after] = [`${open}\n`, `\n${close}`]
  const words = typed.text.slice(from, to)
  if (stands === 'around') {
    const put = withoutItems(words, item)
    const start = from - before.length
    return { from: start, to: to + after.length, put, start, end: start + put.length }
  }
  if (stands === 'within') {
    const put = withoutItems(words.slice(before.length, words.length - after.length), item)
    return { from, to, put, start: from, end: from + put.length }
  }
  const inner = words
    .split('\n')
    .map(line => item + line)
    .join('\n')
  const start = from + before.length
  const end = start + inner.length
  return { from, to, put: before + inner + after, start: words === '' ? end : start, end }
}

const withoutItems = (words: string, item: string): string =>
  words
    .split('\n')
    .map(line => (item !== '' && line.startsWith(item) ? line.slice(item.length) : line))
    .join('\n')

/** Whether a text is the address of a page, and nothing else. */
export const isAddress = (text: string): boolean => /^https?:\/\/[^\s<>"]{3,2000}$/i.test(text)

/** Makes a link of what is selected. Words get the address, to be typed over; an address gets room for words. */
export function link(typed: Typed, address: string, format: Format): Change {
  const [from, to] = trimmed(typed)
  const selected = typed.text.slice(from, to)
  const [words, target] = isAddress(selected) && !isAddress(address) ? ['', selected] : [selected, address]
  const put = linkOf(words, target, format)
  const at = from + (words === '' ? put.indexOf(format === 'markdown' ? ']' : '[/') : put.lastIndexOf(target))
  if (target !== address || words === '') return { from, to, put, start: at, end: at }
  const isDone = isAddress(address)
  const end = from + put.length
  return { from, to, put, start: isDone ? end : at, end: isDone ? end : at + target.length }
}

function linkOf(words: string, address: string, format: Format): string {
  if (format === 'bbcode')
    return `[url=${address.replaceAll(']', '%5D').replaceAll('[', '%5B')}]${words}[/url]`
  return `[${words}](${/[()]/.test(address) ? `<${address}>` : address})`
}

const CELLS = 2

/** An empty table below the line of the caret, its first column's name selected. */
function table({ text, end }: Typed, format: Format, column: string): Change {
  const stop = text.indexOf('\n', end)
  const at = stop < 0 ? text.length : stop
  const names = Array.from({ length: CELLS }, (_, index) => `${column} ${index + 1}`.trim())
  const before = text.slice(0, at).trim() === '' ? '' : '\n\n'
  const rows =
    format === 'markdown'
      ? `| ${names.join(' | ')} |\n|${' --- |'.repeat(CELLS)}\n|${'  |'.repeat(CELLS)}`
      : `[table]\n[tr]${names.map(name => `[th]${name}[/th]`).join('')}[/tr]\n[tr]${'[td][/td]'.repeat(CELLS)}[/tr]\n[/table]`
  const put = `${before}${rows}\n`
  const start = at + put.indexOf(names[0]!)
  return { from: at, to: at, put, start, end: start + names[0]!.length }
}

/** A mention of a member as it is written: a name with spaces stands in quotation marks. */
export const mentionOf = (name: string): string =>
  /^[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_]|[.-](?=[\p{L}\p{N}_]))*$/u.test(name) ? `@${name}` : `@"${name}"`

/** The beginning of a name behind an `@` right before the caret, two letters at least; null where there is none. */
export function mentionBegun({ text, start, end }: Typed): { at: number; begins: string } | null {
  if (start !== end) return null
  const before = text.slice(Math.max(0, start - 52), start)
  const match = /(?:^|[^\p{L}\p{M}\p{N}_@/.=&-])@("?)([\p{L}\p{N}][^@\n[\]<>"]{1,48})$/u.exec(before)
  if (!match) return null
  const [, mark = '', begins = ''] = match
  // Without a quotation mark a name of several words is looked for up to its third one.
  if (mark === '' && (begins.match(/\s+/g)?.length ?? 0) > 2) return null
  return { at: start - begins.length - mark.length - 1, begins: begins.trimStart() }
}
