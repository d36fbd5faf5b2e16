import { pairsOf } from '../cards.ts'
import { crumbsOf } from '../crumbs.ts'
import {
  all,
  attribute,
  childrenOf,
  type Element,
  elementsIn,
  isWithin,
  linesOf,
  type Node,
  one,
  outermost,
  type Root,
  textOf,
} from '../dom.ts'
import { firstOf, linkedPages, printedTotal, sentencePages, wholeNumber } from '../pagination.ts'
import type { Engine, RawPost } from './engine.ts'

/** phpBB 3 in prosilver and the styles made from it. */
export const phpbb3: Engine = {
  name: 'phpBB 3 (prosilver)',
  family: 'phpbb',
  marks: [
    { selector: '.post[id^="p"] .postbody', words: 'posts as .post with id="p…" and a .postbody' },
    { selector: '.post .postbody .content', words: 'texts in .content' },
    { selector: '.post .postprofile', words: 'authors in .postprofile' },
  ],
  pageSize: 10,
  read: (root: Root) => {
    const list = one(root, '.pagination')
    const words = textOf(list, 300)
    const title = textOf(
      firstOf(root, ['.topic-title a', '.topic-title', '#page-body h2 a', 'h2 a', 'h2']),
      500,
    )
    const crumbs = one(root, '.navlinks')
    return {
      title,
      crumbs: crumbsOf(all(crumbs ?? root, '.breadcrumbs .crumb a, li.icon-home a'), title),
      pagination: {
        ...linkedPages(list, 'strong, .active'),
        ...sentencePages(words.replace(/^.*?[•·]/, '')),
        total: printedTotal(words),
      },
      posts: outermost(root, '.post[id^="p"]')
        .filter(post => /^p\d+$/.test(attribute(post, 'id')) && one(post, '.postbody'))
        .map(readPost),
      link: attribute(firstOf(root, ['.topic-title a', '#page-body h2 a', 'h2 a']), 'href'),
      zone:
        all(root, '.rightside, .navbar li, .copyright')
          .map(zoneText)
          .find(text => /\b(?:UTC|GMT)\b|\/[A-Z]/.test(text)) ?? '',
      now: currentTime(root),
      adverts: 0,
    }
  },
}

/** The name of the zone may stand in a title: `<span title="Europe/Berlin">UTC+02:00</span>`. */
export const zoneText = (element: Element): string =>
  `${textOf(element, 200)} ${all(element, 'span[title]')
    .map(span => attribute(span, 'title'))
    .join(' ')}`

/** "It is currently …" at the head of a page. */
export const currentTime = (root: Root): string => {
  const place = all(root, '.time, p.right, td.gensmall, span.gensmall, p.datetime')
  const text =
    place
      .map(element => textOf(element, 120))
      .find(line => /\d{1,2}:\d{2}/.test(line) && !/GMT|UTC/.test(line)) ?? ''
  return text.replace(/^\D{1,60}?(?=\p{Lu}\p{L}{1,8}\.?,? )/u, '')
}

function readPost(post: Element): RawPost {
  const byline = one(post, '.author')
  const profile = one(post, '.postprofile')
  const name =
    firstOf(byline, ['strong a', '.username-coloured', '.username', 'strong']) ??
    firstOf(profile, ['.username-coloured', '.username', 'dt a'])
  const edit = all(post, '.notice').find(element => /\d/.test(textOf(element, 300)))
  return {
    id: attribute(post, 'id').slice(1),
    number: numberOf(post),
    author: textOf(name, 120),
    linked: name !== null && name.name === 'a' && attribute(name, 'href') !== '',
    title: titleOf(profile),
    pairs: pairsOf(all(profile ?? post, 'dd').flatMap(line => [textOf(line, 200)])),
    time: timeOf(byline),
    body: bodyOf(post),
    edit: textOf(edit, 300),
    signature: one(post, '.signature') !== null,
    files: all(post, '.attachbox a.postlink, .attachbox a[href*="file.php"]'),
  }
}

function bodyOf(post: Element): Node[] | null {
  const body = all(post, '.content').find(text => !isWithin(text, '.signature', post))
  return body ? childrenOf(body) : null
}

function numberOf(post: Element): number | null {
  for (const link of all(post, '.postbody a, .post-number')) {
    const text = textOf(link, 20)
    if (/^#\d+$/.test(text)) return wholeNumber(text)
    if (link.parent && /(?:^|\s)content(?:\s|$)/.test(attribute(link.parent as Element, 'class'))) break
  }
  return null
}

/** Older styles print the rank as a line without a label. */
function titleOf(profile: Element | null): string | null {
  const rank = one(profile, '.profile-rank')
  if (rank) return textOf(rank, 200) || null
  if (!profile) return null
  const line = elementsIn(profile).find(
    child => child.name === 'dd' && !one(child, 'strong') && textOf(child, 200) !== '',
  )
  return line && !/profile-/.test(attribute(line, 'class')) && one(line, 'ul') === null
    ? (linesOf(line)[0] ?? null)
    : null
}

function timeOf(byline: Element | null): string {
  const stated = attribute(one(byline, 'time[datetime]'), 'datetime')
  const text = textOf(byline, 300)
  return (
    stated || (text.includes('»') ? text.slice(text.lastIndexOf('»') + 1) : text.replace(/^\D*/, '')).trim()
  )
}
