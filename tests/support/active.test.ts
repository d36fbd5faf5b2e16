import { describe, expect, test } from 'vitest'
import { lookAt, textsOfJson } from './active.ts'
import { CANARY } from './canary.ts'
import { formsIn } from './fill.ts'
import { hostileTexts } from './hostile-texts.ts'

const escaped = (text: string) => text.replace(/[<>&"']/g, sign => `&#${sign.charCodeAt(0)};`)

describe('the look at markup', () => {
  test.each([
    ['<script>alert(1)</script>'],
    ['<script src="https://evil.example/x.js"></script>'],
    ['<img src="x" onerror="alert(1)">'],
    ['<img src="//evil.example/x">'],
    ['<a href="javascript:alert(1)">a</a>'],
    ['<a href="\tjava\nscript:alert(1)">a</a>'],
    ['<a href="data:text/html,x">a</a>'],
    ['<a href="/\\evil.example">a</a>'],
    ['<p style="position:fixed">a</p>'],
    ['<svg><circle/></svg>'],
    ['<iframe srcdoc="x"></iframe>'],
    ['<form action="//evil.example"></form>'],
    ['<button formaction="https://evil.example">a</button>'],
    ['<meta http-equiv="refresh" content="0;url=//evil.example">'],
    ['<base href="//evil.example">'],
    ['<!-- a -->'],
    [CANARY],
    [`<input value="${CANARY}">`],
  ])('notices %s', markup => {
    expect(lookAt(markup).findings).not.toEqual([])
  })

  test('takes what pages are made of', () => {
    const page =
      '<!doctype html><form method="post" action="/a?b"><input name="c"></form><a href="/d">e</a>' +
      '<script type="module" src="/assets/app.js"></script><a href="mailto:a@b.example">f</a><img src="/g" alt="">'
    expect(lookAt(page).findings).toEqual([])
  })
})

test('a text is printed as it was written, or cut and said to be; anything else is noticed', () => {
  const texts = hostileTexts(0)
  const written = texts.line(120)
  expect(written).toMatch(/^zq0z "'><x-canary onx=1> /)
  const read = (markup: string) => lookAt(markup).texts.flatMap(text => texts.misprints(text))
  expect(read(`<p>A ${escaped(written)} b</p><input value="${escaped(written)}">`)).toEqual([])
  expect(read(`<p>${escaped(written.slice(0, 60))}…</p>`)).toEqual([])
  expect(read(`<p>${written}</p>`)).not.toEqual([])
  expect(read(`<input value="${written}">`)).not.toEqual([])
  expect(read(`<p>${escaped(escaped(written))}</p>`)).not.toEqual([])
  expect(read(`<p>${escaped(written.slice(0, 60))}</p>`)).not.toEqual([])
})

test('texts of JSON are told from its markup', () => {
  const json = { html: '<p>a</p>', title: 'b', path: '/c', list: [{ slug: 'd', name: 'e' }] }
  expect(textsOfJson(json)).toEqual({ markup: ['<p>a</p>'], plain: ['b', 'e'] })
})

test('a form is read with what it sends when nothing is touched', () => {
  const form = `<form method="post" action="/a"><input name="csrf" value="x"><input name="b" value="1" maxlength="9">
    <input type="checkbox" name="c" value="2" checked><input type="checkbox" name="c" value="3"><select name="d"><option value="">
    <option value="4" selected></select><textarea name="e" data-max="50">
f</textarea></form>`
  expect(formsIn(form, '/here')).toEqual([
    {
      ...{ action: '/a', method: 'post', fields: { b: ['1'], c: ['2'], d: ['4'], e: ['f'] } },
      texts: [
        { name: 'b', type: 'text', max: 9 },
        { name: 'e', type: 'textarea', max: 50 },
      ],
    },
  ])
})
