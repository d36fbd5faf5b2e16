import { pairsOf } from '../cards.ts'
import { crumbsOf } from '../crumbs.ts'
import {
  all,
  attribute,
  childrenOf,
  type Element,
  linesOf,
  one,
  outermost,
  type Root,
  textOf,
} from '../dom.ts'
import { firstOf, linkedPages } from '../pagination.ts'
import type { Engine, RawPost } from './engine.ts'

/** SMF 2.0 and 2.1; the first post bears no number, the others count as replies. */
export const smf2: Engine = {
  name: 'SMF 2',
  family: 'smf',
  marks: [
    { selector: '.post_wrapper .poster', words: 'posts as .post_wrapper with a .poster' },
    {
      selector: '.post_wrapper .inner[id^="msg_"], .post_wrapper .inner',
      words: 'texts in .inner with id="msg_…"',
    },
  ],
  pageSize: 15,
  read: (root: Root) => {
    const path = one(root, '.navigate_section')
    const title = textOf(
      firstOf(root, ['.navigate_section li.last a', '.display_title', '#top_subject']),
      500,
    )
    const list = one(root, '.pagelinks')
    return {
      title: title || textOf(one(root, '.keyinfo h5'), 500),
      crumbs: crumbsOf(all(path ?? root, '.navigate_section li').flatMap(firstLink), title),
      pagination: linkedPages(list, 'strong, .current_page'),
      posts: outermost(root, '.post_wrapper').map(readPost),
      link: attribute(one(root, '.navigate_section li.last a'), 'href'),
      zone: '',
      now: textOf(one(root, '#time, time.floatright, #uppertop .floatright'), 80),
      adverts: 0,
    }
  },
}

/** Moderators are linked behind the board's own link. */
function firstLink(step: Element): Element[] {
  const link = one(step, 'a[href]')
  return link && !/class="?last/.test(attribute(step, 'class')) && attribute(step, 'class') !== 'last'
    ? [link]
    : []
}

function readPost(post: Element): RawPost {
  const heading = one(post, '.poster h4')
  const name = all(heading ?? post, 'a[href]').find(link => textOf(link, 120) !== '') ?? null
  const info = firstOf(post, [
    '.keyinfo .smalltext',
    '.postinfo .smalltext',
    '.keyinfo .postinfo',
    '.postinfo',
  ])
  const inner = one(post, '.inner')
  return {
    id: /\d+/.exec(attribute(inner, 'id'))?.[0] ?? null,
    number: numberOf(post, info),
    author: textOf(name ?? heading, 120),
    linked: name !== null,
    title: textOf(one(post, '.poster li.title'), 200) || null,
    pairs: pairsOf(
      all(post, '.poster li.postcount, .poster li.custom, .poster li[class*="cust_"]').flatMap(linesOf),
    ),
    time: timeOf(info),
    body: inner ? childrenOf(inner) : null,
    edit: textOf(one(post, '.modified'), 300).replace(/[«»]/g, '').trim(),
    signature: one(post, '.signature') !== null,
    files: all(post, '.attachments a[href]').filter(link => textOf(link) !== ''),
  }
}

function numberOf(post: Element, info: Element | null): number | null {
  const counted = /#\s?(\d+)/.exec(textOf(one(post, '.page_number'), 20))
  const reply = counted ?? /#\s?(\d+)/.exec(textOf(one(info, 'strong'), 80))
  return reply ? Number(reply[1]) + 1 : null
}

/** `« Reply #3 on: July 29, 2016, 23:36:00 »` without its stressed beginning. */
function timeOf(info: Element | null): string {
  if (!info) return ''
  const words = childrenOf(info).filter(
    child => !('attribs' in child) || (child as Element).name !== 'strong',
  )
  const today = textOf(all(info, 'strong').at(1) ?? null, 40)
  return `${today} ${words.map(child => textOf(child, 100)).join(' ')}`.replace(/[«»]/g, '').trim()
}
