import { describe, expect, it } from 'vitest'
import { AWAY, bbcode } from '../testing/rendered.ts'
import { parse } from './parse.ts'
import { quotesOf } from './text.ts'

const quoted = (author: string, text: string) =>
  `<blockquote class="quote"><cite>${author}</cite><p>${text}</p></blockquote>`
const to = (href: string, text: string, name = '') =>
  `<a${name && ` class="${name}"`} href="${href}"${AWAY}>${text}</a>`
const VIDEO = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'
const foreign = (source: string) => quotesOf(parse(source, 'bbcode')).map(reference => reference.foreign)

describe('phpBB', () => {
  it.each([
    ['[quote="Maren" post_id=12 time=1600000000 user_id=3]a[/quote]', quoted('Maren', 'a')],
    ['[quote=Maren]a[/quote]', quoted('Maren', 'a')],
    ['[list=1][*]a[*]b[/list]', '<ol><li>a</li><li>b</li></ol>'],
    ['[list=a][*]a[/*][/list]', '<ol type="a"><li>a</li></ol>'],
    ['[list=I]\n[*]a[/*:m]\n[*]b[/*:m]\n[/list:o]', '<ol type="I"><li>a</li><li>b</li></ol>'],
    ['[size=150]a[/size][size=85]b[/size]', '<p><span class="s-6">a</span><span class="s-3">b</span></p>'],
    ['[attachment=0]quay.jpg[/attachment]', '<p><span class="attachment">quay.jpg</span></p>'],
    ['[color=#AA0000]a[/color]', '<p><span class="c-red">a</span></p>'],
    [
      '[code]\nif (a[0] < b) [b]c[/b]\n[/code]',
      '<pre tabindex="0"><code>if (a[0] &lt; b) [b]c[/b]</code></pre>',
    ],
    ['[b:1qh1i7ky]a[/b:1qh1i7ky]', '<p>[b:1qh1i7ky]a[/b:1qh1i7ky]</p>'],
    ['[url=https://a.example/?b[]=1]c[/url]', `<p>${to('https://a.example/?b[]=1', 'c')}</p>`],
    [
      '[flash=10,10]https://a.example/x.swf[/flash]',
      `<p>[flash=10,10]${to('https://a.example/x.swf', 'https://a.example/x.swf')}[/flash]</p>`,
    ],
  ])('%s', (source, html) => expect(bbcode(source)).toBe(html))

  it('keeps what it wrote of a quoted post', () =>
    expect(foreign('[quote="a" post_id=12 time=16 user_id=3]b[/quote]')).toEqual([
      { post_id: '12', time: '16', user_id: '3' },
    ]))
})

describe('MyBB', () => {
  it.each([
    [`[quote="Maren" pid='12' dateline='1600000000']a[/quote]`, quoted('Maren', 'a')],
    [`[quote='Maren' pid='12' dateline='1600000000']a[/quote]`, quoted('Maren', 'a')],
    ['[attachment=5]', '<p><span class="attachment">[attachment=5]</span></p>'],
    [
      '[video=youtube]https://www.youtube.com/watch?v=dQw4w9WgXcQ[/video]',
      `<p>${to(VIDEO, VIDEO, 'media')}</p>`,
    ],
    ['[align=center]a[/align]', '<div class="a-center"><p>a</p></div>'],
    ['a[hr]b', '<p>a</p><hr><p>b</p>'],
    ['[size=large]a[/size]', '<p><span class="s-5">a</span></p>'],
    ['[php]echo 1;[/php]', '<pre tabindex="0"><code class="language-php">echo 1;</code></pre>'],
    [
      '[img=100x80]https://a.example/b.png[/img]',
      `<p>${to('https://a.example/b.png', 'Image: a.example/b.png', 'image')}</p>`,
    ],
    ['[font=Courier]a[/font]', '<p><span class="f-mono">a</span></p>'],
    ['[email=desk@a.example]b[/email]', `<p>${to('mailto:desk@a.example', 'b')}</p>`],
    ['[mycode=x]a[/mycode]', '<p>[mycode=x]a[/mycode]</p>'],
  ])('%s', (source, html) => expect(bbcode(source)).toBe(html))

  it('keeps what it wrote of a quoted post', () =>
    expect(foreign(`[quote="a" pid='12' dateline='16']b[/quote]`)).toEqual([{ pid: '12', dateline: '16' }]))
})

