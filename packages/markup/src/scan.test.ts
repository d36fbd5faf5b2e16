import { describe, expect, it } from 'vitest'
import { MAX_ADDRESS } from './limits.ts'
import { addressEnd, mailAt, mentionAt, pushBareHosts, pushRun, pushText, schemeStart } from './scan.ts'
import type { Node } from './tree.ts'

const brief = (node: Node): string => {
  if (node.type === 'text') return node.text
  if (node.type === 'mention') return `{@${node.name}}`
  return node.type === 'link' ? `{${node.href}}` : '?'
}
const run = (text: string, push = pushRun): string => {
  const out: Node[] = []
  push(out, text)
  return out.map(brief).join('|')
}

describe('addresses in running text', () => {
  it.each([
    ['see https://a.example/b.', 'see |{https://a.example/b}|.'],
    ['(https://a.example/b_(c))', '(|{https://a.example/b_(c)}|)'],
    ['https://a.example, and', '{https://a.example}|, and'],
    ['HTTP://A.example/x?', '{HTTP://A.example/x}|?'],
    ['“https://a.example/b”', '“|{https://a.example/b}|”'],
    ['https://a.example/[b]', '{https://a.example/[b]}'],
    ['[https://a.example/b]', '[|{https://a.example/b}|]'],
    ['https://a.example/b[/img] c', '{https://a.example/b}|[/img] c'],
    ['www.a.example/b, c', '{http://www.a.example/b}|, c'],
    ['https://a.example:80/x', '{https://a.example:80/x}'],
    ['https://größe.example/ü', '{https://größe.example/ü}'],
    ['見て https://a.example/b。', '見て |{https://a.example/b}|。'],
    ['xhttp://a.example', 'xhttp://a.example'],
    ['javascript://a.example', 'javascript://a.example'],
    ['http://', 'http://'],
    ['http:// a', 'http:// a'],
    ['awww.a.example', 'awww.a.example'],
    ['a.www.b.example', 'a.www.b.example'],
  ])('%j → %s', (text, expected) => expect(run(text)).toBe(expected))

  it('leaves an address that is too long as text, to its end', () => {
    const long = `http://a.example/${'http://b.example/'.repeat(MAX_ADDRESS / 10)}`
    expect(run(`${long} http://c.example`).startsWith('http://a.example/http://')).toBe(true)
  })

  it('finds only hosts where addresses were found before', () =>
    expect(run('http://a.example @b www.c.example', pushBareHosts)).toBe(
      'http://a.example @b |{http://www.c.example}',
    ))

  it('says where an address ends', () => {
    expect(addressEnd('https://a.example/b c', 8, 21)).toBe(19)
    expect(addressEnd('https://a.example/b c', 8, 18)).toBe(18)
    expect(addressEnd('https:// a', 8, 10)).toBe(-1)
    expect(schemeStart('see https://', 9, 0)).toBe(4)
    expect(schemeStart('see https://', 9, 5)).toBe(-1)
    expect(schemeStart('xhttp://', 5, 0)).toBe(-1)
  })
})

describe('e-mail addresses and mentions', () => {
  it.each([
    ['write to a.b+c@d.example.', 'write to |{mailto:a.b+c@d.example}|.'],
    ['@tide_watch said', '{@tide_watch}| said'],
    ['(@tide.watch)', '(|{@tide.watch}|)'],
    ['@tide.', '{@tide}|.'],
    ['@"Maren Oduya", you', '{@Maren Oduya}|, you'],
    ['@Éloïse-Anne @Ωmega', '{@Éloïse-Anne}| |{@Ωmega}'],
    ['a@b', 'a@b'],
    ['@@a', '@@a'],
    ['@a@b', '@a@b'],
    ['a/@b', 'a/@b'],
    ['@"', '@"'],
    ['@""', '@""'],
    ['@"a\nb"', '@"a\nb"'],
    [`@${'a'.repeat(60)}`, `@${'a'.repeat(60)}`],
  ])('%j → %s', (text, expected) => expect(run(text)).toBe(expected))

  it('gives bounds', () => {
    expect(mailAt('x a@b.example y', 3, 0, 15)).toEqual({ start: 2, end: 13 })
    expect(mailAt('a@b.example', 1, 0, 8)).toBeNull()
    expect(mentionAt('@maren!', 0, 7)).toEqual({ name: 'maren', end: 6 })
    expect(mentionAt('@maren!', 0, 3)).toBeNull()
  })
})

it('joins texts that stand side by side', () => {
  const out: Node[] = []
  for (const text of ['a', '', 'b']) pushText(out, text)
  expect(out).toEqual([{ type: 'text', text: 'ab' }])
})
