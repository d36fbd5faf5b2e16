import { pairsOf } from '../cards.ts'
import { crumbsOf } from '../crumbs.ts'
import { PLAIN_CLOCK, parseMoment } from '../dates.ts'
import {
  above,
  all,
  attribute,
  childrenOf,
  type Element,
  hasClass,
  linesOf,
  matches,
  one,
  outermost,
  type Root,
  textOf,
} from '../dom.ts'
import { firstOf, linkedPages, sentencePages, wholeNumber } from '../pagination.ts'
import type { Engine, RawPost } from './engine.ts'

const MESSAGE = '[id^="post_message_"]'

/** vBulletin 3, with tables as its own style prints it, or with boxes as later styles do. */
export const vbulletin3: Engine = {
  name: 'vBulletin 3',
  family: 'vbulletin',
  marks: [
    { selector: `div${MESSAGE}, td${MESSAGE}`, words: 'texts with id="post_message_…"' },
    { selector: '[id^="postmenu_"], [id^="postcount"]', words: 'authors with id="postmenu_…"' },
  ],
  pageSize: 10,
  read: (root: Root) => {
    const list = one(root, '.pagenav')
    const title = textOf(
      firstOf(root, ['.navbar > strong', '.breadcrumb strong', 'td.navbar strong', '.navbar strong']),
      500,
    )
    return {
      title:
        title ||
        attribute(one(root, 'meta[property="og:title"]'), 'content') ||
        textOf(one(root, 'title'), 500).replace(/ [-–|] [^-–|]*$/, ''),
      crumbs: crumbsOf(all(root, 'span.navbar a'), title),
      pagination: {
        ...linkedPages(list, 'td.alt2, strong'),
        ...sentencePages(textOf(one(list, 'td.vbmenu_control'), 60)),
      },
      posts: outermost(root, MESSAGE).flatMap(readPost),
      link: attribute(one(root, '.breadcrumb > a, td.navbar > a[href*="showthread"]'), 'href'),
      zone: zoneOf(root),
      now: '',
      adverts: all(root, '[id^="edit_vp"], .vs_dfp_standard_postbit_ad').length,
    }
  },
}

const zoneOf = (root: Root): string =>
  all(root, 'div.smallfont')
    .map(element => textOf(element, 120))
    .find(text => /\bGMT\b/.test(text)) ?? ''

function readPost(message: Element): RawPost[] {
  const id = /^post_message_(\d+)$/.exec(attribute(message, 'id'))?.[1]
  const post = above(message, id ? `#edit${id}` : 'never') ?? above(message, `[id="post${id}"]`)
  if (!id || !post) return []
  const menu = one(post, `#postmenu_${id}`) ?? one(post, '[id^="postmenu_"]')
  const name = one(menu, '.bigusername') ?? one(menu, 'a')
  const cell = menu ? (above(menu, 'td, .picture, .alt2') ?? menu) : post
  const small = all(cell, '.smallfont').filter(element => !above(element, '.smallfont'))
  const edit = all(post, '.smallfont em').find(
    element => /\d/.test(textOf(element, 300)) && !isWithin(element, message),
  )
  return [
    {
      id,
      number: numberOf(post, id),
      author: textOf(name, 120) || textOf(menu, 120),
      linked: name !== null && attribute(name, 'href') !== '',
      title:
        small
          .map(element => textOf(element, 200))
          .find((text, index) => index === 0 && text !== '' && !/:/.test(text)) ?? null,
      pairs: pairsOf(small.flatMap(linesOf)),
      time: timeOf(post),
      body: childrenOf(message),
      edit: textOf(edit, 300),
      signature: /_{10,}/.test(
        textOf(above(message, 'td, .main-column-text') ?? post, 100_000).slice(
          textOf(message, 100_000).length,
        ),
      ),
      files: all(post, 'fieldset.fieldset a[href]').filter(link =>
        /attachment/i.test(attribute(link, 'href')),
      ),
    },
  ]
}

const isWithin = (element: Element, ancestor: Element): boolean => {
  for (let node = element.parent; node; node = node.parent) if (node === ancestor) return true
  return false
}

function numberOf(post: Element, id: string): number | null {
  const count = one(post, `#postcount${id}`)
  return wholeNumber(attribute(count, 'name')) ?? wholeNumber(textOf(count, 20).replace(/^[^\d#]*/, ''))
}

/** The heading of a post holds its time among icons, a number and links. */
function timeOf(post: Element): string {
  const stated = one(post, '[itemprop="dateCreated"]')
  if (stated) return textOf(stated, 80)
  const headings = matches(post, '.thead') || hasClass(post, 'thead') ? [post] : all(post, '.thead')
  // Any saving date will do to see that "Yesterday, 10:12 PM" is a time.
  const clock = { ...PLAIN_CLOCK, savedAt: 0 }
  return headings.flatMap(linesOf).find(line => line.length < 60 && parseMoment(line, clock) !== null) ?? ''
}
