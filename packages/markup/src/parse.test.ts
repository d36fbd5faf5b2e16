import { describe, expect, it } from 'vitest'
import { MAX_SOURCE, RENDERER_VERSION } from './limits.ts'
import { parse } from './parse.ts'
import { isBlock, type Node, walk } from './tree.ts'

it('says which format and version a tree is of', () =>
  expect(parse('', 'bbcode')).toEqual({
    type: 'document',
    format: 'bbcode',
    version: RENDERER_VERSION,
    children: [],
  }))

it('reads texts up to the limit and refuses longer ones', () => {
  expect(parse('a'.repeat(MAX_SOURCE), 'markdown').children).toHaveLength(1)
  expect(() => parse('a'.repeat(MAX_SOURCE + 1), 'bbcode')).toThrow(RangeError)
})

describe('a tree', () => {
  const document = parse('- *a*\n\n> b', 'markdown')

  it('is walked parents first, in the order of the text', () => {
    const types: string[] = []
    walk(document, node => {
      types.push(node.type)
      return true
    })
    expect(types).toEqual(['list', 'listItem', 'format', 'text', 'quote', 'paragraph', 'text'])
  })

  it('is walked around what the visitor leaves out', () => {
    const types: string[] = []
    walk(document, node => {
      types.push(node.type)
      return node.type !== 'list'
    })
    expect(types).toEqual(['list', 'quote', 'paragraph', 'text'])
  })

  it('tells blocks from what stands in a line', () => {
    const format: Node = { type: 'format', format: 'strong', block: true, children: [] }
    expect(isBlock(format)).toBe(true)
    expect(isBlock({ ...format, block: false })).toBe(false)
    expect(isBlock({ type: 'rule' })).toBe(true)
    expect(isBlock({ type: 'text', text: '' })).toBe(false)
  })
})
