import { describe, expect, it } from 'vitest'
import { activeIn, findingsIn, isLeftAlone, shownIn, visibleText } from './oracle.ts'

describe('the oracle', () => {
  it.each([
    '<script>a</script>',
    '<p onclick="a">b</p>',
    '<a href="javascript:a">b</a>',
    '<a href="//evil.example">b</a>',
    '<a href=" https://a.example">b</a>',
    '<a href="/a" rel="opener">b</a>',
    '<img src="https://a.example/b.png" alt="c">',
    '<img src="/sign-out" alt="c">',
    '<p style="color:red">a</p>',
    '<p class="unknown">a</p>',
    '<p>a',
    '<p><div>a</div></p>',
    '<a href="/a"><a href="/b">c</a></a>',
    '<!-- a -->',
    '<?a?>',
    '<span id="members">a</span>',
    '<p dir="evil">a</p>',
    '<ol start="x"></ol>',
    '<form><input></form>',
  ])('finds fault with %s', html => expect(findingsIn(html)).not.toEqual([]))

  it('finds no fault with what may be', () => {
    const html =
      '<p dir="auto"><a href="/a" class="mention" dir="auto">b</a> <img src="/files/1" alt="" loading="lazy"></p>'
    expect(findingsIn(html)).toEqual([])
    expect(isLeftAlone(html)).toBe(true)
    expect(isLeftAlone('<p onclick="a">b</p>')).toBe(false)
  })

  it('tells what is active from what is only nested wrongly', () => {
    expect(activeIn('<p><p>a</p></p>')).toEqual([])
    expect(activeIn('<p><script>a</script></p>')).not.toEqual([])
  })

  it('reads what a reader sees', () => {
    expect(visibleText('<p title="b">a &lt;</p>')).toBe('a <')
    expect(shownIn('<p title="b &lt;">a</p>')).toBe('a b <')
  })
})
