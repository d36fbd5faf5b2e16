import { crumbsOf } from '../crumbs.ts'
import {
  all,
  attribute,
  childrenOf,
  type Element,
  hasClass,
  isElement,
  one,
  outermost,
  type Root,
  textOf,
} from '../dom.ts'
import { linkedPages, wholeNumber } from '../pagination.ts'
import type { Engine, RawPost } from './engine.ts'

const POST = '.message--post[data-content^="post-"]'

/** XenForo 2, as its own style and the styles made from it print a thread. */
export const xenforo2: Engine = {
  name: 'XenForo 2',
  family: 'xenforo',
  marks: [
    { selector: POST, words: 'posts as .message--post with data-content="post-…"' },
    { selector: `${POST} .bbWrapper`, words: 'texts in .bbWrapper' },
  ],
  pageSize: 20,
  read: (root: Root) => ({
    title: titleOf(root),
    crumbs: crumbsOf(all(one(root, '.p-breadcrumbs') ?? root, '.p-breadcrumbs a, a[itemprop="item"]')),
    pagination: linkedPages(one(root, '.pageNav'), '.pageNav-page--current'),
    posts: outermost(root, POST).map(readPost),
    link: '',
    zone: '',
    now: '',
    adverts: all(root, '.message--post:not([data-content])').length,
  }),
}

function titleOf(root: Root): string {
  const heading = one(root, 'h1.p-title-value')
  if (!heading) return attribute(one(root, 'meta[property="og:title"]'), 'content')
  const words = childrenOf(heading).filter(
    child =>
      !isElement(child) ||
      !/(?:^|\s)(?:label|labelLink|label-append)(?:\s|$)/.test(child.attribs.class ?? ''),
  )
  return words
    .map(child => textOf(child))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function readPost(post: Element): RawPost {
  const name = one(post, '.message-name .username') ?? one(post, '.message-userDetails .username')
  const edit = one(post, '.message-lastEdit')
  return {
    id: attribute(post, 'data-content').replace(/^post-/, '') || null,
    number: numberOf(post),
    author: textOf(name, 120) || attribute(post, 'data-author'),
    linked: name !== null && (name.name === 'a' || !/^0?$/.test(attribute(name, 'data-user-id'))),
    title: textOf(one(post, '.message-userTitle'), 200) || null,
    pairs: all(post, '.message-userExtras dl').map(
      pair => [labelOf(one(pair, 'dt')), textOf(one(pair, 'dd'), 200)] as const,
    ),
    time: attribute(
      one(post, '.message-attribution-main time[datetime]') ??
        one(post, '.message-attribution time[datetime]'),
      'datetime',
    ),
    body: childrenOf(one(post, '.message-body .bbWrapper') ?? one(post, '.bbWrapper') ?? post),
    edit: textOf(edit, 300),
    editTime: attribute(one(edit, 'time[datetime]'), 'datetime'),
    signature: one(post, '.message-signature') !== null,
    files: all(post, '.message-attachments a[href]').filter(
      link => hasClass(link, 'file-preview') || textOf(link) !== '',
    ),
  }
}

/** Styles print icons in place of labels and keep the label as the icon's title. */
const labelOf = (label: Element | null): string =>
  textOf(label, 80) ||
  attribute(one(label, '[title], [data-original-title]'), 'title') ||
  attribute(label, 'title')

function numberOf(post: Element): number | null {
  for (const place of all(
    post,
    '.message-attribution-opposite li, .message-attribution-opposite a, .message-attribution-opposite',
  )) {
    const text = textOf(place, 40)
    if (text.startsWith('#')) return wholeNumber(text)
  }
  return null
}
