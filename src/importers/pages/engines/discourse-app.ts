import { all, attribute, childrenOf, type Element, one, outermost, type Root, textOf } from '../dom.ts'
import { firstOf, ONE_PAGE } from '../pagination.ts'
import { linkOf, numberOfId, topicOf } from './discourse.ts'
import type { Engine, RawPost } from './engine.ts'

const POST = 'article[id^="post_"][data-post-id]'

/** Discourse, as its scripts build a topic: as much of it as had been scrolled to when the page was saved. */
export const discourseApp: Engine = {
  name: 'Discourse',
  family: 'discourse',
  marks: [
    { selector: POST, words: 'posts as article with id="post_…" and data-post-id' },
    { selector: `${POST} .cooked`, words: 'texts in .cooked (the page as its scripts build it)' },
  ],
  pageSize: 20,
  read: (root: Root) => ({
    title: textOf(firstOf(root, ['#topic-title .fancy-title', '#topic-title h1', '.fancy-title', 'h1']), 500),
    crumbs: all(root, '#topic-title .badge-category__name, #topic-title .category-name')
      .map(element => textOf(element, 200))
      .filter((title, index, titles) => title !== '' && titles.indexOf(title) === index)
      .map(title => ({ title, section: false })),
    pagination: ONE_PAGE,
    posts: outermost(root, POST).map(post => readPost(post, topicOf(root))),
    link: linkOf(root),
    zone: '',
    now: '',
    adverts: 0,
  }),
}

function readPost(post: Element, topic: string | null): RawPost {
  const number = numberOfId(post)
  const author = attribute(one(post, '.names [data-user-card]'), 'data-user-card')
  const body = one(post, '.cooked')
  return {
    id: topic !== null && number !== null ? `${topic}/${number}` : null,
    number,
    author: author || textOf(firstOf(post, ['.names .username', '.names a']), 120),
    linked: true,
    title: textOf(one(post, '.names .user-title'), 200) || null,
    pairs: [],
    time: timeOf(one(post, '.post-date .relative-date, .post-infos .relative-date')),
    body: body ? childrenOf(body) : null,
    edit: '',
    signature: one(post, '.user-signature') !== null,
    files: [],
  }
}

/** Epoch milliseconds stand beside what is printed. */
function timeOf(printed: Element | null): string {
  const at = new Date(Number(attribute(printed, 'data-time') || Number.NaN))
  return Number.isNaN(at.getTime()) ? attribute(printed, 'title') : at.toISOString()
}
