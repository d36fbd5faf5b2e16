/** What became of one item: taken as it was, changed on the way, or left where it came from. */
export type Outcome = 'taken' | 'changed' | 'left'

/** One line of an account. `why` is plain English for the person who runs the import. */
export interface AccountLine {
  /** The kind of thing, e.g. `post`. */
  item: string
  /** Which one, e.g. `Port strike #7`. */
  where: string
  outcome: Outcome
  why?: string
  /** The identity that the source gives it. */
  key?: string
}

/** How many of one kind had each outcome. */
export type Counts = Record<Outcome, number>

const OUTCOMES: readonly Outcome[] = ['taken', 'changed', 'left']
/** How many items are named where many had the same fate. */
const NAMED = 3

/** Lines → counts by kind, in the order in which the kinds first come. */
export function countsOf(lines: readonly AccountLine[]): Record<string, Counts> {
  const counts: Record<string, Counts> = {}
  for (const { item, outcome } of lines) {
    counts[item] ??= { taken: 0, changed: 0, left: 0 }
    counts[item][outcome]++
  }
  return counts
}

/** Whether nothing was taken and nothing changed. */
export const isUnchanged = (lines: readonly AccountLine[]): boolean =>
  lines.every(line => line.outcome === 'left')

/**
 * Lines → the account as a person reads it: a table of counts, then every change and everything left with its reason;
 * items that share a reason are told together. Ends without a line break.
 */
export function accountText(lines: readonly AccountLine[]): string {
  if (lines.length === 0) return 'Nothing.'
  return [table(countsOf(lines)), ...reasons('changed', lines), ...reasons('left', lines)].join('\n')
}

function table(counts: Record<string, Counts>): string {
  const rows = Object.entries(counts)
  const width = Math.max(...rows.map(([item]) => item.length))
  const line = (name: string, cells: readonly (string | number)[]): string =>
    `  ${name.padEnd(width)}${cells.map(cell => String(cell).padStart(9)).join('')}`
  return [
    line('', OUTCOMES),
    ...rows.map(([item, of]) =>
      line(
        item,
        OUTCOMES.map(each => of[each]),
      ),
    ),
  ].join('\n')
}

function reasons(outcome: Outcome, lines: readonly AccountLine[]): string[] {
  const groups = new Map<string, AccountLine[]>()
  for (const line of lines) {
    if (line.outcome !== outcome || line.why === undefined) continue
    const key = `${line.item}\n${line.why}`
    const group = groups.get(key)
    if (group) group.push(line)
    else groups.set(key, [line])
  }
  const told = [...groups.values()].map(group => {
    const named = group.slice(0, NAMED).map(line => line.where)
    const more = group.length > NAMED ? ` and ${group.length - NAMED} more` : ''
    const { item, why } = group[0] as AccountLine
    return `  ${item} ${named.join(', ')}${more}: ${why}`
  })
  return told.length === 0 ? [] : ['', `${outcome[0]?.toUpperCase()}${outcome.slice(1)}:`, ...told]
}
