import { describe, expect, it } from 'vitest'
import { AWAY, bbcode } from '../testing/rendered.ts'
import { emptyTag, RAW_NAMES, rawTag } from './bbcode-raw.ts'
import { CONTAINER_NAMES, containerTag } from './bbcode-tags.ts'
import { MAX_DEPTH } from './limits.ts'
import { parse } from './parse.ts'
import { plainText } from './text.ts'

describe('tags', () => {
  it.each([
    ['[B]a[/b]', '<p><strong>a</strong></p>'],
    ['[b][i]a[/i][/b]', '<p><strong><em>a</em></strong></p>'],
    ['[u]a[/u][s]b[/s][sub]c[/sub][sup]d[/sup]', '<p><u>a</u><s>b</s><sub>c</sub><sup>d</sup></p>'],
    [
      '[bold]a[/bold][strike]b[/strike][colour=red]c[/colour]',
      '<p><strong>a</strong><s>b</s><span class="c-red">c</span></p>',
    ],
    ['a[br]b', '<p>a<br>b</p>'],
    ['a\nb\n\nc', '<p>a<br>b</p><p>c</p>'],
    ['a\r\nb\rc', '<p>a<br>b<br>c</p>'],
    [
      '[url]https://a.example[/url] [url=/a]b[/url]',
      `<p><a href="https://a.example"${AWAY}>https://a.example</a> <a href="/a">b</a></p>`,
    ],
    ['[url=www.a.example]b[/url]', `<p><a href="http://www.a.example"${AWAY}>b</a></p>`],
    ['[email]a@b.example[/email]', `<p><a href="mailto:a@b.example"${AWAY}>a@b.example</a></p>`],
    ['[h2]a[/h2]', '<h4>a</h4>'],
    ['[right]a[/right]', '<div class="a-right"><p>a</p></div>'],
    ['[ol][li]a[/li][/ol][ul][*]b[/ul]', '<ol><li>a</li></ol><ul><li>b</li></ul>'],
    ['[list=5][*]a[/list]', '<ol start="5"><li>a</li></ol>'],
  ])('%j', (source, html) => expect(bbcode(source)).toBe(html))
})

describe('what is not closed, crossed or out of place stays as typed', () => {
  it.each([
    ['[b]a', '<p>[b]a</p>'],
    ['a[/b]', '<p>a[/b]</p>'],
    ['[b]a [i]b[/b] c[/i]', '<p><strong>a [i]b</strong> c[/i]</p>'],
    ['[b]a[quote]b[/b][/quote]', '<p>[b]a</p><blockquote class="quote"><p>b[/b]</p></blockquote>'],
    ['[quote]a', '<p>[quote]a</p>'],
    ['[quote]a[quote]b[/quote]', '<p>[quote]a</p><blockquote class="quote"><p>b</p></blockquote>'],
    ['[code]a', '<p>[code]a</p>'],
    ['[img]a', '<p>[img]a</p>'],
    ['[*]a', '<p>[*]a</p>'],
    ['[td]a[/td]', '<p>[td]a[/td]</p>'],
    ['[tr][td]a[/td][/tr]', '<p>[tr][td]a[/td][/tr]</p>'],
    ['[list][*][b]a[*]b[/b][/list]', '<ul><li>[b]a</li><li>b[/b]</li></ul>'],
    ['[url=/a]b [url=/c]d[/url] e[/url]', '<p>[url=/a]b <a href="/c">d</a> e[/url]</p>'],
    ['[h1]a[hr]b[/h1]', '<p>[h1]a</p><hr><p>b[/h1]</p>'],
    ['[/', '<p>[/</p>'],
    ['[]', '<p>[]</p>'],
    ['arr[3] [x]', '<p>arr[3] [x]</p>'],
  ])('%j', (source, html) => expect(bbcode(source)).toBe(html))
})

