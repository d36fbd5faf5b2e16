import { describe, expect, it } from 'vitest'
import { AWAY, markdown } from '../testing/rendered.ts'

const quote = (content: string) => `<blockquote class="quote">${content}</blockquote>`

describe('block tags on lines of their own', () => {
  it.each([
    ['[quote]\n*a*\n\nb\n[/quote]\nc', `${quote('<p><em>a</em></p><p>b</p>')}<p>c</p>`],
    [
      '[QUOTE="a, post: 1/2"]\nb\n[/Quote]',
      '<blockquote class="quote" data-post="1/2"><cite>a</cite><p>b</p></blockquote>',
    ],
    [
      '[quote="a]b, post: 1/2"]\nc\n[/quote]',
      '<blockquote class="quote" data-post="1/2"><cite>a]b</cite><p>c</p></blockquote>',
    ],
    ['[quote]\na\n[quote]\nb\n[/quote]\n[/quote]', quote(`<p>a</p>${quote('<p>b</p>')}`)],
    [
      '[spoiler=The end]\n- a\n[/spoiler]',
      '<details class="spoiler"><summary>The end</summary><ul><li>a</li></ul></details>',
    ],
    [
      '[details="The end"]\na\n[/details]',
      '<details class="spoiler"><summary>The end</summary><p>a</p></details>',
    ],
    ['a\n[quote]\nb\n[/quote]', `<p>a</p>${quote('<p>b</p>')}`],
    ['- [quote]\n  a\n  [/quote]\n- b', `<ul><li>${quote('<p>a</p>')}</li><li>b</li></ul>`],
    ['> [quote]\n> a\n> [/quote]', quote(quote('<p>a</p>'))],
    ['[quote]\n```\n[/quote]\n```\n[/quote]', quote('<pre tabindex="0"><code>[/quote]</code></pre>')],
    ['[quote]\n[code]\n[/quote]\n[/code]\n[/quote]', quote('<pre tabindex="0"><code>[/quote]</code></pre>')],
    ['[quote]\n```\n[/quote]', quote('<pre tabindex="0"><code></code></pre>')],
    ['[quote]a *b*[/quote]', quote('<p>a <em>b</em></p>')],
    ['[quote]    a[/quote]', quote('<p>a</p>')],
    ['[quote][/quote]', quote('')],
  ])('%j', (source, html) => expect(markdown(source)).toBe(html))

  it.each([
    ['[quote]\na', '<p>[quote]<br>a</p>'],
    ['[/quote]', '<p>[/quote]</p>'],
    ['[quote]\n[spoiler]\na\n[/quote]', quote('<p>[spoiler]<br>a</p>')],
    ['[quote]a[/quote] b', '<p>[quote]a[/quote] b</p>'],
    ['[quote some words]\na\n[/quote]', '<p>[quote some words]<br>a<br>[/quote]</p>'],
    ['[quote]a[quote]b[/quote]', '<p>[quote]a[quote]b[/quote]</p>'],
    ['    [quote]\n    a\n    [/quote]', '<pre tabindex="0"><code>[quote]a[/quote]</code></pre>'],
    ['- [quote]\n\n[/quote]', '<ul><li>[quote]</li></ul><p>[/quote]</p>'],
  ])('%j stays as typed', (source, html) => expect(markdown(source)).toBe(html))
})

describe('[code]', () => {
  it.each([
    ['[code]\n*a*\n\n[b]\n[/code]', '<pre tabindex="0"><code>*a*[b]</code></pre>'],
    ['[code=js]a[/code]', '<pre tabindex="0"><code class="language-js">a</code></pre>'],
    ['- [code]\n  a\n  [/code]', '<ul><li><pre tabindex="0"><code>a</code></pre></li></ul>'],
    ['a [code]*b*[/code] c', '<p>a <code>*b*</code> c</p>'],
    ['[code]\na', '<p>[code]<br>a</p>'],
    ['- [code]\n\n[/code]', '<ul><li>[code]</li></ul><p>[/code]</p>'],
    ['[code]a[/code] b', '<p><code>a</code> b</p>'],
  ])('%j', (source, html) => expect(markdown(source)).toBe(html))

  it('is found behind one that never ends in its container', () =>
    expect(markdown('- [code]\n\n[code]\na\n[/code]')).toContain('<code>a</code>'))
})

describe('tags inside a line', () => {
  const image = `<a class="image" href="https://a.example/b.png"${AWAY}>Image: a.example/b.png</a>`

  it.each([
    ['[b]a *b*[/b]', '<p><strong>a <em>b</em></strong></p>'],
    ['*[b]a[/b]*', '<p><em><strong>a</strong></em></p>'],
    [
      '[url=https://a.example/?b[]=1]**c**[/url]',
      `<p><a href="https://a.example/?b[]=1"${AWAY}><strong>c</strong></a></p>`,
    ],
    ['[url=/a]https://b.example[/url]', '<p><a href="/a">https://b.example</a></p>'],
    ['[img]https://a.example/b.png[/img]', `<p>${image}</p>`],
    ['[color=red]a[/color][size=5]b[/size]', '<p><span class="c-red">a</span><span class="s-5">b</span></p>'],
    ['[spoiler]a[/spoiler] b', '<p><span class="spoiler" tabindex="0">a</span> b</p>'],
    ['[noparse]*a* [b]\nb[/noparse]', '<p>*a* [b]<br>b</p>'],
    ['[a [b]c[/b]](/d)', '<p><a href="/d">a <strong>c</strong></a></p>'],
    ['[b]a\nb[/b]', '<p><strong>a<br>b</strong></p>'],
    ['[b][B]a[/b][/B]', '<p><strong><strong>a</strong></strong></p>'],
  ])('%j', (source, html) => expect(markdown(source)).toBe(html))

  it.each([
    ['[b]a', '<p>[b]a</p>'],
    ['a[i] + b[i]', '<p>a[i] + b[i]</p>'],
    ['a[/b]', '<p>a[/b]</p>'],
    ['[b]*a[/b]*', '<p>[b]<em>a[/b]</em></p>'],
    ['[b]a [i]b[/b] c[/i]', '<p><strong>a [i]b</strong> c[/i]</p>'],
    ['[b]a\n\nb[/b]', '<p>[b]a</p><p>b[/b]</p>'],
    ['[url=/a]b [c](/d)[/url]', '<p>[url=/a]b <a href="/d">c</a>[/url]</p>'],
    ['[a [url=/b]c[/url]](/d)', '<p><a href="/d">a c</a></p>'],
    ['[b=x]a[/b]', '<p>[b=x]a[/b]</p>'],
    ['[center]a[/center]', '<p>[center]a[/center]</p>'],
    ['[list][*]a[/list]', '<p>[list][*]a[/list]</p>'],
    ['\\[b]a[/b]', '<p>[b]a[/b]</p>'],
    ['`[b]a[/b]`', '<p><code>[b]a[/b]</code></p>'],
  ])('%j is not mistaken', (source, html) => expect(markdown(source)).toBe(html))

  it('gives way to links of Markdown', () =>
    expect(markdown('[b](/a) [b] [b][b]\n\n[b]: /c')).toBe(
      '<p><a href="/a">b</a> <a href="/c">b</a> <a href="/c">b</a></p>',
    ))
})
