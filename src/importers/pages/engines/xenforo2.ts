import { crumbsOf } from '../crumbs.ts'
import {
  all,
  attribute,
  childrenOf,
  type Element,
  hasClass,
  isElement,
  isWithin,
  type Node,
  one,
  outermost,
  type Root,
  textOf,
} from '../dom.ts'
import { firstOf, linkedPages, type Pagination, sentencePages, wholeNumber } from '../pagination.ts'
import type { Engine, RawPost } from './engine.ts'

const POST = '.message[data-content^="post-"]'

/** XenForo 2, as its own style and the styles made from it print a thread. */
export const xenforo2: Engine = {
  name: 'XenForo 2',
  family: 'xenforo',
  marks: [
    { selector: POST, words: 'posts as .message with data-content="post-…"' },
    { selector: `${POST} .bbWrapper`, words: 'texts in .bbWrapper' },
  ],
  pageSize: 20,
  read: (root: Root) => ({
    title: titleOf(root),
    crumbs: crumbsOf(all(one(root, '.p-breadcrumbs') ?? root, '.p-breadcrumbs a, a[itemprop="item"]')),
    pagination: pagesOf(root),
    posts: outermost(root, POST).map(readPost),
    link: '',
    zone: '',
    now: '',
    adverts: all(root, '.message--post:not([data-content])').length,
  }),
}

function titleOf(root: Root): string {
  const heading = one(root, 'h1.p-title-value')
  if (!heading)
    return (
      attribute(one(root, 'meta[property="og:title"]'), 'content') ||
      textOf(one(root, 'title'), 500).replace(/ \| [^|]*$/, '')
    )
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
  const name = firstOf(post, [
    '.message-name .username',
    '.message-userDetails .username',
    '.message-articleUserName .username',
  ])
  const edit = one(post, '.message-lastEdit')
  return {
    id: attribute(post, 'data-content').replace(/^post-/, '') || null,
    number: numberOf(post),
    author: textOf(name, 120) || attribute(post, 'data-author'),
    linked: name !== null && (name.name === 'a' || !/^0?$/.test(attribute(name, 'data-user-id'))),
    title: textOf(firstOf(post, ['.message-userTitle', '.message-articleUserBlurb .userTitle']), 200) || null,
    pairs: all(post, '.message-userExtras dl').map(
      pair => [labelOf(one(pair, 'dt')), textOf(one(pair, 'dd'), 200)] as const,
    ),
    time: attribute(
      one(post, '.message-attribution-main time[datetime]') ??
        one(post, '.message-attribution time[datetime]'),
      'datetime',
    ),
    body: bodyOf(post),
    edit: textOf(edit, 300),
    editTime: attribute(one(edit, 'time[datetime]'), 'datetime'),
    signature: one(post, '.message-signature') !== null,
    files: all(post, '.message-attachments a[href]').filter(
      link => hasClass(link, 'file-preview') || textOf(link) !== '',
    ),
  }
}

/** A signature is marked up like a text, so it is one only where it is told to be. */
function bodyOf(post: Element): Node[] | null {
  const body = all(post, '.bbWrapper').find(
    text =>
      !isWithin(text, '.message-signature', post) && isWithin(text, '.message-body, .message-content', post),
  )
  return body ? childrenOf(body) : null
}

/** Narrow screens are shown "3 of 7" in place of links. */
function pagesOf(root: Root): Pagination {
  const linked = linkedPages(one(root, '.pageNav'), '.pageNav-page--current')
  const simple = sentencePages(textOf(one(root, '.pageNavSimple-el--current'), 60))
  return simple && linked.pages <= simple.pages ? { ...linked, ...simple } : linked
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
