import { fieldOf } from './card-words.ts'
import { readCard } from './cards.ts'
import { PLAIN_CLOCK, parseMoment } from './dates.ts'
import type { BodyNote, PageLine, PagePost, ThreadPage } from './model.ts'
import { wholeNumber } from './pagination.ts'
import { quotedName } from './quotes.ts'
import { textSource } from './text-body.ts'

interface CardAt {
  /** The line of the name; the post before ends above it. */
  start: number
  /** The first line after the card. */
  end: number
  name: string
  title: string | null
  pairs: [string, string][]
}

const NAME_MAX = 60
/** No card has more labels. */
const CARD_LABELS_MAX = 12
/** Buttons and notes a copied page leaves between the card and the text. */
const CHROME =
  /^(?:add bookmark|bookmark|share|new|like|reply|quote|report|thread starter|staff member|moderator|administrator|·|•|lesezeichen hinzufügen|teilen|neu|zitieren|melden|gefällt mir)$/i

/** A pasted line without the sign it is listed by. */
const bare = (line: string): string => line.replace(/^\s*[-*•·]\s+/, '').trim()

/**
 * Plain text of a thread page as a person copied it: member card, text, card, text … → a thread page; null when it holds
 * no card. Lines are read as they come: a card is a name, perhaps a title, and at least two labels with or without value.
 */
export function readText(file: string, text: string, title: string | undefined): ThreadPage | null {
  const lines = text.split('\n').map(line => line.trim())
  const cards = findCards(lines)
  if (cards.length === 0) return null
  const posts = cards.map((card, index) =>
    readPost(card, lines.slice(card.end, cards[index + 1]?.start ?? lines.length)),
  )
  const account: PageLine[] = []
  const above = lines.slice(0, cards[0]?.start ?? 0).filter(line => line !== '')
  if (above.length > 0)
    account.push({
      item: 'page',
      where: file,
      outcome: 'left',
      why: `${above.length} lines above the first member card`,
    })
  return {
    file,
    engine: 'plain text',
    family: 'text',
    title: title?.trim() || titleFrom(posts[0]?.body ?? ''),
    site: null,
    threadId: null,
    crumbs: [],
    page: 1,
    pages: 1,
    first: null,
    pageSize: 20,
    posts,
    account,
  }
}

