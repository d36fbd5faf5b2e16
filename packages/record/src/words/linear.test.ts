import { describe, expect, it } from 'vitest'
import { fingerprintsOf } from './fingerprints.ts'
import { sharedPassages } from './passages.ts'
import { repeatsIn } from './repeats.ts'
import { strayParagraphs } from './stray.ts'
import { compareWordings, quotedOf } from './wordings.ts'
import { type Words, wordsOf } from './words.ts'

const HOSTILE: Record<string, (length: number) => string> = {
  'one word': length => 'no '.repeat(length / 3),
  'one word in lines': length => 'no no no no no no no no no no no\n'.repeat(length / 33),
  'ten words': length => 'one two three four five six seven eight nine ten '.repeat(length / 49),
  'near misses': length =>
    Array.from({ length: length / 25 }, (_, i) => `no no no no no x${i % 50} yes`).join(' '),
  'few words': length => Array.from({ length: length / 3 }, (_, i) => 'abc'[(i * i * 7 + i) % 3]).join(' '),
  numbers: length => '12 '.repeat(length / 3),
}

/** The words of a text, and how often one of them was looked at. */
function counted(text: string): { words: Words; looks: () => number } {
  let looks = 0
  const words = wordsOf(text)
  const folded = new Proxy(words.folded as string[], {
    get(target, key) {
      looks++
      return Reflect.get(target, key)
    },
  })
  const hashes = new Proxy(words.hashes, {
    get(target, key) {
      looks++
      const value = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { words: { ...words, folded, hashes }, looks: () => looks }
}

const DEEDS: Record<string, (text: string, words: Words) => unknown> = {
  repeatsIn: (text, words) => repeatsIn(text, words),
  fingerprintsOf: (_, words) => fingerprintsOf(words, [{ start: 9, end: 12 }]),
  strayParagraphs: (text, words) => strayParagraphs(text, words),
  sharedPassages: (text, words) => sharedPassages({ text, words }, { text, words }),
  compareWordings: (text, words) => {
    const quoted = { ...quotedOf(text), words }
    return compareWordings(quoted, { ...quoted, text: `${text} ` })
  },
}

describe.each(Object.keys(DEEDS))('%s looks at four times the words for four times the text', name => {
  it.each(Object.keys(HOSTILE))('%s', kind => {
    const [once, fourfold] = [15_000, 60_000].map(length => {
      const text = HOSTILE[kind]!(length)
      const { words, looks } = counted(text)
      DEEDS[name]!(text, words)
      return looks()
    })
    expect(once).toBeGreaterThan(0)
    expect(fourfold! / once!).toBeLessThan(6)
  })
})