describe('attributes that are not understood leave the tag as typed', () => {
  it.each([
    ...['[b=words]a[/b]', '[b words]a[/b]', '[quote some words]a[/quote]', '[list=words][*]a[/list]'],
    ...['[size=expression(1)]a[/size]', '[size=constructor]a[/size]', '[list=constructor]a[/list]'],
    ...['[color=red;background:x]a[/color]', '[color=__proto__]a[/color]', '[font=a;b]a[/font]'],
    ...['[align=middle]a[/align]', '[heading=7]a[/heading]', '[indent=x]a[/indent]', '[hr=x]', '[br x]'],
    ...['[url=javascript:alert(1)]a[/url]', '[url]javascript:alert(1)[/url]', '[email=a]b[/email]'],
    ...[
      '[img=words]/files/1/a[/img]',
      '[img]javascript:a[/img]',
      '[img]mailto:a@b.example[/img]',
      '[img][/img]',
    ],
    ...[
      '[user=words]a[/user]',
      '[user=1][/user]',
      '[media=youtube;words]/a[/media]',
      '[anchor=a b]c[/anchor]',
    ],
    ...[
      '[plain x]a[/plain]',
      '[icode x]a[/icode]',
      '[attach]words[/attach]',
      '[highlight=words]a[/highlight]',
    ],
  ])('%j', source => {
    expect(plainText(parse(source, 'bbcode'))).toBe(source)
    expect(bbcode(source)).toMatch(/^<p>\[/)
  })
})

describe('lists and tables', () => {
  it('hold what stands between their parts', () => {
    expect(bbcode('[list]a[*]b[/list]')).toBe('<ul><li>a</li><li>b</li></ul>')
    expect(bbcode('[table]a[tr]b[td]c[/td][/tr][/table]')).toContain(
      '<td>a</td></tr><tr><td>b</td><td>c</td>',
    )
  })

  it('stand in each other', () => {
    const source = '[list]\n[*]a\n[list=1]\n[*]b\n\nc\n[/list]\n[*]d\n[/list]'
    expect(bbcode(source)).toBe('<ul><li>a<ol><li><p>b</p><p>c</p></li></ol></li><li>d</li></ul>')
  })

  it('need not close their parts', () =>
    expect(bbcode('[table][tr][td]a[td]b[tr][td]c[/table]')).toContain(
      '<tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody>',
    ))

  it('bound how far a cell reaches', () =>
    expect(bbcode('[table][tr][td colspan=999 rowspan=0]a[/td][/tr][/table]')).toContain(
      '<td colspan="50">a</td>',
    ))
})

describe('formats that hold blocks', () => {
  it('become blocks themselves', () => {
    expect(bbcode('[b]a\n\nb[/b]')).toBe('<div class="b-strong"><p>a</p><p>b</p></div>')
    expect(bbcode('[color=red]a[quote]b[/quote][/color]')).toBe(
      '<div class="c-red"><p>a</p><blockquote class="quote"><p>b</p></blockquote></div>',
    )
    expect(bbcode('a [b]b\n\nc[/b] d')).toBe('<p>a <strong>b<br><br>c</strong> d</p>')
  })
})

describe('what is taken as it stands', () => {
  it('keeps brackets, lines and tags', () => {
    expect(bbcode('[plain]a [b]b[/b]\nc[/plain]')).toBe('<p>a [b]b[/b]<br>c</p>')
    expect(bbcode('[plain]https://a.example @b[/plain]')).toBe('<p>https://a.example @b</p>')
    expect(bbcode('[code]\n  a\n\n[quote]b[/quote]\n[/code]')).toContain(
      '<code>  a\n\n[quote]b[/quote]</code>'.replace(/\n/g, ''),
    )
    expect(bbcode('[code=two words]a[/code]')).toContain('<p class="caption">two words</p>')
  })

  it('reads no address or mention inside a link', () =>
    expect(bbcode('[url=/a]https://b.example @c[/url]')).toBe('<p><a href="/a">https://b.example @c</a></p>'))
})

it('caps how deep tags stand in each other, and shows the rest', () => {
  const depth = MAX_DEPTH + 10
  const html = bbcode(`${'[quote]'.repeat(depth)}a${'[/quote]'.repeat(depth)}`)
  expect(html.split('<blockquote').length - 1).toBe(MAX_DEPTH)
  expect(html).toContain('<p>[quote][quote]')
  expect(html.split('[/quote]').length - 1).toBe(10)
})

it('knows each tag as one kind only, but for links that are their own words', () => {
  const both = CONTAINER_NAMES.filter(name => RAW_NAMES.includes(name))
  expect(both).toEqual([])
  const tag = (name: string, attributes: string) => ({ name, closing: false, attributes, start: 0, end: 0 })
  expect(rawTag(tag('url', ''))).toBeDefined()
  expect(rawTag(tag('url', '=/a'))).toBeUndefined()
  expect(rawTag(tag('constructor', ''))).toBeUndefined()
  expect(emptyTag(tag('b', ''), '[b]')).toBeNull()
  expect(containerTag('constructor')).toBeUndefined()
})
