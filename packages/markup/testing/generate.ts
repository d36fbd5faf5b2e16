import * as fc from 'fast-check'
import type { Format } from '../src/markup.ts'

const SHARED = [
  ...['a', 'word', ' ', '  ', '\n', '\n\n', '<b>', '&amp;', '&', '"', "'", '@name', '@"a b"'],
  ...['http://a.b/c', 'www.a.bc', 'a@b.cd', '\0', '\u202e', '👩‍👩‍👧', '\ud800', 'é', '\t', '://', '@'],
  ...['javascript:a', '\r\n', '/files/1/a.png', 'שלום', 'مرحبا'],
]

const tags = (names: string): string[] => names.split(' ').map(name => `[${name.replaceAll('~', ' ')}]`)

const INLINE_TAGS = [
  ...tags('b i u s sub sup ispoiler icode url email img color=red size=5 font=Arial url=/a url=http://a.b'),
  ...tags('media=youtube user=3 plain highlight anchor=a url=#a code unknown color=javascript:x hr=x b=a'),
  ...tags('/b /i /u /s /sub /sup /ispoiler /icode /url /email /img /color /size /font /media /user /plain'),
  ...tags('/highlight /anchor /code /unknown spoiler /spoiler'),
  ...['[', ']', '=', '[/', '[url=', 'dQw4w9WgXcQ', '[img2=json]{"src":"/files/1/a"}[/img2]'],
]

const MARKDOWN = [
  ...['*', '**', '_', '~~', '`', '```', '```js x\n', '~~~\n', '# ', '> ', '- ', '1. ', '7. ', '- [x] '],
  ...['    ', '---', '***', '\\', '(', ')', '![', '](', '](/a)', '](/a "t")', '[a]: /b', '[a]', '[^a]'],
  ...['[^a]: ', '<http://a.b>', '<!--', '|', '|-|-|\n', '|a|b|\n', '\n[quote]\n', '\n[/quote]\n'],
  ...['\n[quote="a, post: 1/2"]\n', '\n[spoiler=t]\n', '\n[/spoiler]\n', '\n[code]\n', '\n[/code]\n'],
  ...['\n[details="a"]\n', '\n[/details]\n', '\n[quote]a[/quote]\n'],
]

const BBCODE = [
  ...tags(
    'quote list * li ul ol table tr td th center indent heading=2 align=right attach hr br list=1 list=a',
  ),
  ...tags('quote="a,~post:~1/2" quote=x;1 quote~author=a~link=msg=1 spoiler=t td~colspan=2 rtl attach=1'),
  ...tags('/quote /list /* /li /ul /ol /table /tr /td /th /center /indent /heading /align /attach /rtl'),
  ...['[quote="', '"]'],
]

const PIECES: Record<Format, string[]> = {
  markdown: [...SHARED, ...MARKDOWN, ...INLINE_TAGS],
  bbcode: [...SHARED, ...BBCODE, ...INLINE_TAGS],
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

/** Where words may stand that nobody but their writer knows: `§` becomes such a word. */
const PLACES_IN_TAGS = [
  ...['[b=§]', '[b §]', '[i a=§]', '[img=§]', '[img alt="§"]', '[img alt="a" title="§"]', '[img a="§"]'],
  ...['[url=§]', '[url=http://a.b/§]', '[url=/a title="§"]', '[url target=§]', '[size=§]', '[color=§]'],
  ...['[media=§]', '[media=youtube;§]', '[user=§]', '[user=1 a=§]', '[plain §]', '[icode §]', '[email=§]'],
  ...['[code=§]', '[code=a §]', '[code lang=§ title="§"]', '[code a=§]', '[highlight=§]', '[sub §]'],
  ...['[img2=json]{"src":"/files/1/§","alt":"§"}[/img2]', '[img2=json]{"a":"§"}[/img2]', '[unknown §]'],
]

const PLACES: Record<Format, string[]> = {
  markdown: [
    ...PLACES_IN_TAGS,
    ...[
      '\n[quote="§, post: 1/2"]\n',
      '\n[quote=§]\n',
      '\n[quote §]\n',
      '\n[spoiler=§]\n',
      '\n[quote]§[/quote]\n',
    ],
    ...[
      '\n[quote="a, §"]\n',
      '\n[quote a=§]\n',
      '\n[code=§]\n',
      '](/a "§")',
      '](/§)',
      '](§)',
      '![§',
      '\n```§\n',
    ],
    ...['\n[a]: /§ "§"\n', '\n[b]: §\n', '\n[^a]: §', '<§>', '&§;', '@§', '@"§ a"', '\\§', '|§', '- [§] '],
    ...['\n# §', '\n§\n===\n', '\n> §', '`§`', 'http://a.b/§', '§@a.bc'],
  ],
  bbcode: [
    ...PLACES_IN_TAGS,
    ...['[quote="§, post: 1/2"]', '[quote=§]', '[quote §]', '[quote="§"', '[quote="a" pid=§]', '[quote=a;§]'],
    ...[
      '[quote author=§ link=msg=1]',
      '[quote author=a link=§]',
      '[quote=a, post: §]',
      '[spoiler=§]',
      '[hr §]',
    ],
    ...['[list=§]', '[list type=§]', '[* §]', '[td width=§]', '[td="width: §"]', '[td §]', '[table a="§"]'],
    ...[
      '[align=§]',
      '[center §]',
      '[indent=§]',
      '[heading=§]',
      '[attach=§]',
      '[attach alt="§"]',
      '[attach]§',
    ],
    ...['[attach=1]§', '[rtl §]', 'http://a.b/§', '§@a.bc', '@§'],
  ],
}

/** A text, and the words in it that must not get lost. */
export interface Marked {
  source: string
  words: string[]
}

/** The word of that number: letters that stand in no markup. */
const wordOf = (index: number): string =>
  `qz${String.fromCharCode(97 + (index % 26))}${'x'.repeat(index / 26)}zq`

/** Texts of pieces of markup with words between and inside them. */
export function markedSources(format: Format, maxLength = 30): fc.Arbitrary<Marked> {
  const piece = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(...PIECES[format].filter(text => !/[\ud800-\udfff\0]/.test(text))),
    },
    { weight: 2, arbitrary: fc.constantFrom(...PLACES[format]) },
    { weight: 1, arbitrary: fc.constant(' § ') },
  )
  return fc.array(piece, { maxLength }).map(pieces => {
    const words: string[] = []
    const source = pieces.join('').replace(/§/g, () => {
      const word = wordOf(words.length)
      words.push(word)
      return word
    })
    return { source, words }
  })
}
