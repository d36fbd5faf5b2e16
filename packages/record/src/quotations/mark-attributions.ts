import { isCapital } from '../text/characters.ts'
import type { Mark } from '../text/marks.ts'
import type { Passage } from '../text/passage.ts'
import { cueAt } from '../text/speech-verbs.ts'
import type { Token } from '../text/tokens.ts'
import type { Attribution } from './attributions.ts'
import { attributionAfter, signature } from './attributions-after.ts'
import { attributionBefore } from './attributions-before.ts'
import type { Frame } from './frames.ts'
import { isNominal, phraseEnd } from './phrases.ts'
import { endsLikeSpeech, isTitle } from './quoted-words.ts'

/** Who speaks the words of a stretch in marks. */
export interface MarkAttribution extends Attribution {
  /** Whether words beside the stretch may be part of what was said, so that a reported clause around it goes first. */
  readonly weak: boolean
}

/**
 * Who speaks the words of the stretch at the place `here` of a frame, read from the words between the stretches before
 * and behind it, which begin at `from` and end at `to`; null where they do not say, or say that it was not said.
 */
export function attributionOfMark(
  passage: Passage,
  frame: Frame,
  here: number,
  from: number,
  to: number,
): MarkAttribution | null {
  const mark = passage.marks[frame.marks[here] as number] as Mark
  const before = attributionBefore(frame, from, here)
  if (before !== null && (before.denied || isTerm(passage, mark, frame, before))) return null
  const led = before && {
    ...before,
    weak: before.loose === true || !endsClause(frame, here + 1, isPartial(passage, frame, here)),
  }
  if (!endsLikeSpeech(passage, mark, frame.tokens[here + 1]))
    return led !== null && isTitle(passage, mark) ? null : led
  const found = attributionAfter(frame, here + 1, to) ?? signature(frame, here + 1, to)
  const after = found && {
    ...found,
    weak: isApart(frame, here + 1, found) || (led === null && hasWords(frame, from, here)),
  }
  const chosen = /[,?!]/.test(passage.text[mark.inner.end - 1] ?? '') ? (after ?? led) : (led ?? after)
  const apart = chosen?.weak === true || (led === null && from > 0)
  return chosen === null || chosen.denied || (apart && isTitle(passage, mark)) ? null : chosen
}

/** "when the board says 'loss'": a word of theirs, and not what somebody said. */
function isTerm(passage: Passage, mark: Mark, { tokens }: Frame, { speaker }: Attribution): boolean {
  if (speaker === null || !/^when(?:ever)?$/.test(tokens[speaker.first - 1]?.lower ?? '')) return false
  const { start, end } = mark.inner
  return end - start < 40 && !/[\s.,!?]/.test(passage.text.slice(start, end))
}

/** Whether the words begin in the middle of what was said: with a small letter, and neither comma nor colon before. */
function isPartial(passage: Passage, frame: Frame, here: number): boolean {
  const { inner } = passage.marks[frame.marks[here] as number] as Mark
  const before = frame.tokens[here - 1]
  return (
    before !== undefined &&
    before.lower !== ',' &&
    before.lower !== ':' &&
    !isCapital(passage.text, inner.start)
  )
}

/**
 * "Why?" Brown asked. — a sentence that only says who spoke the words before it; its words end before `to`. Null for any
 * other sentence.
 */
export function attributionAlone(frame: Frame, to: number): Attribution | null {
  const signed = signature(frame, 0, to)
  if (signed !== null) return signed
  const found = attributionAfter(frame, 0, to)
  if (found === null || found.denied || found.cue === null || found.speaker === null) return null
  const told = cueAt(frame, found.end - 1)?.person === true
  const rest = frame.tokens[told ? phraseEnd(frame.tokens, found.end, to) : found.end]
  const ends =
    rest === undefined ||
    (rest.tag === 'PUNCT' && rest.lower !== ':') ||
    rest.tag === 'ADP' ||
    rest.tag === 'ADV' ||
    (told && rest.lower.endsWith('ed'))
  return ends && Math.min(found.speaker.first, found.cue.first) === 0 ? found : null
}

/** "A," said Brown, a lawyer who is the head of the union, "B": only the attribution stands between, set off by commas. */
export function goesOn(frame: Frame, before: number, here: number): boolean {
  const joined = frame.tokens[here - 1]?.tag === 'CCONJ' ? here - 2 : here - 1
  if (frame.tokens[joined]?.lower !== ',') return false
  const found = attributionAfter(frame, before + 1, here)
  return found !== null && !found.denied && frame.tokens[found.end]?.lower === ','
}

/** Circumstances of the speaking rather than words of the speech. */
const circumstances = new Set('in at on during after before when as while with to and but'.split(' '))

/** Whether nothing of the reported clause stands behind the stretch. */
function endsClause(frame: Frame, at: number, partial: boolean): boolean {
  const token = frame.tokens[at]
  if (token === undefined || token.tag === 'PUNCT') return true
  if (partial || !circumstances.has(token.lower)) return false
  return token.lower !== 'and' || !isNominal(frame.tokens[at + 1])
}

/** Whether words stand between the stretch and who is named behind it: "…" to drive up the price, she said. */
function isApart(frame: Frame, from: number, found: Attribution): boolean {
  const first = Math.min(found.speaker?.first ?? from, found.cue?.first ?? from)
  let words = 0
  for (let at = from; at < first; at += 1) if ((frame.tokens[at] as Token).tag !== 'PUNCT') words += 1
  return words > 1
}

/** Whether words that could be part of the speech stand before the stretch. */
function hasWords(frame: Frame, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const { tag } = frame.tokens[at] as Token
    if (tag !== 'PUNCT' && tag !== 'CCONJ') return true
  }
  return false
}
