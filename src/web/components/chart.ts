import { type Html, html } from '#base/html.ts'

/** A span of time and how much there is of it. */
export interface Bar {
  readonly label: string
  readonly count: number
}

const WIDTH = 640
const HEIGHT = 96
const GAP = 2
const WIDEST_BAR = 28
/** So much is seen of a single one beside thousands. */
const LEAST = 2

/**
 * Counts over time as bars, drawn here and not in the browser; the same stands in a table besides, for those who do not see
 * it. `caption` says what is counted and from when to when, `table` opens the table, `names` head its columns.
 */
export function BarChart(
  bars: readonly Bar[],
  { caption, table, names }: { caption: string; table: string; names: { label: string; count: string } },
): Html {
  const most = Math.max(1, ...bars.map(bar => bar.count))
  const step = Math.min(WIDEST_BAR, WIDTH / Math.max(1, bars.length))
  const width = Math.max(1, Math.ceil(step * bars.length))
  const rectangles = bars.map(({ count }, index) => {
    if (count === 0) return null
    const height = Math.max(LEAST, Math.round((count / most) * HEIGHT))
    const across = Math.max(1, step - GAP).toFixed(1)
    return html`<rect x="${(index * step).toFixed(1)}" y="${HEIGHT - height}" width="${across}" height="${height}"/>`
  })
  const rows = bars
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => html`<tr><th scope="row">${label}</th><td class="number">${count}</td></tr>`)
  return html`<figure class="chart"><svg viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" role="img" aria-label="${caption}">${rectangles}</svg><figcaption>${caption}</figcaption><details><summary>${table}</summary><div class="scroll"><table><thead><tr><th scope="col">${names.label}</th><th scope="col" class="number">${names.count}</th></tr></thead><tbody>${rows}</tbody></table></div></details></figure>`
}
