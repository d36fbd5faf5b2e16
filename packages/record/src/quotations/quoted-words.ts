import type { Mark } from '../text/marks.ts'
import { type Passage, tokenAt } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import { isDash } from './attributions.ts'
import { isVerb } from './phrases.ts'

/** Whether the words are written as titles are: every longer one with a capital letter, and at least two such. */
export function isTitle(passage: Passage, mark: Mark): boolean {
  let capitals = 0
  for (let at = tokenAt(passage, mark.inner.start); at < passage.tokens.length; at += 1) {
    const token = passage.tokens[at] as Token
    if (token.start >= mark.inner.end) break
    if (token.tag === 'PUNCT') continue
    if (token.capital) capitals += 1
    else if (token.end - token.start > 3) return false
  }
  return capitals > 1
}

/** Whether a stretch ends as speech does, with what stands behind it. */
export function endsLikeSpeech(passage: Passage, mark: Mark, behind: Token | undefined): boolean {
  const last = passage.text[mark.inner.end - 1] ?? ''
  if (/[,?!.…—–-]/.test(last)) return true
  if (behind?.lower === ',' || isDash(behind)) return true
  return looksSpoken(passage, mark)
}

/** Whether a stretch reads like a sentence that was spoken: four words or more with a verb, or a full stop within. */
export function looksSpoken(passage: Passage, mark: Mark): boolean {
  let words = 0
  let verb = false
  for (let at = tokenAt(passage, mark.inner.start); at < passage.tokens.length; at += 1) {
    const token = passage.tokens[at] as Token
    if (token.start >= mark.inner.end) break
    if (token.tag !== 'PUNCT') words += 1
    if (isVerb(token)) verb = true
    if (words >= 4 && verb) return true
  }
  return false
}
