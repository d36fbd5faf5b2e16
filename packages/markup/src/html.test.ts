import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activeIn } from '../testing/oracle.ts'
import { AWAY, bbcode, markdown } from '../testing/rendered.ts'
import { renderHtml } from './html.ts'
import { parse } from './parse.ts'
import type { Resolution } from './resolution.ts'
import type { Document, Node } from './tree.ts'

const html = (source: string, resolution: Resolution = {}) =>
  renderHtml(parse(source, 'markdown'), resolution)

describe('links', () => {
  it('that leave the site are followed by no search engine, and those of the site are', () => {
    expect(markdown('[a](https://b.example)')).toBe(`<p><a href="https://b.example"${AWAY}>a</a></p>`)
    const resolution = { origin: 'https://forum.example' }
    expect(markdown('[a](https://forum.example/b)', resolution)).toBe(
      '<p><a href="https://forum.example/b">a</a></p>',
    )
    expect(markdown('[a](https://forum.example.evil.example/b)', resolution)).toContain(AWAY)
  })

  it('have words to follow', () => {
    expect(markdown('[](/a)')).toBe('<p><a href="/a">/a</a></p>')
    expect(markdown('[ **&nbsp;** ](/a)')).toContain('>/a</a>')
    expect(markdown('[`b`](/a)')).toBe('<p><a href="/a"><code>b</code></a></p>')
  })

  it('keep their titles', () =>
    expect(markdown('[a](/b "c \\" d")')).toBe('<p><a href="/b" title="c &quot; d">a</a></p>'))
})

describe('images', () => {
  const remote = (text: string) => `<a class="image" href="https://a.example/b.png"${AWAY}>${text}</a>`

  it('of other sites are links that say what they show', () => {
    expect(markdown('![A quay](https://a.example/b.png)')).toBe(`<p>${remote('A quay')}</p>`)
    expect(markdown('![](https://a.example/b.png)')).toBe(`<p>${remote('Image: a.example/b.png')}</p>`)
    const words = { image: 'Bild: {name}' }
    expect(markdown('![](https://a.example/b.png)', { words })).toBe(
      `<p>${remote('Bild: a.example/b.png')}</p>`,
    )
  })

  it('of this site are shown, and named', () => {
    expect(markdown('![A quay](/files/1/b.png "c")')).toBe(
      '<p><img src="/files/1/b.png" alt="A quay" title="c" loading="lazy"></p>',
    )
    const resolution = { origin: 'https://forum.example' }
    expect(markdown('![](https://forum.example/files/1/b.png)', resolution)).toBe(
      '<p><img src="/files/1/b.png" alt="Image: b.png" loading="lazy"></p>',
    )
    expect(markdown('![a](/sign-out)')).toBe('<p><a class="image" href="/sign-out">a</a></p>')
  })

  it('inside links keep an address of their own', () => {
    expect(bbcode('[url=/a][img]https://a.example/b.png[/img][/url]')).toBe(
      `<p><a href="/a">a</a> ${remote('Image: a.example/b.png')}</p>`,
    )
    expect(markdown('[![c](https://a.example/b.png)](https://a.example/b.png)')).toBe(
      `<p><a href="https://a.example/b.png"${AWAY}>c</a></p>`,
    )
  })
})

describe('quotes and mentions', () => {
  const resolution: Resolution = {
    quote: ({ post }) =>
      post?.thread === 7 ? { href: '/posts/7/27', author: 'Maren <now>', number: 27 } : undefined,
    mention: name => (name === 'maren' ? { href: '/members/3/maren', name: 'Maren' } : undefined),
  }

  it('lead where the forum says', () => {
    expect(markdown('[quote="a, post: 7/27, revision: 2"]\nb\n[/quote]', resolution)).toBe(
      '<blockquote class="quote" data-post="7/27" data-revision="2"><cite><a href="/posts/7/27">Maren &lt;now&gt;, #27</a></cite><p>b</p></blockquote>',
    )
    expect(markdown('@maren', resolution)).toBe(
      '<p><a class="mention" href="/members/3/maren">@Maren</a></p>',
    )
  })

  it('are text where it says nothing', () => {
    expect(markdown('[quote="a <b>, post: 1/2"]\nc\n[/quote]', resolution)).toContain(
      '<cite>a &lt;b&gt;</cite>',
    )
    expect(markdown('@"other <b>"', resolution)).toBe('<p>@&quot;other &lt;b&gt;&quot;</p>')
    expect(markdown('[a @maren](/b)', resolution)).toBe('<p><a href="/b">a @maren</a></p>')
  })

  it('lead nowhere by an address that may not be followed', () => {
    const hostile: Resolution = {
      quote: () => ({ href: 'javascript:a', author: 'b', number: 1 }),
      mention: () => ({ href: '//evil.example', name: 'c' }),
    }
    expect(markdown('[quote="a, post: 7/27"]\n@x\n[/quote]', hostile)).toContain(
      '<cite>b, #1</cite><p>@c</p>',
    )
  })
})

