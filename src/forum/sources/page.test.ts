import { describe, expect, test } from 'vitest'
import { readHtml, readPlain } from './page.ts'

const PAGE = `<!doctype html><html><head><title> The  vote &amp; after | News </title>
<meta property="og:title" content="The vote &amp; after"><meta property="article:published_time" content="2026-03-14T08:00:00Z">
<style>p { color: red }</style><script>var words = "hidden words"</script></head><body>
<header><nav><a href="/">Home</a></nav></header>
<main><h1>The vote</h1><p>It was <b>“a calen</b>dar”, she&nbsp;said.<br>Then
 more.</p><ul><li>One</li><li>Two</li></ul><template>never</template><div hidden>unseen</div>
<table><tr><td>Left</td><td>Right</td></tr></table></main><footer>Imprint</footer></body></html>`

describe('readHtml', () => {
  test('gives the words without scripts, styles and what leads about, a paragraph a line', () => {
    expect(readHtml(PAGE)).toEqual({
      title: 'The vote & after',
      published: '2026-03-14',
      text: 'The vote\nIt was “a calendar”, she said.\nThen\nmore.\nOne\nTwo\nLeft\nRight',
    })
  })

  test.each([
    ['<title>One</title><h1>Two</h1>', 'One'],
    ['<h1>Two <i>and</i> more</h1><h1>Three</h1>', 'Two and more'],
    ['<title></title><meta name="og:title" content="  ">', ''],
    [`<title>${'x'.repeat(1000)}</title>`, `${'x'.repeat(299)}…`],
    ['<svg><title>Icon</title></svg>', 'Icon'],
  ])('finds the title of %j', (html, title) => expect(readHtml(html).title).toBe(title))

  test.each([
    ['<meta name="date" content="2026/03/14">', '2026-03-14'],
    ['<meta itemprop="datePublished" content="2026-03-14">', '2026-03-14'],
    ['<meta name="DC.date.issued" content="2026-03-14T23:30:00+05:00">', '2026-03-14'],
    ['<time datetime="2026-03-14T10:00">', '2026-03-14'],
    ['<time datetime="2020-01-01"></time><time pubdate datetime="2026-03-14"></time>', '2026-03-14'],
    ['<time datetime="10:00"></time><time datetime="2026-03-14"></time>', '2026-03-14'],
    [
      '<script type="application/ld+json">{"@graph":[{"x":1},{"datePublished":"2026-03-14T01:00Z"}]}</script>',
      '2026-03-14',
    ],
    [
      '<meta name="date" content="2020-01-01"><script type="application/LD+JSON">[{"datePublished":"2026-03-14"}]</script>',
      '2026-03-14',
    ],
    [
      '<meta property="article:published_time" content="yesterday"><meta name="date" content="2026-03-14">',
      '2026-03-14',
    ],
    ['<meta name="date" content="2026-02-30">', ''],
    ['<meta name="date" content="14 March 2026">', ''],
    ['<script type="application/ld+json">{"datePublished":7}</script>', ''],
    ['<script type="application/ld+json">{"datePublished":"2026-03-14"</script>', ''],
    ['<script>{"datePublished":"2026-03-14"}</script>', ''],
    ['', ''],
  ])('finds the day of %j', (html, published) => expect(readHtml(html).published).toBe(published))

  test('reads broken markup as far as it goes', () => {
    expect(readHtml('<p>one<p>two</b></i><div>three').text).toBe('one\ntwo\nthree')
    expect(readHtml('<nav><div>menu</nav><p>text').text).toBe('text')
    expect(readHtml('words < 5 & more &unknown; &#0; <!-- no --> <![CDATA[ x ]]>').text).toContain(
      'words < 5 & more',
    )
  })

  test('does not read on where a page is nested too deep, or too long', () => {
    const deep = readHtml(`<p>first</p>${'<div>'.repeat(5000)}never`)
    expect(deep.text).toBe('first')
    const long = readHtml(`<p>${'word '.repeat(200_000)}</p><p>last</p>`)
    expect(long.text.length).toBeLessThan(300_000)
    expect(long.text).not.toContain('last')
  })

  test('looks at the first scripts alone of those that tell programs something', () => {
    const script = (text: string): string => `<script type="application/ld+json">${text}</script>`
    const told = (before: number): string =>
      readHtml(`${script('[').repeat(before)}${script('{"datePublished":"2026-03-14"}')}<p>Words`).published
    expect([0, 19, 20, 5000].map(told)).toEqual(['2026-03-14', '2026-03-14', '', ''])
    expect(readHtml(`${script('{"a":"hidden"}').repeat(30)}<p>Words`).text).toBe('Words')
  })

  test('takes so many steps for so many signs, whatever they are', () => {
    // Each would take minutes if it were read with more than one look at each sign.
    const size = 1_000_000
    for (const part of [
      ...[
        '<',
        '<a>',
        '</b>',
        '<p',
        '&',
        '&#',
        '<!--',
        '<a b="',
        '<script>',
        '</script>',
        '<i></p>',
        '<a b c d e>',
      ],
      ...[
        '<meta name="date" content="x">',
        '<time datetime="x">',
        '<h1>',
        '<title>',
        '<nav></nav>',
        '<b hidden>',
      ],
      '<script type="application/ld+json">[',
    ])
      for (const within of ['', '<i>'.repeat(390)])
        expect(typeof readHtml(within + part.repeat(Math.floor(size / part.length))).text).toBe('string')
    const nested = `<script type="application/ld+json">${'['.repeat(90_000)}${']'.repeat(90_000)}</script>`
    expect(readHtml(nested).published).toBe('')
  })
})

test('a page of plain text is read as it is', () => {
  expect(readPlain('One  line.\r\n\r\n\tTwo < three.\n')).toEqual({
    title: '',
    published: '',
    text: 'One line.\nTwo < three.',
  })
})
