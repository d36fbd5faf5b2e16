import { type MarkupSpeed, measureMarkup } from '../../packages/markup/bench.ts'
import type { Figure } from '../figures.ts'

/** How fast posts are parsed and printed, beside bare `markdown-it` on the same texts, in this process. */
export async function markupSpeed(): Promise<Figure[]> {
  const { markdownMBps, bareMBps, ratio, bbcodeMBps }: MarkupSpeed = await measureMarkup()
  return [
    { what: 'markup: Markdown to safe HTML', value: markdownMBps, unit: 'MB/s' },
    { what: '  bare markdown-it on the same texts', value: bareMBps, unit: 'MB/s' },
    { what: '  share', value: ratio, unit: 'ratio', goal: { least: 0.5 } },
    { what: 'markup: BBCode to safe HTML', value: bbcodeMBps, unit: 'MB/s' },
  ]
}