describe('SMF', () => {
  it.each([
    ['[quote author=Maren link=msg=12 date=1600000000]a[/quote]', quoted('Maren', 'a')],
    ['[quote author=Maren Oduya link=topic=1.msg12#msg12 date=16]a[/quote]', quoted('Maren Oduya', 'a')],
    [
      '[attach id=3 type=image/png width=10]3[/attach]',
      '<p><span class="attachment">[attach id=3 type=image/png width=10]3[/attach]</span></p>',
    ],
    ['[attach id=3]quay.png[/attach]', '<p><span class="attachment">quay.png</span></p>'],
    ['[list][li]a[/li][li]b[/li][/list]', '<ul><li>a</li><li>b</li></ul>'],
    ['[list type=decimal][li]a[/li][/list]', '<ol><li>a</li></ol>'],
    ['[list type=lower-roman][li]a[/li][/list]', '<ol type="i"><li>a</li></ol>'],
    ['[iurl=#top]a[/iurl]', '<p><a href="#top">a</a></p>'],
    ['[nobbc][b]a[/b][/nobbc]', '<p>[b]a[/b]</p>'],
    [
      '[html]<b>a</b>[/html]',
      '<pre tabindex="0"><code class="language-html">&lt;b&gt;a&lt;/b&gt;</code></pre>',
    ],
    [
      '[glow=red,2,300]a[/glow][shadow=blue,left]b[/shadow]',
      '<p><span class="c-red">a</span><span class="c-blue">b</span></p>',
    ],
    ['[rtl]א[/rtl][ltr]b[/ltr]', '<div dir="rtl"><p>א</p></div><div dir="ltr"><p>b</p></div>'],
    [
      '[tt]a[/tt][pre]b  c[/pre]',
      '<p><span class="f-mono">a</span></p><pre tabindex="0"><code>b  c</code></pre>',
    ],
    ['[size=12pt]a[/size][size=2em]b[/size]', '<p><span class="s-4">a</span><span class="s-7">b</span></p>'],
    [
      '[anchor=here]a[/anchor] [iurl=#here]b[/iurl]',
      '<p><span id="anchor-here">a</span> <a href="#anchor-here">b</a></p>',
    ],
    [
      '[img width=9 height=9 alt="quay"]https://a.example/b[/img]',
      `<p>${to('https://a.example/b', 'quay', 'image')}</p>`,
    ],
    ['[move]a[/move] [ftp]ftp://a.example[/ftp]', '<p>[move]a[/move] [ftp]ftp://a.example[/ftp]</p>'],
    ['[table][tr][td]a[/td][/tr][/table]', table('<tbody><tr><td>a</td></tr></tbody>')],
  ])('%s', (source, html) => expect(bbcode(source)).toBe(html))

  it('mentions members', () =>
    expect(parse('[member=3]Maren[/member]', 'bbcode').children).toMatchObject([
      { children: [{ type: 'mention', name: 'Maren', written: 'Maren', member: '3' }] },
    ]))
})

function table(rows: string): string {
  return `<div class="table" role="group" tabindex="0" aria-label="Table"><table>${rows}</table></div>`
}

describe('vBulletin', () => {
  it.each([
    ['[QUOTE=Maren;123]a[/QUOTE]', quoted('Maren', 'a')],
    ['[QUOTE=Maren;n123]a[/QUOTE]', quoted('Maren', 'a')],
    ['[ATTACH]5[/ATTACH]', '<p><span class="attachment">[ATTACH]5[/ATTACH]</span></p>'],
    ['[ATTACH=CONFIG]5[/ATTACH]', '<p><span class="attachment">[ATTACH=CONFIG]5[/ATTACH]</span></p>'],
    [
      '[VIDEO=youtube;dQw4w9WgXcQ]https://youtu.be/dQw4w9WgXcQ[/VIDEO]',
      `<p>${to(VIDEO, VIDEO, 'media')}</p>`,
    ],
    ['[HIGHLIGHT]a[/HIGHLIGHT]', '<p><mark>a</mark></p>'],
    ['[INDENT]a[/INDENT]', '<div class="i-1"><p>a</p></div>'],
    ['[SIZE=7]a[/SIZE]', '<p><span class="s-7">a</span></p>'],
    [
      '[TABLE="width: 500"][TR][TD="align: center, colspan: 2"]a[/TD][/TR][/TABLE]',
      table('<tbody><tr><td class="a-center" colspan="2">a</td></tr></tbody>'),
    ],
    [
      '[IMG2=JSON]{"data-align":"none","src":"https://a.example/b"}[/IMG2]',
      `<p>${to('https://a.example/b', 'Image: a.example/b', 'image')}</p>`,
    ],
    ['[NOPARSE][B]a[/B][/NOPARSE]', '<p>[B]a[/B]</p>'],
    ['[POST=12]a[/POST]', '<p>[POST=12]a[/POST]</p>'],
  ])('%s', (source, html) => expect(bbcode(source)).toBe(html))

  it('reads attachments in JSON', () => {
    const source = '[ATTACH=JSON]{"data-align":"none","data-attachmentid":"7"}[/ATTACH]'
    expect(parse(source, 'bbcode').children).toMatchObject([
      { children: [{ type: 'attachment', id: '7', label: source }] },
    ])
  })

  it('mentions members', () => {
    const of = (source: string) => parse(source, 'bbcode').children
    const mention = { type: 'mention', name: 'Maren', member: '3' }
    expect(of('[MENTION=3]Maren[/MENTION]')).toMatchObject([{ children: [mention] }])
    expect(of('[USER="3"]Maren[/USER]')).toMatchObject([{ children: [mention] }])
  })
})

