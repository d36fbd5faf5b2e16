import type { Format } from '../src/markup.ts'

/** Texts that make careless parsers slow, each for a size in UTF-16 units (roughly). */
export interface Hostile {
  name: string
  format: Format
  make: (size: number) => string
}

const repeated = (unit: string) => (size: number) => unit.repeat(Math.ceil(size / unit.length))
const around =
  (before: string, after: string, middle = 'a') =>
  (size: number) => {
    const count = Math.ceil(size / (before.length + after.length))
    return before.repeat(count) + middle + after.repeat(count)
  }

const BBCODE: Record<string, (size: number) => string> = {
  'nested quotes': around('[quote]', '[/quote]'),
  'nested quotes with names': around('[quote="a, post: 1/2"]', '[/quote]'),
  'unclosed bold': repeated('[b]'),
  'unclosed quotes': repeated('[quote]\n'),
  'unfinished addresses': repeated('[url'),
  'unfinished addresses with =': repeated('[url='),
  'unfinished quoted attributes': repeated('[quote="'),
  'one bracket at the end': size => `${'[url='.repeat(size / 5)}]`,
  'quoted attributes and one end': size => `${'[quote="'.repeat(size / 8)}"]`,
  'open brackets': repeated('['),
  'closed brackets': repeated(']'),
  'empty brackets': repeated('[]'),
  'closing tags alone': repeated('[/b]'),
  'crossed tags': repeated('[b][i][/b][/i]'),
  'bold then closed italics': size => '[b]'.repeat(size / 8) + '[/i]'.repeat(size / 8),
  'list in list': around('[list][*]', '[/list]'),
  'items without a list': repeated('[*]'),
  'bold, then items': size => `[list]${'[b]'.repeat(size / 6)}${'[*]'.repeat(size / 6)}`,
  'items that never end': size => `[list]${'[*]a'.repeat(size / 4)}`,
  'code without end': repeated('[code]'),
  'code and wrong end': repeated('[code][/icode]'),
  'links in links': around('[url=/a]', '[/url]'),
  'links that stay open': repeated('[url=/a]b\n'),
  'blocks inside bold': size => `[b]${'[hr]'.repeat(size / 4)}[/b]`,
  'tables in tables': around('[table][tr][td]', '[/td][/tr][/table]'),
  'cells without a table': repeated('[td]'),
  'half a table': size => `[table]${'[tr][td]'.repeat(size / 8)}`,
  'empty lines': repeated('\n'),
  'empty lines with spaces': repeated('\n '),
  spaces: repeated(' '),
  'at signs': repeated('@'),
  mentions: repeated('@a '),
  'open mentions': repeated('@"a'),
  'dotted names': repeated('@a.'),
  'mail without end': repeated('a.b@c.'),
  schemes: repeated('http://'),
  hosts: repeated('www.'),
  'an address of round brackets': size => `http://a.b/${'('.repeat(size)}`,
  'an address that closes brackets': size => `http://a.b/${')'.repeat(size)}`,
  'an address of square brackets': size => `http://a.b/${'[]'.repeat(size / 2)}]]`,
  'an address of dots': size => `http://a.b/${'.'.repeat(size)}`,
  'a host of dashes': size => `http://${'a-'.repeat(size / 2)}`,
  'attributes of spaces': size => `[quote=${' '.repeat(size)}]`,
  'attributes of commas': size => `[quote="${', post:'.repeat(size / 7)}"]`,
  'long attributes again and again': size => `[quote="${', post: 1'.repeat(60)}"]`.repeat(size / 600),
  sizes: repeated('[size=1]'),
  spoilers: around('[spoiler=a]', '[/spoiler]'),
  'plain tags': repeated('[plain]'),
  attachments: repeated('[attach=1]'),
  'attachments with words': repeated('[attach]a'),
}

