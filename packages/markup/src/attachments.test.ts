import { describe, expect, it } from 'vitest'
import {
  attachmentsOf,
  type Format,
  parse,
  type Resolution,
  type ResolvedFile,
  type ResolvedPicture,
  renderHtml,
} from './markup.ts'

const PICTURE: ResolvedPicture = {
  ...{ kind: 'picture' as const, src: '/attachments/1/800', href: '/attachments/1/1600', alt: 'The "quay"' },
  ...{ srcset: '/attachments/1/400 400w, /attachments/1/800 800w', width: 800, height: 600 },
}
const FILE: ResolvedFile = { kind: 'file', href: '/attachments/2/a.pdf', name: 'a <b>.pdf' }
const resolution: Resolution = {
  attachment: (id, { thumbnail }) =>
    id === 1 ? (thumbnail ? { ...PICTURE, width: 400, height: 300 } : PICTURE) : id === 2 ? FILE : undefined,
}
const html = (source: string, format: Format, given: Resolution = resolution) =>
  renderHtml(parse(source, format), given).replaceAll(' dir="auto"', '').trim()
const img = (alt: string, width = 800, height = 600) =>
  `<a class="attachment" href="/attachments/1/1600"><img src="/attachments/1/800" srcset="/attachments/1/400 400w, /attachments/1/800 800w" sizes="(max-width: ${width}px) 100vw, ${width}px" width="${width}" height="${height}" alt="${alt}" loading="lazy" decoding="async"></a>`

describe('files of the forum', () => {
  it('are pictures in the room that they will take', () => {
    expect(html('![A quay](attachment:1)', 'markdown')).toBe(`<p>${img('A quay')}</p>`)
    expect(html('![](attachment:1)', 'markdown')).toBe(`<p>${img('The &quot;quay&quot;')}</p>`)
    expect(html('[attach=full]1[/attach]', 'bbcode')).toBe(`<p>${img('The &quot;quay&quot;')}</p>`)
    expect(html('[attach alt="A <quay>"]1[/attach]', 'bbcode')).toBe(
      `<p>${img('A &lt;quay&gt;', 400, 300)}</p>`,
    )
  })

  it('or links by which they are fetched', () => {
    const link = (text: string, href = FILE.href) => `<p><a class="attachment" href="${href}">${text}</a></p>`
    expect(html('[the *paper*](attachment:2)', 'markdown')).toBe(link('the <em>paper</em>'))
    expect(html('[](attachment:2)', 'markdown')).toBe(link('a &lt;b&gt;.pdf'))
    expect(html('![](attachment:2)', 'markdown')).toBe(link('a &lt;b&gt;.pdf'))
    expect(html('[attach]2[/attach]', 'bbcode')).toBe(link('a &lt;b&gt;.pdf'))
    expect(html('[quay](attachment:1)', 'markdown')).toBe(link('quay', PICTURE.href))
  })

  it('stay as typed where the forum has none of that number', () => {
    for (const given of [resolution, {}]) {
      for (const typed of ['![a](attachment:9)', '[a](attachment:9)', '![a](attachment:9 "b")'])
        expect(html(typed, 'markdown', given)).toBe(`<p>${typed.replaceAll('"', '&quot;')}</p>`)
      expect(html('[attach]9[/attach]', 'bbcode', given)).toBe(
        '<p><span class="attachment">[attach]9[/attach]</span></p>',
      )
    }
  })

  it('lead nowhere else', () => {
    for (const typed of [
      'attachment:0',
      'attachment:1x',
      'Attachment:1',
      'attachment://1',
      `attachment:${'1'.repeat(16)}`,
    ])
      expect(html(`[a](${typed})`, 'markdown')).toBe(`<p>[a](${typed})</p>`)
  })

  it('stand in no link twice', () => {
    const inside = html('[![a](attachment:1)](https://a.example)', 'markdown')
    expect(inside).toContain('<a href="https://a.example" rel="nofollow ugc noopener"><img ')
    expect(inside.match(/<a /g)).toHaveLength(1)
  })

  it('are found by their numbers', () => {
    const source =
      '![a](attachment:3) [b](attachment:1) > ![](attachment:3)\n\n> [c](attachment:12)\n\n`[d](attachment:4)`'
    expect(attachmentsOf(parse(source, 'markdown'))).toEqual([3, 1, 12])
    expect(
      attachmentsOf(parse('[attach=full]7[/attach][quote][attach]8[/attach][/quote]', 'bbcode')),
    ).toEqual([7, 8])
  })
})
