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

const POST = '[id^="elComment_"]'

/** Invision Community 4, which prints no post numbers. */
export const invision: Engine = {
  name: 'Invision Community',
  family: 'invision',
  marks: [
    { selector: `article${POST}, div${POST}`, words: 'posts with id="elComment_…"' },
    { selector: `${POST} [data-role="commentContent"]`, words: 'texts with data-role="commentContent"' },
  ],
  pageSize: 25,
  read: (root: Root) => {
    const title = textOf(
      firstOf(root, ['h1.ipsType_pageTitle .ipsType_break', 'h1.ipsType_pageTitle', 'h1']),
      500,
    )
    return {
      title,
      crumbs: crumbsOf(
        all(
          one(root, '[data-role="breadcrumbList"]') ?? root,
          '[data-role="breadcrumbList"] a, li > a[href*="/forum/"]',
        ),
        title,
      ),
      pagination: linkedPages(one(root, '.ipsPagination'), '.ipsPagination_active'),
      posts: outermost(root, POST).map(readPost),
      link: '',
      zone: '',
      now: '',
      adverts: 0,
    }
  },
}

function readPost(post: Element): RawPost {
  const pane = firstOf(post, ['.ipsComment_author', '.cAuthorPane', '.ipsEntry__author']) ?? post
  const name = firstOf(pane, [
    '.cAuthorPane_author a',
    '.cAuthorPane_author strong',
    '.cAuthorPane_author',
    'h3',
  ])
  const body = one(post, '[data-role="commentContent"]')
  const edit = one(post, '.ipsComment_edited, [data-excludequote]')
  return {
    id: /\d+/.exec(attribute(post, 'id'))?.[0] ?? null,
    number: null,
    author: textOf(name, 120),
    linked: one(pane, '.cAuthorPane_author a[href]') !== null,
    title: textOf(one(pane, '[data-role="member-title"], [data-role="memberTitle"]'), 200) || null,
    pairs: [...statistics(pane), ...pairsOf(all(pane, '[data-role="custom-field"]').flatMap(linesOf))],
    time: attribute(firstOf(post, ['.ipsComment_meta time[datetime]', 'time[datetime]']), 'datetime'),
    body: body ? childrenOf(body) : null,
    skip: element => element === edit,
    edit: textOf(edit, 300),
    editTime: attribute(one(edit, 'time[datetime]'), 'datetime'),
    signature: one(post, '[data-role="memberSignature"]') !== null,
    files: [],
  }
}

/** Counts stand beside icons or before their word: `2 posts`. */
function statistics(pane: Element): [string, string][] {
  const counted = all(
    pane,
    '[data-role="stats"] li a[href*="/content"], [data-role="stats"] [title], .cAuthorPane_info li',
  )
  return counted.flatMap(element => {
    const found = /^(\d[\d.,\s]*[km]?)\s+(\p{L}+)$/iu.exec(attribute(element, 'title') || textOf(element, 60))
    return found ? [[found[2] as string, found[1] as string] as [string, string]] : []
  })
}
