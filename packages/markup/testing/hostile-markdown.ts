import { around, repeated, type Shapes } from './hostile-bbcode.ts'

/**
 * What cmark and cmark-gfm test themselves with (test/pathological_tests.py and the fuzzers' finds behind it), each for
 * a size in UTF-16 units (roughly).
 */
export const CMARK_SHAPES: Shapes = {
  'nested strong and emphasis': around('*a **a ', ' a** a*', 'b'),
  'emphasis that closes': repeated('a_ '),
  'emphasis that opens': repeated('_a '),
  'links that close': repeated('a]'),
  'links that open': repeated('[a'),
  'openers and closers that do not match': repeated('*a_ '),
  'openers and closers of three': size => `a**b${'c* '.repeat(size / 3)}`,
  'links that open, emphasis that closes': repeated('[ a_'),
  'brackets and parentheses': repeated('[ (]('),
  'image, bracket, parenthesis': repeated('![[]()'),
  'emphasis across a link': repeated('**x [a*b**c*](d)'),
  'nested brackets': around('[', ']'),
  'nested block quotes': size => `${'> '.repeat(size / 2)}a`,
  'deeply nested lists': size => nestedList(size),
  'empty lines in nested lists': size => `${'- '.repeat(40)}x${'\n'.repeat(size)}x\n`,
  'empty lines in nested lists in quotes': size => `> ${'- '.repeat(40)}x\n${'>\n'.repeat(size / 2)}x\n`,
  'emphasis in deep quotes': size => `${'>'.repeat(size / 2)}${'a*'.repeat(size / 4)}`,
  'U+0000': repeated('abc\0de\0'),
  backticks: size =>
    Array.from({ length: Math.sqrt(size * 2) }, (_, index) => `e${'`'.repeat(index)}`).join(''),
  'links in angles that stay open': repeated('[a](<b'),
  'links that stay open': repeated('[a](b'),
  'comments that stay open': size => `</${'<!--'.repeat(size / 4)}`,
  'instructions that stay open': repeated('<?'),
  'declarations that stay open': repeated('<!X'),
  'sections that stay open': repeated('<![CDATA['),
  tables: repeated('aaa\rbbb\n-\v\n'),
  'rows of one table': size => `a | b\n- | -\n${'a | b\n'.repeat(size / 6)}`,
  'columns of one table': size =>
    `${'a|'.repeat(size / 5)}\n${'-|'.repeat(size / 5)}\n${'a|'.repeat(size / 10)}`,
  'definitions that collide': size =>
    Array.from({ length: size / 24 }, (_, index) => `[x${index * 16}]: /url\n\n[x0]\n\n`).join(''),
  'many definitions': size =>
    `${Array.from({ length: size / 24 }, (_, index) => `[${index}]: u\n`).join('')}${'[0] '.repeat(size / 8)}`,
  'footnotes in footnotes': repeated('[^a]:\n'),
  'footnotes called often': size => `${'[^a] '.repeat(size / 5)}\n\n[^a]: b`,
  tildes: repeated('a~ '),
  'addresses of angles': repeated('<a:'),
  'hosts and colons': repeated('www.a:'),
}

function nestedList(size: number): string {
  return Array.from({ length: Math.sqrt(size) }, (_, depth) => `${'  '.repeat(depth)}* a\n`).join('')
}

/** Shapes of our own, above all for what CommonMark does not have. */
export const MARKDOWN_SHAPES: Shapes = {
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
  'unclosed code tags': repeated('[code]\n'),
  'code tags in items': repeated('- [code]\n'),
  'code tags and quote blocks': repeated('[code]\n[quote]\n'),
  'quotes on a line each': repeated('[quote]a[/quote]\n'),
  'a quote of one long line': size => `[quote]${'a[b]'.repeat(size / 4)}[/quote]`,
  'bold tags': repeated('[b]'),
  'crossed tags and stars': repeated('[b]*a[/b]*'),
  'tags that close': repeated('[/b]'),
  'tags in tags': around('[b]', '[/b]'),
  'unclosed image tags': repeated('[img]'),
  'links in link tags': around('[url=/a][b](/c)', '[/url]'),
  'plain tags': repeated('[plain][/plai]'),
  'tags in links': around('[a [b]', '[/b]](/c)'),
  'unused definitions': size => Array.from({ length: size / 12 }, (_, index) => `[a${index}]: /b`).join('\n'),
  'one definition again and again': repeated('[a]: /b\n'),
  'numbers that leap': size => Array.from({ length: size / 6 }, (_, index) => `${index * 2}. a`).join('\n'),
  'code of empty lines': size => `\`\`\`\n${'\n'.repeat(size)}a\n\`\`\``,
  'commas and spaces': repeated(', '),
  'brackets that images may have': repeated('![a]'),
  'images with brackets inside': repeated('![[a]]('),
}
