import { describe, expect, it } from 'vitest'
import { AWAY, markdown } from '../testing/rendered.ts'
import { MAX_DEPTH } from './limits.ts'
import { parse } from './parse.ts'
import type { Node } from './tree.ts'

describe('what GitHub adds to CommonMark', () => {
  it.each([
    ['~~a~~', '<p><s>a</s></p>'],
    [
      '- [ ] a\n- [X] b',
      '<ul><li class="task"><span class="box" role="img" aria-label="Open">☐</span> a</li><li class="task"><span class="box" role="img" aria-label="Done">☑</span> b</li></ul>',
    ],
    ['- [y] a\n- [x]b', '<ul><li>[y] a</li><li>[x]b</li></ul>'],
    [
      'https://a.example/b_c_d.',
      `<p><a href="https://a.example/b_c_d"${AWAY}>https://a.example/b_c_d</a>.</p>`,
    ],
    [
      'www.a.example a@b.example',
      `<p><a href="http://www.a.example"${AWAY}>www.a.example</a> <a href="mailto:a@b.example"${AWAY}>a@b.example</a></p>`,
    ],
    [
      '**https://a.example**',
      `<p><strong><a href="https://a.example"${AWAY}>https://a.example</a></strong></p>`,
    ],
    ['`https://a.example`', '<p><code>https://a.example</code></p>'],
  ])('%j', (source, html) => expect(markdown(source)).toBe(html))

  it('prints tables, aligned, with every cell that was typed', () => {
    const source = 'a | b\n:-- | --:\nc | d | e | f\ng'
    const rows =
      '<tr><td class="a-left">c</td><td class="a-right">d | e | f</td></tr><tr><td class="a-left">g</td><td class="a-right"></td></tr>'
    expect(markdown(source)).toBe(
      `<div class="table" role="group" tabindex="0" aria-label="Table"><table><thead><tr><th class="a-left" scope="col">a</th><th class="a-right" scope="col">b</th></tr></thead><tbody>${rows}</tbody></table></div>`,
    )
    expect(markdown('a | b\n-|-\n`c\\|d` | e \\| f')).toContain('<td><code>c|d</code></td><td>e | f</td>')
  })
})

describe('what differs from CommonMark', () => {
  it.each([
    ['a\nb', '<p>a<br>b</p>'],
    ['<b>a</b> <!-- b -->', '<p>&lt;b&gt;a&lt;/b&gt; &lt;!-- b --&gt;</p>'],
    ['<div>\n*a*\n</div>', '<p>&lt;div&gt;<br><em>a</em><br>&lt;/div&gt;</p>'],
    ['[a](javascript:b)', '<p>[a](javascript:b)</p>'],
    ['[a](page.html)', '<p>[a](page.html)</p>'],
    ['[a](www.b.example)', `<p><a href="http://www.b.example"${AWAY}>a</a></p>`],
    ['<javascript:a>', '<p>&lt;javascript:a&gt;</p>'],
    ['3. a\n7. b\n7. c', '<ol start="3"><li>a</li><li value="7">b</li><li>c</li></ol>'],
    ['1. a\n1. b\n1. c', '<ol><li>a</li><li>b</li><li>c</li></ol>'],
    ['```a b\nc\n```', '<p class="caption">b</p><pre tabindex="0"><code class="language-a">c</code></pre>'],
    ['```"x"\nc\n```', '<p class="caption">&quot;x&quot;</p><pre tabindex="0"><code>c</code></pre>'],
    ['![a|690x400](/files/1/b)', '<p><img src="/files/1/b" alt="a" loading="lazy"></p>'],
  ])('%j', (source, html) => expect(markdown(source)).toBe(html))

  it('shows an address that nothing calls, and one that is defined twice', () => {
    expect(markdown('[Source]: /a "b"\n\nc')).toBe('<p>[Source]: /a &quot;b&quot;</p><p>c</p>')
    expect(markdown('[a]\n\n[a]: /b\n[A]: /c')).toBe('<p><a href="/b">a</a></p><p>[A]: /c</p>')
    expect(markdown('> [a]: /b\n\n[x][a] ![y][a]')).toBe(
      `<blockquote class="quote"></blockquote><p><a href="/b">x</a> <a class="image" href="/b">y</a></p>`,
    )
  })
})

describe('footnotes', () => {
  const source = 'a[^n] b[^m] c[^n] d[^x]\n\n[^m]: two\n[^n]: one\n\n    more\n[^o]: three'

  it('are numbered as they are called, and called back to', () => {
    const html = markdown(source, { idPrefix: 'p7-' })
    expect(html).toContain(
      'a<sup class="footnote-call" id="p7-call-1"><a href="#p7-note-1" aria-label="Note 1">1</a></sup>',
    )
    expect(html).toContain('c<sup class="footnote-call"><a href="#p7-note-1"')
    expect(html).toContain('d[^x]')
    expect(html).toContain(
      '<li id="p7-note-1"><p>one</p><p>more</p><a class="footnote-back" href="#p7-call-1"',
    )
    expect(html).toContain('<li id="p7-note-3"><p>three</p></li>')
  })

  it('keep a second note of the same label as text', () =>
    expect(markdown('a[^n]\n\n[^n]: b\n\n[^n]: c')).toContain('>1</a></sup>: c</p>'))
})

describe('mentions', () => {
  it('are names after an @ that begins a word', () => {
    const names = (nodes: readonly Node[]): string[] =>
      nodes.flatMap(node =>
        node.type === 'mention' ? [node.written] : 'children' in node ? names(node.children) : [],
      )
    expect(names(parse('@a, *@"b c"* x@y `@d` [@e](/f) a@b.example\n> @g', 'markdown').children)).toEqual([
      ...['@a', '@"b c"', '@g'],
    ])
  })
})

describe('depth', () => {
  it('is capped, and what is deeper is shown', () => {
    const depth = MAX_DEPTH + 20
    for (const source of [`${'> '.repeat(depth)}a`, `${'- '.repeat(depth)}a`, `${'['.repeat(depth)}a`])
      expect(markdown(source)).toContain('a')
    expect(markdown(`${'*a **b '.repeat(depth)}c${' d** e*'.repeat(depth)}`)).toMatch(/c.* d.* e/)
    const tags = markdown(`${'[quote]\n'.repeat(depth)}a\n${'[/quote]\n'.repeat(depth)}`)
    expect(tags.split('<blockquote').length - 1).toBeLessThanOrEqual(MAX_DEPTH)
    expect(tags).toContain('[quote]<br>')
    expect(markdown(`${'[b]'.repeat(depth)}a${'[/b]'.repeat(depth)}`).split('<strong>').length - 1).toBe(
      MAX_DEPTH,
    )
  })
})
