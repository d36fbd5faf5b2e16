import * as fc from 'fast-check'
import type { Format } from '../src/markup.ts'

const SHARED = [
  'a',
  'word',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '<b>',
  '&amp;',
  '&',
  '"',
  "'",
  '@name',
  '@"a b"',
  'http://a.b/c',
  'www.a.bc',
]
const OTHERS = [
  'a@b.cd',
  '\0',
  '\u202e',
  '👩‍👩‍👧',
  '\ud800',
  'é',
  '\t',
  '://',
  '@',
  'javascript:a',
  '\r\n',
  '/files/1/a.png',
]
const PIECES: Record<Format, string[]> = {
  markdown: [
    ...SHARED,
    ...OTHERS,
    ...[
      '*',
      '**',
      '_',
      '~~',
      '`',
      '```',
      '```js x\n',
      '~~~\n',
      '# ',
      '> ',
      '- ',
      '1. ',
      '- [x] ',
      '    ',
      '---',
      '***',
      '\\',
    ],
    ...[
      '[',
      ']',
      '(',
      ')',
      '![',
      '](',
      '](/a)',
      '](/a "t")',
      '[a]: /b',
      '[a]',
      '[^a]',
      '[^a]: ',
      '<http://a.b>',
      '<!--',
    ],
    ...[
      '|',
      '|-|-|\n',
      '|a|b|\n',
      '\n[quote]\n',
      '\n[/quote]\n',
      '\n[quote="a, post: 1/2"]\n',
      '\n[spoiler=t]\n',
      '\n[/spoiler]\n',
    ],
  ],
  bbcode: [
    ...SHARED,
    ...OTHERS,
    ...'b i u s sub sup quote list * li ul ol table tr td th spoiler ispoiler code icode url email img center color=red'
      .split(' ')
      .concat(
        'size=5 font=Arial indent heading=2 quote="a, post: 1/2" url=/a url=http://a.b media=youtube user=3'.split(
          ' ',
        ),
      )
      .concat(
        'plain align=right highlight attach hr br anchor=a list=1 quote=x;1 unknown color=javascript:x'.split(
          ' ',
        ),
      )
      .map(name => `[${name}]`),
    ...'b i u s sub sup quote list * li ul ol table tr td th spoiler ispoiler code icode url email img center color'
      .split(' ')
      .concat('size font indent heading media user plain align highlight attach anchor unknown'.split(' '))
      .map(name => `[/${name}]`),
    ...['[', ']', '=', '[/', '[quote="', '"]', '[url=', 'dQw4w9WgXcQ', '/files/1/a.png'],
  ],
}

/** Texts made of the pieces that markup is made of, and of anything else. */
export function sources(format: Format, maxLength = 60): fc.Arbitrary<string> {
  const piece = fc.constantFrom(...PIECES[format])
  return fc.oneof(
    { weight: 5, arbitrary: fc.array(piece, { maxLength }).map(pieces => pieces.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength })
        .map(pieces => pieces.join('')),
    },
  )
}