describe('for readers of every kind', () => {
  it('finds the direction of each part by its first letters', () => {
    expect(html('שלום\n\nhello')).toBe('<p dir="auto">שלום</p>\n<p dir="auto">hello</p>\n')
    expect(html('# a')).toBe('<h4 dir="auto">a</h4>\n')
    expect(html('- a\n- b\n  - c')).not.toMatch(/<li[^>]*dir|<ul>\s*<ul dir|<p/)
    expect(html('> a')).toContain('<p dir="auto">a</p>')
    expect(html('[spoiler=a]\nb\n[/spoiler]')).toContain('<summary dir="auto">a</summary>')
    expect(html('a|b\n-|-')).toContain('<table dir="auto">')
  })

  it('leaves out headings and header cells without words', () => {
    expect(html('#\n\na')).toBe('<p dir="auto">a</p>\n')
    expect(html('| | a |\n|-|-|')).toContain('<tr><td></td><th scope="col">a</th></tr>')
  })

  it('fits headings to the page', () => {
    expect(markdown('# a\n### b', { firstHeading: 3 })).toBe('<h3>a</h3><h4>b</h4>')
    expect(markdown('### a\n# b')).toBe('<h4>a</h4><h4>b</h4>')
  })

  it('speaks the language of the page', () => {
    const words = {
      taskDone: 'Erledigt',
      spoiler: 'Verborgen',
      table: 'Tabelle',
      footnotes: 'Anmerkungen',
      footnote: 'Anmerkung {number}',
      backToText: 'Zurück zu {number}',
    }
    expect(markdown('- [x] a', { words })).toContain('aria-label="Erledigt"')
    expect(markdown('[spoiler]\na\n[/spoiler]', { words })).toContain('<summary>Verborgen</summary>')
    expect(markdown('a[^b]\n\n[^b]: c', { words })).toMatch(/Anmerkung 1.*Anmerkungen.*Zurück zu 1/)
    expect(markdown('a|\n-|\nb', { words })).toContain('aria-label="Tabelle"')
  })

  it('keeps the first empty line of code', () =>
    expect(renderHtml(parse('```\n\na\n```', 'markdown'))).toBe(
      '<pre tabindex="0">\n<code>\na\n</code></pre>\n',
    ))
})

it('gives an anchor its id once, and leads to it', () => {
  const source = '[anchor=a]b[/anchor][anchor=a]c[/anchor] [url=#a]d[/url] [url=#p7]e[/url]'
  expect(bbcode(source, { idPrefix: 'p1-' })).toBe(
    '<p><span id="p1-anchor-a">b</span>c <a href="#p1-anchor-a">d</a> <a href="#p7">e</a></p>',
  )
})

describe('a tree from a store that anybody wrote', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('"><script>x</script>', 'javascript:a', '" onload="x', '__proto__'),
  )
  const anything = fc.oneof(
    text,
    fc.integer(),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e300),
    fc.boolean(),
  )
  const types =
    'paragraph heading quote spoiler list listItem codeBlock rule table tableRow tableCell aligned directed indent ' +
    'footnotes footnote text raw format style code link image media attachment mention anchor break footnoteCall unknown'
  const texts =
    'href src alt title name written label caption language style format align direction numbering id text'
  const all = (names: string, value: fc.Arbitrary<unknown>) =>
    Object.fromEntries(names.split(' ').map(name => [name, value]))
  const post = fc.option(fc.record(all('thread number', anything)))
  const reference = fc.option(fc.record({ author: text, revision: anything, post }))
  const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
    tree: fc.record({
      type: fc.constantFrom(...types.split(' ')),
      ...all(texts, text),
      ...all('level start number columns rows', anything),
      ...all('block header ordered called first', fc.boolean()),
      checked: fc.option(fc.boolean()),
      reference,
      children: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('tree'), { maxLength: 3 })),
    }),
  }))

  it('prints nothing active', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), children => {
        const document = {
          type: 'document',
          format: 'bbcode',
          version: 1,
          children: children as Node[],
        } as Document
        expect(activeIn(renderHtml(document))).toEqual([])
      }),
    )
  })
})
