import { type Attrs, type DOMOutputSpec, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'

const SAFE = /^(?:https?:|mailto:|attachment:\d)/i

/** Where the pictures lie that a post shows. */
const OWN_PICTURE = /^\/(?:attachments|files|avatars)\/(?!.*(?:\.\.|\\|%2e|%2f|%5c))/i

/** An address that may stand in a text; '' for every other. */
export const safeHref = (written: string | null): string =>
  written !== null && SAFE.test(written.trim()) && !/[\s<>()]/.test(written.trim()) ? written.trim() : ''

const element =
  (name: string): (() => DOMOutputSpec) =>
  () => [name, 0]

/** The first text of a list item's marker: `-`, `*` or `+`; `.` or `)` behind a number. */
const list = (name: 'ul' | 'ol', marker: string): NodeSpec => ({
  group: 'block',
  content: 'item+',
  attrs: { marker: { default: marker }, start: { default: 1 } },
  parseDOM: [
    {
      tag: name,
      getAttrs: dom => ({
        start: Math.min(999_999, Math.max(0, Number(dom.getAttribute('start') ?? 1) || 1)),
      }),
    },
  ],
  toDOM: node => (node.attrs['start'] === 1 ? [name, 0] : [name, { start: String(node.attrs['start']) }, 0]),
})

/** A picture of the forum itself; one from elsewhere is asked for by nobody, and its words stand in its place. */
function pictureDom(written: string, alt: string): DOMOutputSpec {
  const src = written.replace(/^attachment:(\d+)$/, '/attachments/$1')
  if (OWN_PICTURE.test(src)) return ['img', { src, alt }]
  return ['span', { class: 'picture', dir: 'auto', title: written }, `[${alt || written}]`]
}

const nodes = {
  doc: { content: 'block+' },
  paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: element('p') },
  heading: {
    group: 'block',
    content: 'inline*',
    attrs: { level: { default: 2 } },
    defining: true,
    parseDOM: [1, 2, 3, 4, 5, 6].map(level => ({ tag: `h${level}`, attrs: { level } })),
    toDOM: node => [`h${node.attrs['level']}`, 0],
  },
  quote: {
    group: 'block',
    content: 'block+',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: element('blockquote'),
  },
  bullets: list('ul', '-'),
  numbers: list('ol', '.'),
  item: {
    content: 'paragraph (bullets | numbers)*',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: element('li'),
  },
  codeBlock: {
    group: 'block',
    content: 'text*',
    marks: '',
    code: true,
    defining: true,
    attrs: { language: { default: '' } },
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: () => ['pre', ['code', 0]],
  },
  /** Markup that the editor does not show as what it means: it stands as it was written, and can be changed so. */
  written: {
    group: 'block',
    content: 'text*',
    marks: '',
    code: true,
    defining: true,
    toDOM: () => ['pre', { class: 'written', dir: 'auto' }, 0],
  },
  rule: {
    group: 'block',
    attrs: { mark: { default: '---' } },
    parseDOM: [{ tag: 'hr' }],
    toDOM: () => ['hr'],
  },
  picture: {
    group: 'inline',
    inline: true,
    attrs: { src: {}, alt: { default: '' } },
    toDOM: ({ attrs }: { attrs: Attrs }) => pictureDom(String(attrs['src']), String(attrs['alt'])),
  },
  break: {
    group: 'inline',
    inline: true,
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  text: { group: 'inline' },
} satisfies Record<string, NodeSpec>

/** Words that look bold to whoever copies them, but are not: Google Docs wraps everything in such a `b`. */
const isStrong = (dom: HTMLElement): false | null => (dom.style.fontWeight === 'normal' ? false : null)

const marks = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: dom => {
          const href = safeHref(dom.getAttribute('href'))
          return href === '' ? false : { href }
        },
      },
    ],
    toDOM: mark => ['a', { href: mark.attrs['href'], rel: 'nofollow noopener' }, 0],
  },
  strong: {
    parseDOM: [
      { tag: 'strong' },
      { tag: 'b', getAttrs: isStrong },
      { style: 'font-weight', getAttrs: value => (/^(?:bold|[7-9]00)/.test(value) ? null : false) },
    ],
    toDOM: element('strong'),
  },
  emphasis: {
    parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
    toDOM: element('em'),
  },
  strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }], toDOM: element('s') },
  code: { excludes: '_', parseDOM: [{ tag: 'code' }], toDOM: element('code') },
} satisfies Record<string, MarkSpec>

/** What the editor knows: the constructs of Markdown that it can write back; everything else is `written`. */
export const schema = new Schema({ nodes, marks })
