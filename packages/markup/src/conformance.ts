import { escapeText } from './escape.ts'
import { commonMarkNodes } from './markdown.ts'
import { isBlock, type List, type Node } from './tree.ts'

/** Prints the tree exactly as the CommonMark specification prints it, raw HTML included. Never for a page. */
class PlainPrinter {
  out = ''

  private line(): void {
    if (this.out !== '' && !this.out.endsWith('\n')) this.out += '\n'
  }

  nodes(nodes: readonly Node[]): void {
    for (const node of nodes) {
      if (isBlock(node)) this.line()
      this.node(node)
    }
  }

  private wrap(before: string, children: readonly Node[], after: string): void {
    this.out += before
    this.nodes(children)
    this.out += after
  }

  private container(tag: string, attributes: string, children: readonly Node[]): void {
    this.out += `<${tag}${attributes}>\n`
    this.nodes(children)
    this.line()
    this.out += `</${tag}>\n`
  }

  private list({ ordered, start, children }: List): void {
    this.container(ordered ? 'ol' : 'ul', start === 1 ? '' : ` start="${start}"`, children)
  }

  private node(node: Node): void {
    switch (node.type) {
      case 'text':
        this.out += escapeText(node.text)
        break
      case 'raw':
        this.out += node.text
        break
      case 'paragraph':
        this.wrap('<p>', node.children, '</p>\n')
        break
      case 'heading':
        this.wrap(`<h${node.level}>`, node.children, `</h${node.level}>\n`)
        break
      case 'quote':
        this.container('blockquote', '', node.children)
        break
      case 'list':
        this.list(node)
        break
      case 'listItem':
        this.wrap('<li>', node.children, '</li>\n')
        break
      case 'rule':
        this.out += '<hr />\n'
        break
      case 'codeBlock': {
        const language = node.language || node.caption.split(/\s/)[0]
        const name = language ? ` class="language-${escapeText(language)}"` : ''
        this.out += `<pre><code${name}>${escapeText(node.text)}</code></pre>\n`
        break
      }
      default:
        this.inline(node)
    }
  }

  private inline(node: Node): void {
    if (node.type === 'format') {
      const tag = node.format === 'strong' ? 'strong' : 'em'
      this.wrap(`<${tag}>`, node.children, `</${tag}>`)
    } else if (node.type === 'code') this.out += `<code>${escapeText(node.text)}</code>`
    else if (node.type === 'break') this.out += node.soft ? '\n' : '<br />\n'
    else if (node.type === 'link') {
      const title = node.title && ` title="${escapeText(node.title)}"`
      this.wrap(`<a href="${escapeText(node.href)}"${title}>`, node.children, '</a>')
    } else if (node.type === 'image') {
      const title = node.title && ` title="${escapeText(node.title)}"`
      this.out += `<img src="${escapeText(node.src)}" alt="${escapeText(node.alt)}"${title} />`
    }
  }
}

/** Markdown → what the CommonMark specification expects, by way of the tree that pages are made from. */
export function renderCommonMark(source: string): string {
  const printer = new PlainPrinter()
  printer.nodes(commonMarkNodes(source))
  return printer.out
}