describe('XenForo', () => {
  it.each([
    ['[QUOTE="Maren, post: 12, member: 3"]a[/QUOTE]', quoted('Maren', 'a')],
    ['[MEDIA=youtube]dQw4w9WgXcQ[/MEDIA]', `<p>${to(VIDEO, VIDEO, 'media')}</p>`],
    ['[MEDIA=unknown]abc[/MEDIA]', '<p>[MEDIA=unknown]abc[/MEDIA]</p>'],
    [
      '[ATTACH type="full" width="9" alt="quay"]12[/ATTACH]',
      '<p><span class="attachment">[ATTACH type=&quot;full&quot; width=&quot;9&quot; alt=&quot;quay&quot;]12[/ATTACH]</span></p>',
    ],
    [
      '[SPOILER="The end"]a[/SPOILER]',
      '<details class="spoiler"><summary>The end</summary><p>a</p></details>',
    ],
    ['[SPOILER]a[/SPOILER]', '<details class="spoiler"><summary>Spoiler</summary><p>a</p></details>'],
    ['[ISPOILER]a[/ISPOILER]', '<p><span class="spoiler" tabindex="0">a</span></p>'],
    ['[ICODE]a[b][/ICODE]', '<p><code>a[b]</code></p>'],
    ['[CODE=php]a[/CODE]', '<pre tabindex="0"><code class="language-php">a</code></pre>'],
    [
      '[CODE title="a.c" lang="c"]b[/CODE]',
      '<p class="caption">a.c</p><pre tabindex="0"><code class="language-c">b</code></pre>',
    ],
    ['[HEADING=2]a[/HEADING]b', '<h4>a</h4><p>b</p>'],
    [
      '[TABLE][TR][TH]a[/TH][TH]b[/TH][/TR][TR][TH]c[/TH][TD]d[/TD][/TR][/TABLE]',
      table(
        '<thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><th scope="row">c</th><td>d</td></tr></tbody>',
      ),
    ],
    ['[INDENT=2]a[/INDENT]', '<div class="i-2"><p>a</p></div>'],
    ['[URL unfurl="true"]https://a.example[/URL]', `<p>${to('https://a.example', 'https://a.example')}</p>`],
    ['[URL="https://a.example" target="_blank"]b[/URL]', `<p>${to('https://a.example', 'b')}</p>`],
    ['[PLAIN][b]a[/b][/PLAIN]', '<p>[b]a[/b]</p>'],
    ['[EMBED content="thread-1"]a[/EMBED]', '<p>[EMBED content=&quot;thread-1&quot;]a[/EMBED]</p>'],
    ['[LIST=1]\n[*]a\n[*]b\n[/LIST]', '<ol><li>a</li><li>b</li></ol>'],
  ])('%s', (source, html) => expect(bbcode(source)).toBe(html))

  it('mentions members', () => {
    const html = bbcode('[USER=3]@Maren[/USER]', { mention: name => ({ href: `/members/3/${name}`, name }) })
    expect(html).toBe('<p><a class="mention" href="/members/3/Maren">@Maren</a></p>')
  })
})

describe('what remains of Discourse', () => {
  it.each([
    ['[quote="Maren, post:2, topic:5, full:true"]a[/quote]', quoted('Maren', 'a')],
    [
      '[details="The end"]a[/details]',
      '<details class="spoiler"><summary>The end</summary><p>a</p></details>',
    ],
    [
      '[date=2024-01-01 timezone="Europe/Berlin"]',
      '<p>[date=2024-01-01 timezone=&quot;Europe/Berlin&quot;]</p>',
    ],
    ['[wrap=note]a[/wrap]', '<p>[wrap=note]a[/wrap]</p>'],
    ['[poll type=regular]\na\n[/poll]', '<p>[poll type=regular]<br>a<br>[/poll]</p>'],
    [':bell: #news::harbour', '<p>:bell: #news::harbour</p>'],
  ])('%s', (source, html) => expect(bbcode(source)).toBe(html))
})
