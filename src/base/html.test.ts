import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, escapeHtml, Html, html, joined, kept, type Part, trusted } from './html.ts'

describe('templates', () => {
  it('escape what is not markup, and print nothing for what is nothing', () => {
    expect(
      html`<a title="${`"'<&>`}">${html`<b>${1}</b>`}${false}${null}${undefined}${['<', html`<i>`]}</a>`.toString(),
    ).toBe('<a title="&quot;&#39;&lt;&amp;&gt;"><b>1</b>&lt;<i></a>')
    expect(trusted('<p>').toString()).toBe('<p>')
    expect(joined(['a', html`<b>`, 2], ' & ').toString()).toBe('a &amp; <b> &amp; 2')
    expect(joined([], ', ').toString()).toBe('')
  })

  it('print kept parts as if they were not kept, at any depth, as text and as bytes', () => {
    const leaf = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.constantFrom(false as const, null, undefined),
    )
    const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf.map((part): Tree => ({ part })),
        fc.record({ kept: fc.boolean(), parts: fc.array(tie('tree'), { maxLength: 4 }) }),
        fc.record({ list: fc.array(tie('tree'), { maxLength: 4 }) }),
      ),
    }))
    fc.assert(
      fc.property(tree, each => {
        const plain = html`<x>${build(each, false)}</x>`
        const mixed = html`<x>${build(each, true)}</x>`
        expect(mixed.toString()).toBe(plain.toString())
        expect(mixed.toBytes()).toEqual(Buffer.from(plain.toString()))
        expect(bytesOf(mixed)).toEqual(bytesOf(plain.toString()))
      }),
    )
  })

  it('keep the bytes of a part', () => {
    const part = kept(html`<b>${'ü'}</b>`)
    const [, bytes] = html`<p>${part}</p>`.pieces as [string, Buffer]
    expect(bytes).toBe((part.pieces as [Buffer])[0])
    expect(part).toBeInstanceOf(Html)
    expect(joined(['<', part, part], part).toString()).toBe('&lt;<b>ü</b><b>ü</b><b>ü</b><b>ü</b>')
    expect(escapeHtml('nothing to do')).toBe('nothing to do')
  })
})

type Tree = { part: Part } | { kept: boolean; parts: Tree[] } | { list: Tree[] }

/** A tree as parts of a template; its kept ones only kept where that is asked for. */
function build(tree: Tree, keeps: boolean): Part {
  if ('part' in tree) return tree.part
  if ('list' in tree) return tree.list.map(each => build(each, keeps))
  const made = html`<p>${tree.parts.map(each => build(each, keeps))}</p>`
  return tree.kept && keeps ? kept(made) : made
}
