import { type Node as MarkupNode, parse, TAG_NAMES } from '@rostra/markup'
import fc from 'fast-check'
import type { Mark, Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { documentOf, readBlocks, writeBlocks, writeDocument } from './blocks.ts'
import { TAG } from './inline.ts'
import { schema } from './schema.ts'

/** What both trees say, in one shape: blocks as nested lists, words with the names of their marks. */
type Said = string | { kind: string; content: Said[] }

function merged(parts: Said[]): Said[] {
  const all: Said[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part
    else all.push(part)
  }
  return all
}

const MARKS: Record<string, string> = {
  link: 'link',
  strong: 'strong',
  emphasis: 'emphasis',
  strike: 'strike',
}
const KINDS: Record<string, string> = {
  ...{ paragraph: 'paragraph', heading: 'heading', quote: 'quote', bullets: 'list', numbers: 'list' },
  ...{ item: 'item', codeBlock: 'code', rule: 'rule' },
}

function ofEditor(node: Node): Said[] {
  if (node.isText) return wrapped(node.marks, [node.text!])
  if (node.type.name === 'break') return wrapped(node.marks, ['\n'])
  if (node.type.name === 'picture')
    return wrapped(node.marks, [{ kind: `image ${node.attrs['src']}`, content: [node.attrs['alt']] }])
  const content: Said[] = []
  node.forEach(child => void content.push(...ofEditor(child)))
  return [{ kind: KINDS[node.type.name]!, content: flat(content) }]
}

const wrapped = (marks: readonly Mark[], content: Said[]): Said[] =>
  marks.some(mark => mark.type.name === 'code')
    ? [{ kind: marked(marks, 'code'), content }]
    : content.map(part =>
        typeof part === 'string'
          ? { kind: marked(marks, ''), content: [part] }
          : { kind: `${marked(marks, '')}|${part.kind}`, content: part.content },
      )

const marked = (marks: readonly Mark[], besides: string): string =>
  [
    ...marks
      .filter(mark => MARKS[mark.type.name])
      .map(mark => (mark.attrs['href'] ? `link ${mark.attrs['href']}` : mark.type.name)),
    besides,
  ]
    .filter(Boolean)
    .sort()
    .join('+')

/** Words beside each other with the same marks are one. */
function flat(parts: Said[]): Said[] {
  const all: Said[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (
      typeof part === 'object' &&
      typeof last === 'object' &&
      part.kind === last.kind &&
      /^(?!paragraph|item|list|quote|heading|code$|rule)/.test(part.kind) &&
      !part.kind.includes('image')
    )
      all[all.length - 1] = { kind: last.kind, content: merged([...last.content, ...part.content]) }
    else all.push(part)
  }
  return all
}

function ofParser(nodes: readonly MarkupNode[], marks: readonly string[] = []): Said[] {
  const kind = (...more: string[]) => [...marks, ...more].filter(Boolean).sort().join('+')
  return nodes.flatMap((node): Said[] => {
    switch (node.type) {
      case 'text':
        return node.text === '' ? [] : [{ kind: kind(), content: [node.text] }]
      case 'break':
        return [{ kind: kind(), content: ['\n'] }]
      case 'mention':
        return [{ kind: kind(), content: [node.written] }]
      case 'code':
        return [{ kind: kind('code'), content: [node.text] }]
      case 'format':
        return ofParser(node.children, [...marks, node.format])
      case 'link':
        // An address that became one by itself is still its text.
        return ofParser(node.children, isBare(node.children) ? marks : [...marks, `link ${node.href}`])
      case 'image':
        return [{ kind: `${kind()}|image ${node.src}`, content: [node.alt] }]
      case 'codeBlock':
        return [{ kind: 'code', content: linesOf(node.text) }]
      case 'rule':
        return [{ kind: 'rule', content: [] }]
      case 'list':
        return [{ kind: 'list', content: flat(ofParser(node.children)) }]
      case 'listItem':
        return [{ kind: 'item', content: itemOf(node.children) }]
      case 'paragraph':
      case 'heading':
      case 'quote':
        return [{ kind: node.type, content: flat(ofParser(node.children)) }]
      default:
        return [{ kind: `? ${node.type}`, content: [] }]
    }
  })
}

const linesOf = (text: string): Said[] =>
  text === '' ? [] : [{ kind: '', content: [text.replace(/\n$/, '')] }]

/** Items of a tight list hold their words without a paragraph. */
function itemOf(children: readonly MarkupNode[]): Said[] {
  const blocks = flat(ofParser(children))
  if (blocks[0] && typeof blocks[0] === 'object' && ['paragraph', 'list'].includes(blocks[0].kind))
    return blocks
  const words = blocks.filter(each => typeof each !== 'object' || each.kind !== 'list')
  const lists = blocks.filter(each => typeof each === 'object' && each.kind === 'list')
  return [{ kind: 'paragraph', content: words }, ...lists]
}

const isBare = (children: readonly MarkupNode[]): boolean =>
  children.every(child => child.type === 'text') &&
  children.length === 1 &&
  /^(?:https?:|www\.|\S+@)/.test((children[0] as { text: string }).text)

const parsed = (source: string): Said[] => ofParser(parse(source, 'markdown').children)
const edited = (doc: Node): Said[] => (ofEditor(doc)[0] as { content: Said[] }).content

const { nodes, marks } = schema

describe('a text that is opened and written back', () => {
  const PIECES = [
    ...[
      'word',
      ' ',
      '\n',
      '\n\n',
      '**',
      '*',
      '~~',
      '`',
      '[',
      ']',
      '(https://a.example/)',
      '](https://a.example/)',
      '- ',
    ],
    ...[
      '1. ',
      '> ',
      '# ',
      '```\n',
      '![',
      '\\',
      '_',
      '[quote="Bo"]\n',
      '\n[/quote]\n',
      '[b]',
      '|',
      '---',
      '@Bo',
      '&amp;',
      '<b>',
      '  ',
    ],
  ]
  const source = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map(parts => parts.join(''))

  test('is the same, letter by letter, whatever it was', () => {
    fc.assert(
      fc.property(fc.oneof(source, fc.string()), text => {
        const blocks = readBlocks(text)
        expect(blocks.map(block => block.source + block.gap).join('')).toBe(text)
        expect(writeDocument(documentOf(blocks), blocks)).toBe(
          text.trim() === '' ? writeDocument(documentOf(blocks), blocks) : text,
        )
      }),
      { numRuns: 3000 },
    )
  })

  test('is understood as it is printed, or stands as it was written', () => {
    fc.assert(
      fc.property(source, text => {
        for (const block of readBlocks(text)) {
          if (block.node.type === nodes.written) continue
          expect(edited(nodes.doc.create(null, block.node)), JSON.stringify(block.source)).toEqual(
            parsed(block.source),
          )
        }
      }),
      { numRuns: 5000 },
    )
  })

  test('is understood in what people mostly write', () => {
    const usual = [
      'Plain words, “quoted”, 5 * 3 = 15, snake_case, [sic] and a & b < c.\nA second line.',
      'See https://a.example/x_y?z=1 and **strong *and stressed* words**, ~~gone~~, `code *as is*`.',
      '## A heading',
      '- one\n- two with [a link](https://a.example/)\n  - within\n- three',
      '1. one\n2. two',
      '> Quoted\n> further\n>\n> Again',
      '```ts\nconst a = 1\n\nconst b = 2\n```',
      '---',
      '![A quay](attachment:12)',
    ]
    for (const text of usual) {
      const [block, ...more] = readBlocks(text)
      expect(block!.node.type.name, text).not.toBe('written')
      expect([more, edited(nodes.doc.create(null, block!.node))]).toEqual([[], parsed(text)])
    }
  })

  test('keeps what nobody touched when something else changes', () => {
    const text =
      'First *one*.\n\n\n[quote="Bo, post: 1/1"]\nSaid\n\nmore\n[/quote]\nIt is\n\n| a | b |\n|---|---|\n\nLast'
    const blocks = readBlocks(text)
    const doc = documentOf(blocks)
    const changed = doc.replace(
      doc.content.size - 5,
      doc.content.size - 5,
      nodes.doc.create(null, nodes.paragraph.create(null, schema.text('The '))).slice(1, 5),
    )
    expect(writeDocument(changed, blocks)).toBe(text.replace('Last', 'The Last'))
  })
})

test('every tag of the renderer is known as one', () => {
  for (const name of TAG_NAMES)
    for (const tag of [`[${name}]`, `[/${name}]`, `[${name}=x]`]) expect(tag).toMatch(TAG)
})

describe('what is written in the editor', () => {
  const words = fc.stringMatching(/^[a-zA-Z0-9*_~`[\]()<>&!\\#+.|'"@:=-]{1,8}(?: [a-zA-Z*_~[(-]{1,5})?$/)
  const link = fc.constant(marks.link.create({ href: 'https://a.example/' }))
  const some = fc.uniqueArray(
    fc.oneof(link, ...[marks.strong, marks.emphasis, marks.strike].map(type => fc.constant(type.create()))),
    { maxLength: 2, selector: mark => mark.type },
  )
  const piece = fc.tuple(words, some, fc.constantFrom('', ' ')).map(([text, set, gap]) =>
    schema.text(
      `${gap}${text}`,
      set.reduce<readonly Mark[]>((all, mark) => mark.addToSet(all), []),
    ),
  )
  const paragraph = fc
    .array(piece, { minLength: 1, maxLength: 5 })
    .map(parts => nodes.paragraph.create(null, parts))
  const block: fc.Arbitrary<Node> = fc.oneof(
    { weight: 4, arbitrary: paragraph },
    { weight: 1, arbitrary: paragraph.map(node => nodes.heading.create({ level: 3 }, node.content)) },
    {
      weight: 1,
      arbitrary: fc.array(paragraph, { minLength: 1, maxLength: 3 }).map(each =>
        nodes.bullets.create(
          null,
          each.map(node => nodes.item.create(null, node)),
        ),
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(paragraph, { minLength: 1, maxLength: 2 })
        .map(each => nodes.quote.create(null, each)),
    },
  )
  const textOf = (said: Said[]): string =>
    said.map(part => (typeof part === 'string' ? part : textOf(part.content))).join('')

  test('is printed with the same words', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), blocks => {
        const doc = nodes.doc.create(null, blocks)
        const source = writeBlocks(doc.content)
        const spaceless = (text: string) => text.replace(/\s+/g, '')
        expect(spaceless(textOf(parsed(source))), source).toBe(spaceless(textOf(edited(doc))))
      }),
      { numRuns: 3000 },
    )
  })
})
