import * as fc from 'fast-check'
import { excerpt, type Format, mentionsOf, parse, plainText, quoteSource, renderHtml } from './src/markup.ts'
import { sources } from './testing/generate.ts'
import { findingsIn, isLeftAlone } from './testing/oracle.ts'

/** One text through everything; the reason why the result is wrong, or null. */
export function faultIn(source: string, format: Format): string | null {
  try {
    const document = parse(source, format)
    const html = renderHtml(document, {
      mention: name => ({
        href: `/members/${encodeURIComponent(name.replace(/[\ud800-\udfff]/g, '_'))}`,
        name,
      }),
      quote: reference => ({ href: '/posts/1', author: reference.author, number: 1 }),
      idPrefix: 'p1-',
    })
    const finding = findingsIn(html)[0]
    if (finding) return finding
    if (!isLeftAlone(html)) return 'sanitize-html takes something away'
    if (JSON.stringify(JSON.parse(JSON.stringify(document))) !== JSON.stringify(document))
      return 'the tree is not plain data'
    plainText(document)
    mentionsOf(document)
    if (excerpt(document, 40).length > 40) return 'the excerpt is too long'
    parse(
      quoteSource({ author: source.slice(0, 20), thread: 1, number: 2, revision: 3, text: source }, format),
      format,
    )
    return null
  } catch (error) {
    return `throws ${error instanceof Error ? error.message : String(error)}`
  }
}

function fuzz(seconds: number): { executions: number; findings: string[] } {
  const end = Date.now() + seconds * 1_000
  const findings: string[] = []
  let executions = 0
  while (Date.now() < end && findings.length < 20)
    for (const format of ['markdown', 'bbcode'] as const)
      for (const source of fc.sample(sources(format), 200)) {
        executions++
        const fault = faultIn(source, format)
        if (fault) findings.push(`${format} ${JSON.stringify(source)}: ${fault}`)
      }
  return { executions, findings }
}

if (process.argv[1]?.endsWith('packages/markup/fuzz.ts')) {
  const { executions, findings } = fuzz(Number(process.argv[2] ?? 60))
  for (const finding of findings) process.stdout.write(`${finding}\n`)
  process.stdout.write(`${executions} executions, ${findings.length} findings\n`)
  process.exitCode = findings.length > 0 ? 1 : 0
}
