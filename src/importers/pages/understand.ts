import { bbAddress, pageAddress, savedAt } from './addresses.ts'
import { parsePlace, readCard } from './cards.ts'
import { type Clock, numericOrder, PLAIN_CLOCK, parseMoment, statedZone } from './dates.ts'
import { attribute, type Element, type Node, one, textOf } from './dom.ts'
import type { Engine, PageSource, RawPage, RawPost } from './engines/engine.ts'
import { bodySource } from './markup.ts'
import { imageAddress } from './media.ts'
import type { BodyNote, PageLine, PagePost, ThreadPage } from './model.ts'
import { protect } from './writer.ts'

/** A recognised page → its thread page: times, counts and texts understood, nothing joined yet. */
export function understand(engine: Engine, source: PageSource): ThreadPage {
  const raw = engine.read(source.root)
  const address = pageAddress(engine.family, source.root, source.markup, raw.link)
  const clock = clockOf(raw, source)
  const posts = withoutOverlap(raw.posts).map(post => readPost(post, clock, address.base))
  return {
    file: source.file,
    engine: engine.name,
    family: engine.family,
    title: raw.title.trim().slice(0, 300),
    site: address.site,
    threadId: address.threadId,
    crumbs: [...raw.crumbs],
    page: raw.pagination.page,
    pages: raw.pagination.pages,
    first: firstOrdinal(raw),
    pageSize: engine.pageSize,
    posts,
    account: accountOf(raw, posts, source.file, clock),
  }
}

function clockOf(raw: RawPage, { root, markup }: PageSource): Clock {
  const language = attribute(one(root, 'html'), 'lang') || attribute(one(root, 'html'), 'xml:lang')
  const order = numericOrder(
    raw.posts.map(post => post.time),
    language,
  )
  const clock: Clock = { ...PLAIN_CLOCK, ...statedZone(raw.zone), order, language }
  const now = raw.now === '' ? null : parseMoment(raw.now, clock)
  return { ...clock, savedAt: savedAt(markup) ?? (now?.precision === 'minute' ? now.at : null) }
}

/** The ordinal of a page's first post, where the page's size shows in its links or its last page is counted back. */
function firstOrdinal({ pagination, posts }: RawPage): number | null {
  const { page, pages, size, total } = pagination
  if (page === 1) return 1
  if (size !== null) return (page - 1) * size + 1
  if (page === pages && total !== null && total >= posts.length) return total - posts.length + 1
  return page < pages ? (page - 1) * posts.length + 1 : null
}

/** No text is taken twice: one that stands within another's, or is another's, is none. */
function withoutOverlap(posts: readonly RawPost[]): RawPost[] {
  const taken = new Set<Node>()
  const isTaken = (from: Node): boolean => {
    for (let node: Node | null = from; node; node = node.parent as Node | null)
      if (taken.has(node)) return true
    return false
  }
  return posts.map(post => {
    const body = post.body?.[0] && isTaken(post.body[0]) ? null : post.body
    for (const node of body ?? []) taken.add(node)
    return { ...post, body }
  })
}

function readPost(raw: RawPost, clock: Clock, base: URL | null): PagePost {
  const card = readCard(raw.title, raw.pairs, clock)
  const body = raw.body && bodySource(raw.body, { base, ...(raw.skip ? { skip: raw.skip } : {}) })
  const files = filesOf(raw.files, base)
  const author = raw.author.trim() || 'Guest'
  return {
    id: raw.id !== null && /^[\d/]{1,40}$/.test(raw.id) ? raw.id : null,
    number: raw.number,
    author,
    guest: !raw.linked && card.joined === null && (card.messages === null || parsePlace(raw.author) === null),
    card,
    at: parseMoment(raw.time, clock),
    body: body && [body.source, files.source].filter(part => part !== '').join('\n\n'),
    edited: raw.edit === '' ? null : editOf(raw, author, clock),
    signature: raw.signature,
    notes: body ? [...body.notes, ...files.notes] : [],
  }
}

function editOf(raw: RawPost, author: string, clock: Clock): PagePost['edited'] {
  const note = raw.edit.slice(0, 300)
  const reason =
    /(?:reason|grund|raison|motivo|razón|powód|причина|reden)\s*:\s*(.{1,200}?)[).]*$/i
      .exec(note)?.[1]
      ?.trim() ?? ''
  const words = note.replace(reason, ' ').split(author).join(' ')
  return { note, at: parseMoment(raw.editTime || words, clock), reason }
}

/** Files listed below a text become links at its end. */
function filesOf(links: readonly Element[], base: URL | null): { source: string; notes: BodyNote[] } {
  const lines: string[] = []
  const notes: BodyNote[] = []
  for (const link of links) {
    const address = bbAddress(attribute(link, 'href'), base)
    const picture = one(link, 'img')
    const name = fileName(link, picture, address)
    if (!address) {
      notes.push({
        item: 'attachment',
        outcome: 'left',
        why: 'the page holds no address of the file',
        which: `"${name}"`,
      })
      continue
    }
    const line = `[url=${/[\s"]/.test(address) ? `"${address}"` : address}]${protect(name)}[/url]`
    if (lines.includes(line)) continue
    lines.push(line)
    const thumb = picture && imageAddress(picture, base)
    notes.push({
      item: 'attachment',
      outcome: 'changed',
      why: `kept as a link; the file itself is not fetched${thumb ? ', nor its small picture' : ''}`,
      which: address,
    })
  }
  return { source: lines.join('\n'), notes }
}

/** What a link to a file calls it; a link around a small picture names it in the picture's description. */
function fileName(link: Element, picture: Element | null, address: string | null): string {
  const described = /[\p{L}\d_-][\p{L}\d _.()-]{0,100}\.[a-z0-9]{2,4}\b/iu.exec(
    attribute(picture, 'alt')
      .replace(/\s+/g, ' ')
      .replace(/^.*?Name: /, ''),
  )
  const last = address ? (new URL(address).pathname.split('/').at(-1) ?? '') : ''
  return textOf(link, 200) || described?.[0] || attribute(link, 'title') || last || 'attachment'
}

function accountOf(raw: RawPage, posts: readonly PagePost[], file: string, clock: Clock): PageLine[] {
  const lines: PageLine[] = []
  if (raw.adverts > 0)
    lines.push({
      item: 'advert',
      where: file,
      outcome: 'left',
      why: `${raw.adverts} adverts printed in the place of posts`,
    })
  const assumed = posts.filter(post => post.at?.precision === 'minute' && post.at.zone === 'assumed').length
  if (assumed > 0)
    lines.push({
      item: 'time',
      where: file,
      outcome: 'changed',
      why: `the page names no zone: ${assumed} times are read as UTC`,
    })
  if (raw.posts.some(post => /^\D{0,12}\d{1,2}[-/]\d{1,2}[-/]\d{2,4}/.test(post.time)))
    lines.push({
      item: 'time',
      where: file,
      outcome: 'taken',
      why: `dates in numbers are read with the ${clock.order === 'day-first' ? 'day' : 'month'} first`,
    })
  return lines
}
