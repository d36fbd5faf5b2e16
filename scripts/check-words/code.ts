import { type Catalogue, placeholdersOf } from './catalogues.ts'
import type { Saying, Uses } from './uses.ts'

/**
 * Path → what a file says, and the English catalogue → what does not fit together. Keys with one of the prefixes may be
 * put together at run time and count as used.
 */
export function codeFaults(
  files: ReadonlyMap<string, Uses>,
  english: Catalogue,
  prefixes: readonly string[],
): string[] {
  const faults: string[] = []
  const used = new Set<string>()
  for (const [path, uses] of files) {
    for (const literal of uses.literals) used.add(literal)
    for (const saying of uses.sayings) {
      for (const fault of sayingFaults(saying, english, prefixes))
        faults.push(`${path}:${saying.line}: ${fault}`)
    }
  }
  for (const key of Object.keys(english)) {
    if (!used.has(key) && !prefixes.some(prefix => key.startsWith(prefix)))
      faults.push(`${key} is said nowhere`)
  }
  return faults
}

function sayingFaults(saying: Saying, english: Catalogue, prefixes: readonly string[]): string[] {
  const faults: string[] = []
  for (const built of saying.prefixes) {
    if (prefixes.some(prefix => built.startsWith(prefix))) continue
    faults.push(`keys that begin with "${built}" are put together here, but the prefix is not declared`)
  }
  const wanted = new Set<string>()
  for (const key of saying.keys) {
    const message = Object.hasOwn(english, key) ? english[key] : undefined
    if (message === undefined) {
      faults.push(`${key} is not in English`)
      continue
    }
    for (const name of namesIn(message)) {
      wanted.add(name)
      if (saying.values && !saying.values.includes(name)) faults.push(`${key} is not given {${name}}`)
    }
  }
  if (saying.prefixes.length > 0 || faults.length > 0) return faults
  for (const name of saying.values ?? []) {
    if (!wanted.has(name)) faults.push(`${saying.keys.join(', ')} has no use for {${name}}`)
  }
  return faults
}

/** Messages that cannot be read are reported with their catalogue, not where they are said. */
function namesIn(message: string): Iterable<string> {
  try {
    return placeholdersOf(message).keys()
  } catch {
    return []
  }
}
