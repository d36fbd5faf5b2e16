import { threadOf } from '../addresses.ts'
import { all, attribute, childrenOf, type Element, one, outermost, type Root, textOf } from '../dom.ts'
import { firstOf, wholeNumber } from '../pagination.ts'
import type { Engine, RawPost } from './engine.ts'

/** Discourse, as it prints a topic for crawlers and for browsers without JavaScript: no member cards. */
export const discourse: Engine = {
  name: 'Discourse (without scripts)',
  family: 'discourse',
  marks: [
    { selector: '.crawler-post', words: 'posts as .crawler-post' },
    { selector: '.crawler-post .post', words: 'texts in .post (the page as printed without JavaScript)' },
  ],
  pageSize: 20,
  read: (root: Root) => ({
    title: textOf(firstOf(root, ['#topic-title h1', 'h1']), 500),
    crumbs: all(root, '#topic-title .topic-category [itemprop="name"], #topic-title .category-name')
      .map(element => textOf(element, 200))
      .filter((title, index, titles) => title !== '' && titles.indexOf(title) === index)
      .map(title => ({ title, section: false })),
    pagination: {
      page: pageOf(root),
      pages: Math.max(pageOf(root), nextPage(root)),
      size: null,
      total: null,
    },
    posts: outermost(root, '.crawler-post').map(post => readPost(post, topicOf(root))),
    link: linkOf(root),
    zone: '',
    now: '',
    adverts: 0,
  }),
}

const pageOf = (root: Root): number => pageIn(attribute(one(root, 'link[rel="canonical"]'), 'href')) ?? 1
const nextPage = (root: Root): number =>
  pageIn(attribute(one(root, 'a[rel="next"], link[rel="next"]'), 'href')) ?? 1
const pageIn = (link: string): number | null => {
  const found = /[?&]page=(\d{1,6})/.exec(link)
  return found ? Number(found[1]) : null
}

export const linkOf = (root: Root): string => {
  const topic = topicOf(root)
  return topic === null ? '' : `/t/${topic}`
}

/** Quotations name their source by topic and number, so a post is named the same way. */
export function topicOf(root: Root): string | null {
  const links = [
    attribute(one(root, 'meta[property="og:url"]'), 'content'),
    attribute(one(root, 'link[rel="canonical"]'), 'href'),
    attribute(one(root, '#topic-title h1 a, .fancy-title[href]'), 'href'),
  ]
  for (const link of links) {
    const id = threadOf('discourse', link)?.id ?? /^(?:.*\/)?(\d+)(?:\.html)?$/.exec(link)?.[1]
    if (id) return id
  }
  return null
}

function readPost(post: Element, topic: string | null): RawPost {
  const number = wholeNumber(textOf(one(post, '[itemprop="position"]'), 20)) ?? numberOfId(post)
  const body = one(post, '.post')
  const published = one(post, 'meta[itemprop="datePublished"]')
  const time = one(post, 'time.post-time') ?? one(post, 'time')
  const at = attribute(published, 'content') || attribute(time, 'datetime')
  const modified =
    attribute(one(post, 'meta[itemprop="dateModified"]'), 'content') ||
    attribute(one(post, 'time[itemprop="dateModified"]'), 'datetime')
  return {
    id: topic !== null && number !== null ? `${topic}/${number}` : null,
    number,
    author: textOf(
      firstOf(post, ['.creator [itemprop="name"]', '[itemprop="author"] [itemprop="name"]', '.creator']),
      120,
    ),
    linked: true,
    title: null,
    pairs: [],
    time: at,
    body: body ? childrenOf(body) : null,
    edit: modified !== '' && modified !== at ? `dateModified ${modified}` : '',
    editTime: modified,
    signature: false,
    files: [],
  }
}

export const numberOfId = (post: Element): number | null =>
  wholeNumber(/^post_(\d+)$/.exec(attribute(post, 'id'))?.[1] ?? '')