const MARKDOWN: Record<string, (size: number) => string> = {
  'nested quote blocks': size => `${'[quote]\n'.repeat(size / 17)}a\n${'[/quote]\n'.repeat(size / 17)}`,
  'unclosed quote blocks': repeated('[quote]\n'),
  'closing quote blocks': repeated('[/quote]\n'),
  'quote blocks and fences': repeated('[quote]\n```\n'),
  'fences of growing length': size => {
    let out = ''
    for (let length = 3; out.length < size; length++) out += `[quote]\n${'`'.repeat(length)}\n`
    return out
  },
  'crossed quote blocks': repeated('[quote]\n[spoiler]\n[/quote]\n[/spoiler]\n'),
  'quote blocks in items': repeated('- [quote]\n'),
  'quote blocks in deeper items': size => `${'- '.repeat(15)}a\n${'  [quote]\n'.repeat(size / 10)}`,
  'quote blocks in quotes': repeated('> [quote]\n'),
  arrows: repeated('>'),
  'arrow lines': size => `${'>'.repeat(50)}a\n`.repeat(size / 52),
  'nested items': size =>
    Array.from({ length: Math.sqrt(size) }, (_, depth) => `${' '.repeat(depth)}- a\n`).join(''),
  'items on a line': repeated('- '),
  'numbers on a line': repeated('1. '),
  'stars that open': repeated('*a '),
  'stars that close': repeated('a* '),
  'stars and underscores': repeated('*a _a '),
  'stars in stars': around('*a ', ' a*'),
  'strong in strong': around('**a', '**'),
  tildes: repeated('~~a '),
  'tildes in tildes': around('~~a', 'a~~'),
  'open brackets': repeated('['),
  'open brackets with a': repeated('[a'),
  'brackets and parentheses': repeated('[a]('),
  'brackets in parentheses': repeated('[ (](b '),
  'links in links': around('[', '](/a)'),
  'images in images': around('![', '](/a)'),
  'images that open': repeated('!['),
  backticks: size =>
    Array.from({ length: Math.sqrt(size * 2) }, (_, index) => `e${'`'.repeat(index)}`).join(''),
  backslashes: repeated('\\'),
  entities: repeated('&amp'),
  angles: repeated('<'),
  'angles of addresses': repeated('<http://'),
  comments: repeated('<!--'),
  definitions: size => Array.from({ length: size / 12 }, (_, index) => `[a${index}]: /b`).join('\n'),
  'one definition, long address': size =>
    `[a]: /${'b'.repeat(1_900)}\n\n${'[a] '.repeat(Math.max(0, (size - 1_900) / 4))}`,
  'definitions without end': repeated('[a]: u\n"'),
  notes: size =>
    Array.from({ length: size / 20 }, (_, index) => `[^${index}]\n\n[^${index}]: a`).join('\n\n'),
  'one note': size => `${'[^a]'.repeat(size / 4)}\n\n[^a]: b`,
  'notes in notes': repeated('[^a]: '),
  'note calls without notes': repeated('[^a]'),
  'a wide table': size => `${'|a'.repeat(size / 8)}|\n${'|-'.repeat(size / 8)}|\n${'|b\n'.repeat(size / 8)}`,
  'wide rows': size => `|a|b|\n|-|-|\n${'|'.repeat(size)}`,
  'table rows': size => `|a|b|\n|-|-|\n${'|a|b|c\n'.repeat(size / 7)}`,
  headings: repeated('# a\n'),
  underlines: repeated('a\n-\n'),
  'spaces and a letter': size => `a${' '.repeat(size)}b`,
  tabs: repeated('\t'),
  null: repeated('\0'),
  'underscores in words': repeated('a_'),
  colons: repeated('://'),
  http: repeated('http://a '),
  mail: repeated('a@b.cd '),
  'mail without end': repeated('a_b@'),
  'plus and minus': repeated('+-'),
}

const listed = (format: Format, entries: Record<string, (size: number) => string>): Hostile[] =>
  Object.entries(entries).map(([name, make]) => ({ name, format, make }))

export const HOSTILE: readonly Hostile[] = [...listed('bbcode', BBCODE), ...listed('markdown', MARKDOWN)]
