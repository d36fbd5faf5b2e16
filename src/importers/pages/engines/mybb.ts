import { pairsOf } from '../cards.ts'
import { crumbsOf } from '../crumbs.ts'
import {
  above,
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
import { firstOf, linkedPages, wholeNumber } from '../pagination.ts'
import type { Engine, RawPost } from './engine.ts'

const BODY = '.post_body[id^="pid_"]'

/** MyBB 1.6 and 1.8; what stands on its member cards is free text under its own labels. */
export const mybb: Engine = {
  name: 'MyBB',
  family: 'mybb',
  marks: [
    { selector: BODY, words: 'texts as .post_body with id="pid_…"' },
    { selector: '.author_information, .post_author', words: 'authors in .author_information' },
  ],
  pageSize: 10,
  read: (root: Root) => {
    const title = textOf(one(root, '.navigation .active'), 500) || textOf(one(root, 'title'), 500)
    return {
      title,
      crumbs: crumbsOf(all(one(root, '.navigation') ?? root, '.navigation a'), title),
      pagination: linkedPages(one(root, '.pagination'), '.pagination_current'),
      posts: outermost(root, BODY).map(readPost),
      link: '',
      zone:
        all(root, '#current_time, .smalltext')
          .map(element => textOf(element, 160))
          .find(text => /\bGMT\b/.test(text)) ?? '',
      now: textOf(one(root, '#current_time'), 120).replace(/^[^:]{1,40}:\s*/, ''),
      adverts: 0,
    }
  },
}

function readPost(body: Element): RawPost {
  const id = attribute(body, 'id').replace('pid_', '')
  const post = above(body, `#post_${/^\d+$/.test(id) ? id : '0'}`) ?? above(body, '.post, table') ?? body
  const pane = firstOf(post, ['.author_information', '.post_author']) ?? post
  const name = firstOf(pane, ['.profile_username', 'strong', 'a[href]', '.largetext'])
  const printed = one(post, '.post_date')
  return {
    id,
    number: numberOf(post),
    author: textOf(name, 120),
    linked: one(pane, 'strong a[href], .largetext a[href], .profile_username a[href]') !== null,
    title: titleOf(pane, textOf(name, 120)),
    pairs: pairsOf(linesOf(one(post, '.author_statistics'))),
    time: timeOf(printed),
    body: childrenOf(body),
    edit: textOf(one(post, '.edited_post'), 300),
    signature: one(post, '.signature') !== null,
    files: all(
      post,
      '.post_attachments a[href], .attachments a[href], fieldset a[href*="attachment.php"]',
    ).filter(link => above(link, BODY) === null),
  }
}

function numberOf(post: Element): number | null {
  for (const link of all(post, '.post_head a, .post_head strong, [id^="postcount"], .float_right a')) {
    const text = textOf(link, 30)
    if (/^#\s?\d/.test(text)) return wholeNumber(text)
  }
  return null
}

const titleOf = (pane: Element, name: string): string | null =>
  linesOf(one(pane, '.smalltext')).find(line => line !== name && !/^[*•\s]+$/.test(line)) ?? null

/** "Yesterday" carries its date as a title; the note of an edit may stand inside. */
function timeOf(printed: Element | null): string {
  if (!printed) return ''
  const words = childrenOf(printed).map(child => {
    if (!('attribs' in child)) return textOf(child, 120)
    if (/post_edit|edited_post/.test(attribute(child, 'class'))) return ''
    return attribute(child, 'title') || textOf(child, 120)
  })
  return words.join(' ').trim()
}