/** The first words of a text, cut at a word at about 80 characters, at the first sentence where that is shorter. */
export function titleFrom(body: string): string {
  const plain = body
    .replace(/\[quote[^\]]*\][\s\S]*?\[\/quote\]/gi, '')
    .replace(/\[\/?(?:noparse|url)[^\]]*\]/gi, '')
  const paragraph =
    plain
      .split('\n')
      .find(line => line.trim() !== '')
      ?.trim() ?? ''
  const sentence = /^.{14,80}?(?<![\s.]\p{Lu})[.!?…](?=\s+[\p{Lu}“"«¿¡]|$)/u.exec(paragraph)?.[0] ?? paragraph
  if (sentence.length <= 80) return sentence.replace(/[.…]$/, '') || 'Untitled'
  const cut = sentence.slice(0, 80)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).replace(/[\s,;:–-]+$/, '')} …`
}

function findCards(lines: readonly string[]): CardAt[] {
  const cards: CardAt[] = []
  const known = new Set<string>()
  let from = 0
  for (let index = 0; index < lines.length; index++) {
    const run = labelRun(lines, index)
    if (!run) continue
    const head = run.isCard ? headAbove(lines, index, from, known) : null
    if (!head) {
      // What is no card from here on is none from a line within it either; a short one may begin too early.
      if (!run.isCard || run.pairs.length > CARD_LABELS_MAX) index = run.end - 1
      continue
    }
    cards.push({ ...head, end: run.end, pairs: run.pairs })
    known.add(head.name)
    from = run.end
    index = run.end - 1
  }
  return cards
}

/** A label alone on its line, before a colon, or run together with a value that is a date or a number. */
function labelOf(line: string): { label: string; value: string | null } | null {
  const text = bare(line)
  if (text === '' || text.length > 160) return null
  if (fieldOf(text)) return { label: text.replace(/\s*:$/, ''), value: null }
  const colon = text.indexOf(':')
  if (colon > 0 && fieldOf(text.slice(0, colon)))
    return { label: text.slice(0, colon), value: text.slice(colon + 1).trim() }
  return gluedLabel(text)
}

/** `JoinedApr 1, 2020`, `Messages17`: the longest label that leaves a date or a number. */
function gluedLabel(text: string): { label: string; value: string } | null {
  for (let end = Math.min(26, text.length - 1); end >= 3; end--) {
    const field = fieldOf(text.slice(0, end))
    if (!field) continue
    const value = text.slice(end).trim()
    const counted = (field === 'messages' || field === 'reactionScore') && /^[\d.,\s]+$/.test(value)
    if (counted || (field === 'joined' && value.length <= 40 && parseMoment(value) !== null))
      return { label: text.slice(0, end), value }
  }
  return null
}

/** Among other labels, a place that runs together with its label: `LocationBy the pond`. */
function gluedPlace(line: string): { label: string; value: string } | null {
  const found = /^(\p{Lu}\p{Ll}{2,15})(\p{Lu}.{1,40})$/u.exec(bare(line))
  const field = found ? fieldOf(found[1] as string) : null
  return found && (field === 'location' || field === 'country')
    ? { label: found[1] as string, value: found[2] as string }
    : null
}

/**
 * Labels that follow each other with at most one value line between; null where none begin. They are a card where they
 * are of two kinds at least, and one tells the day of joining or the messages.
 */
function labelRun(
  lines: readonly string[],
  start: number,
): { pairs: [string, string][]; end: number; isCard: boolean } | null {
  if (!labelOf(lines[start] ?? '')) return null
  const pairs: [string, string][] = []
  let index = start
  while (index < lines.length) {
    const label = labelOf(lines[index] ?? '') ?? (pairs.length > 0 ? gluedPlace(lines[index] ?? '') : null)
    if (!label) break
    index++
    let value = label.value
    const below = lines[index] ?? ''
    if (value === null && isValue(label.label, below)) {
      value = bare(below)
      index++
    }
    pairs.push([label.label, value ?? ''])
    while (lines[index] === '' && labelOf(lines[index + 1] ?? '')) index++
  }
  const fields = new Set(pairs.map(([label]) => fieldOf(label)))
  const isCard = fields.size >= 2 && (fields.has('joined') || fields.has('messages'))
  return { pairs, end: index, isCard }
}

/** True when the line below a label is its value, and not the next label or the beginning of the text. */
function isValue(label: string, line: string): boolean {
  const text = bare(line)
  if (text === '' || labelOf(line)) return false
  const field = fieldOf(label)
  if (field === 'joined') return parseMoment(text) !== null && text.length <= 40
  if (field === 'messages' || field === 'reactionScore')
    return wholeNumber(text.replace(/[km]$/i, '')) !== null || /^-?\d/.test(text)
  // A place is a few words; a listed value keeps its sign, where the text that follows has none.
  if (/^\s*[-*•·]\s+/.test(line)) return text.length <= 100
  return (
    text.length <= 40 &&
    !/[.!?…:]$/.test(text) &&
    text.split(' ').length <= 5 &&
    !/^#?\d+$/.test(text) &&
    parseMoment(text) === null
  )
}

/** The name and title that stand above a card's labels. */
function headAbove(
  lines: readonly string[],
  labels: number,
  from: number,
  known: ReadonlySet<string>,
): Pick<CardAt, 'start' | 'name' | 'title'> | null {
  let last = labels - 1
  while (last >= from && lines[last] === '') last--
  if (last < from || !isName(lines[last] ?? '')) return null
  const before = last > from ? (lines[last - 1] ?? '') : ''
  const alone = before === '' || !isName(before) || (known.has(lines[last] as string) && !known.has(before))
  if (alone) return { start: last, name: lines[last] as string, title: null }
  return { start: last - 1, name: before, title: lines[last] as string }
}

const isName = (line: string): boolean =>
  line !== '' &&
  line.length <= NAME_MAX &&
  !/[.!?…,;:]$/.test(line) &&
  !/^#\d+$/.test(line) &&
  parseMoment(line) === null

function readPost(card: CardAt, lines: readonly string[]): PagePost {
  let index = 0
  let number: number | null = null
  let at: PagePost['at'] = null
  for (; index < lines.length; index++) {
    const line = bare(lines[index] ?? '')
    if (line === '' || CHROME.test(line)) continue
    const timely = line.length <= 40 && /\d/.test(line)
    const moment = timely ? parseMoment(line) : null
    if (/^#\s?[\d.,]+$/.test(line)) number = wholeNumber(line)
    else if (moment && at === null) at = moment
    else if (!timely || parseMoment(line, { ...PLAIN_CLOCK, savedAt: 0 }) === null) break
  }
  const notes: BodyNote[] = []
  const body = textSource(lines.slice(index), notes, heading => quotedName(heading))
  return {
    id: null,
    number,
    author: card.name,
    guest: false,
    card: readCard(card.title, card.pairs, PLAIN_CLOCK),
    at,
    body: body.source,
    edited:
      body.edited === null
        ? null
        : { note: body.edited, at: parseMoment(body.edited.replace(/^[^:\d]{1,40}:\s*/, '')), reason: '' },
    signature: body.signature,
    notes,
  }
}
