import { crumbsOf } from '../crumbs.ts'
import { all, attribute, childrenOf, type Element, one, outermost, type Root, textOf } from '../dom.ts'
import { firstOf, linkedPages, sentencePages, wholeNumber } from '../pagination.ts'
import type { Engine, RawPost } from './engine.ts'

const POST = 'li[id^="post_"]'

/** vBulletin 4, in its legacy and its horizontal form of a post. */
export const vbulletin4: Engine = {
  name: 'vBulletin 4',
  family: 'vbulletin',
  marks: [
    {
      selector: `${POST} .posthead, ${POST} .postdetails`,
      words: 'posts as li with id="post_…", a .posthead and .postdetails',
    },
    { selector: '[id^="post_message_"]', words: 'texts with id="post_message_…"' },
  ],
  pageSize: 10,
  read: (root: Root) => {
    const title = textOf(firstOf(root, ['.threadtitle', '#pagetitle h1', '.lastnavbit']), 500)
    const list = firstOf(root, ['#pagination_top', '.pagination_top', '#pagination_bottom'])
    const linked = linkedPages(list, '.selected')
    return {
      title,
      crumbs: crumbsOf(
        all(one(root, '#breadcrumb') ?? root, 'li.navbithome a, li.navbit:not(.lastnavbit) a'),
        title,
      ),
      pagination: { ...linked, ...sentencePages(textOf(one(list, '.popupctrl'), 60)) },
      posts: outermost(root, POST)
        .filter(post => /^post_\d+$/.test(attribute(post, 'id')))
        .map(readPost),
      link: attribute(one(root, '.threadtitle a'), 'href'),
      zone: textOf(one(root, '#footer_time, .footer_time'), 200),
      now: '',
      adverts: all(root, '.firstpost_advert_container, li[class*="advert"]').length,
    }
  },
}

function readPost(post: Element): RawPost {
  const id = attribute(post, 'id').replace('post_', '')
  const name = firstOf(post, ['.username_container .username', '.userinfo .username', '.username'])
  const body = one(post, `#post_message_${id} .postcontent`) ?? one(post, `#post_message_${id}`)
  const edit = one(post, '.lastedited')
  const labels = all(post, '.userinfo_extra dt, .userstats dt')
  const values = all(post, '.userinfo_extra dd, .userstats dd')
  return {
    id,
    number:
      wholeNumber(textOf(one(post, '.postcounter'), 20)) ??
      wholeNumber(attribute(one(post, `#postcount${id}`), 'name')),
    author: textOf(name, 120),
    linked: name !== null && name.name === 'a' && attribute(name, 'href') !== '',
    title: textOf(one(post, '.usertitle'), 200) || null,
    pairs: labels.map((label, index) => [textOf(label, 80), textOf(values[index], 200)] as const),
    time: textOf(one(post, '.postdate .date') ?? one(post, '.postdate'), 80),
    body: body ? childrenOf(body) : null,
    skip: element => element === edit,
    edit: textOf(edit, 300),
    signature: one(post, '.signature') !== null,
    files: all(post, '.attachments a[href]'),
  }
}
