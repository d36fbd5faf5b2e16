import { DomUtils } from 'htmlparser2'
import { pairsOf } from '../cards.ts'
import { crumbsOf } from '../crumbs.ts'
import {
  above,
  all,
  attribute,
  childrenOf,
  type Element,
  elementsIn,
  isText,
  linesOf,
  type Node,
  one,
  type Root,
  textOf,
} from '../dom.ts'
import type { Engine, RawPost } from './engine.ts'
import { pagesOf } from './subsilver2.ts'

/** phpBB 2 in subSilver: a body split over several `span.postbody`, the signature below underscores, no numbers. */
export const phpbb2: Engine = {
  name: 'phpBB 2',
  family: 'phpbb',
  marks: [
    { selector: 'span.postbody', words: 'texts in span.postbody' },
    { selector: '.name a[name], span.name', words: 'authors in span.name with an anchor' },
  ],
  pageSize: 15,
  read: (root: Root) => {
    const title =
      textOf(one(root, 'a.maintitle'), 500) || textOf(one(root, 'title'), 500).replace(/^.*:: .*? - /, '')
    const path = all(root, '.nav').find(place => one(place, 'a[href*="viewforum"]'))
    return {
      title,
      crumbs: crumbsOf(path ? all(path, 'a[href]') : [], title),
      pagination: pagesOf(root),
      posts: all(root, 'span.name').flatMap(readPost),
      link: attribute(one(root, 'a.maintitle'), 'href'),
      zone:
        all(root, 'span.gensmall')
          .map(element => textOf(element, 120))
          .find(text => /\b(?:GMT|UTC)\b/.test(text)) ?? '',
      now: '',
      adverts: 0,
    }
  },
}

function readPost(name: Element): RawPost[] {
  const cell = above(name, 'td')
  const row = cell ? above(cell, 'tr') : null
  const content = cell ? nextElement(cell) : null
  const first = content ? one(content, 'span.postbody') : null
  const holder = first ? above(first, 'td') : null
  const anchor = /^p?(\d+)$/.exec(attribute(one(name, 'a[name]'), 'name'))?.[1] ?? null
  if (!cell || !row || !content || (!holder && anchor === null)) return []
  const details = one(cell, '.postdetails')
  const printed = one(content, '.postdetails')
  const links = nextElement(row)
  const { body, signature, edit } = holder ? split(holder) : { body: null, signature: false, edit: '' }
  return [
    {
      id: anchor,
      number: null,
      author: textOf(name, 120),
      linked:
        one(cell, 'a[href*="viewprofile"]') !== null ||
        (links !== null && one(links, 'a[href*="viewprofile"]') !== null),
      title: linesOf(details).find((line, index) => index === 0 && !line.includes(':')) ?? null,
      pairs: pairsOf(linesOf(details)),
      time: timeOf(printed),
      body,
      edit,
      signature,
      files: all(content, 'a[href*="download.php"], a[href*="file.php"]').filter(
        link => above(link, '.postbody') === null,
      ),
    },
  ]
}

/** The date stands before the subject in one line, and only an element between parts them. */
function timeOf(printed: Element | null): string {
  if (!printed) return ''
  const own = childrenOf(printed)
  const end = own.findIndex(child => 'attribs' in child)
  return own
    .slice(0, end < 0 ? own.length : end)
    .map(child => textOf(child, 120))
    .join(' ')
    .replace(/^[^:]{1,40}:\s*/, '')
}

/** The line that stands above a signature. */
const RULE = /^(.*)(?<!_)_{17}(?!_)/s

/** Takes the signature and the edit note off the cell of a post. */
function split(holder: Element): { body: Node[]; signature: boolean; edit: string } {
  const notes = elementsIn(holder).filter(
    child => child.name === 'span' && /(?:^|\s)gensmall(?:\s|$)/.test(attribute(child, 'class')),
  )
  let signature = false
  for (const part of all(holder, 'span.postbody').reverse()) {
    const line = childrenOf(part).findLast(child => isText(child) && RULE.test(child.data))
    if (!line || !isText(line)) continue
    signature = true
    const after = childrenOf(part)
    for (const node of after.slice(after.indexOf(line) + 1)) DomUtils.removeElement(node)
    line.data = RULE.exec(line.data)?.[1] ?? ''
    break
  }
  const edit = notes.map(note => textOf(note, 300)).find(text => /\d/.test(text)) ?? ''
  return { body: childrenOf(holder).filter(child => !notes.includes(child as Element)), signature, edit }
}

function nextElement(element: Element): Element | null {
  for (let node = element.next; node; node = node.next) if ('attribs' in node) return node as Element
  return null
}
