import { type Attribution, attributionAfter, attributionBefore, cueAt, isDash } from './attributions.ts'
import { isCapital } from './characters.ts'
import { type Frame, frameOf } from './frames.ts'
import type { Mark } from './marks.ts'
import { impersonal } from './names.ts'
import type { Passage } from './passage.ts'
import { isNominal, isVerb, type Phrase, phraseEnd } from './phrases.ts'
import type { Token } from './tokens.ts'

/** A stretch in marks that somebody is said to have spoken, in places of the passage's tokens. */
export interface Utterance {
  /** The place of the stretch in `marks`. */
  readonly mark: number
  readonly speaker: Phrase | null
  readonly antecedent: Phrase | null
  readonly cue: Phrase | null
  /** Utterances with the same number are one quotation. */
  readonly group: number
  /** Whether the speaker was taken over from the words before. */
  readonly continued: boolean
  /** Whether words beside the stretch may be part of what was said, so that a reported clause around it goes first. */
  readonly weak: boolean
}

/** Who spoke last, for words that stand alone. */
interface Voice {
  readonly speaker: Phrase | null
  readonly antecedent: Phrase | null
  readonly cue: Phrase | null
  readonly group: number
  readonly paragraph: number
  /** Whether the words before it say that more follows: a colon, a stretch left open. */
  readonly open: boolean
}

/** Who is reported to speak in a sentence without marks, as far as another reader of the passage knows. */
export type SpeakerOf = (
  sentence: number,
) => { speaker: Phrase; antecedent: Phrase | null; cue: Phrase } | null

/** A passage → what is quoted in it word for word, in the order of the text. Linear in its length. */
export function utterancesIn(passage: Passage, speakerOf: SpeakerOf): Utterance[] {
  const reader = new Reader(passage, speakerOf)
  for (let at = 0; at < passage.sentences.length; at += 1) reader.read(at)
  return reader.found
}

class Reader {
  readonly found: Utterance[] = []
  private readonly passage: Passage
  private readonly speakerOf: SpeakerOf
  private voice: Voice | null = null
  /** The sentence that is the attribution of the words before it. */
  private spent = -1
  private groups = 0

  constructor(passage: Passage, speakerOf: SpeakerOf) {
    this.passage = passage
    this.speakerOf = speakerOf
  }

  read(place: number): void {
    const { passage } = this
    const sentence = passage.sentences[place]!
    if (!hasMark(passage, sentence.first, sentence.last)) {
      this.hear(place)
      return
    }
    const frame = frameOf(passage, sentence)
    if (isBare(frame)) this.readBare(place, frame)
    else this.readFrame(place, frame)
  }

  /** A sentence without marks: who is reported to speak in it goes on in what follows. */
  private hear(place: number): void {
    const { passage } = this
    const sentence = passage.sentences[place]!
    if (place === this.spent) return
    const open = (passage.tokens[sentence.last - 1] as Token).lower === ':'
    const reported = this.speakerOf(place)
    if (reported !== null) {
      this.voice = { ...reported, group: this.newGroup(), paragraph: sentence.paragraph, open }
      return
    }
    if (open) {
      const frame = frameOf(passage, sentence)
      const found = attributionBefore(frame, 0, frame.tokens.length)
      if (found !== null && !found.denied) {
        this.voice = this.voiceOf(found, frame, sentence.paragraph, true)
        return
      }
    }
    const { voice } = this
    const aside =
      sentence.last - sentence.first < 8 && isAboutTheSame(passage.tokens[sentence.first] as Token)
    this.voice =
      aside && voice !== null && voice.paragraph >= sentence.paragraph - 1
        ? { ...voice, paragraph: sentence.paragraph }
        : null
  }

  private readFrame(place: number, frame: Frame): void {
    const { paragraph } = this.passage.sentences[place]!
    const at = frame.tokens.flatMap((_, index) => (frame.marks[index] === -1 ? [] : [index]))
    let shared: { cue: number; voice: Voice } | null = null
    for (let turn = 0; turn < at.length; turn += 1) {
      const here = at[turn] as number
      const found = this.attributionOf(
        frame,
        here,
        (at[turn - 1] ?? -1) + 1,
        at[turn + 1] ?? frame.tokens.length,
      )
      if (found === null && shared !== null && goesOn(frame, at[turn - 1] as number, here)) {
        this.say(frame.marks[here] as number, shared.voice, { continued: false, weak: false })
      }
      if (found === null || found.denied) continue
      const weak = found.weak
      const cue = found.cue?.first ?? -1
      const voice: Voice =
        shared !== null && shared.cue === cue && cue >= 0
          ? shared.voice
          : this.voiceOf(found, frame, paragraph, false)
      shared = { cue, voice }
      this.say(frame.marks[here] as number, voice, { continued: false, weak })
    }
    if (shared === null) this.hear(place)
  }

  private attributionOf(
    frame: Frame,
    here: number,
    from: number,
    to: number,
  ): (Attribution & { weak: boolean }) | null {
    const mark = this.passage.marks[frame.marks[here] as number] as Mark
    const before = attributionBefore(frame, from, here)
    if (before?.denied === true) return null
    const led =
      before !== null
        ? {
            ...before,
            weak: before.loose === true || !endsClause(frame, here + 1, this.isPartial(frame, here)),
          }
        : null
    if (!endsLikeSpeech(this.passage, mark, frame.tokens[here + 1]))
      return led !== null && isTitle(this.passage, mark) ? null : led
    const found = attributionAfter(frame, here + 1, to) ?? signature(frame, here + 1, to)
    const after = found && {
      ...found,
      weak: isApart(frame, here + 1, found) || (led === null && hasWords(frame, from, here)),
    }
    const chosen = this.passage.text[mark.inner.end - 1] === '.' ? (led ?? after) : (after ?? led)
    const apart = chosen?.weak === true || (led === null && from > 0)
    return apart && isTitle(this.passage, mark) ? null : chosen
  }

  /** Whether the words begin in the middle of what was said: with a small letter, and neither comma nor colon before. */
  private isPartial(frame: Frame, here: number): boolean {
    const { inner } = this.passage.marks[frame.marks[here] as number] as Mark
    const before = frame.tokens[here - 1]
    return (
      !isCapital(this.passage.text, inner.start) &&
      before !== undefined &&
      before.lower !== ',' &&
      before.lower !== ':'
    )
  }

  /** Words in marks that are a whole sentence: the speaker stands in the sentence behind or before. */
  private readBare(place: number, frame: Frame): void {
    const { passage } = this
    const sentence = passage.sentences[place]!
    const marks = frame.marks.filter(mark => mark !== -1)
    const first = passage.marks[marks[0] as number] as Mark
    const following = this.followingVoice(place)
    const voice = following ?? this.voice
    if (first.style === 'single' && this.isWholeParagraph(place)) return
    const continues =
      first.continues ||
      (voice !== null &&
        (voice.open || voice.paragraph === sentence.paragraph || voice.paragraph === sentence.paragraph - 1))
    if (voice !== null && (continues || following !== null)) {
      for (const mark of marks) this.say(mark, voice, { continued: following === null, weak: false })
      const last = passage.marks[marks.at(-1) as number] as Mark
      this.voice = { ...voice, paragraph: sentence.paragraph, open: !last.closed }
      return
    }
    const nobody: Voice = {
      speaker: null,
      antecedent: null,
      cue: null,
      group: this.newGroup(),
      paragraph: sentence.paragraph,
      open: !first.closed,
    }
    for (const mark of marks)
      if (looksSpoken(passage, passage.marks[mark] as Mark))
        this.say(mark, nobody, { continued: false, weak: false })
    this.voice = nobody
  }

  private isWholeParagraph(place: number): boolean {
    const { sentences } = this.passage
    const { paragraph } = sentences[place]!
    return sentences[place - 1]?.paragraph !== paragraph && sentences[place + 1]?.paragraph !== paragraph
  }

  /** "Why?" Brown asked. — the attribution is a sentence of its own. */
  private followingVoice(place: number): Voice | null {
    const { passage } = this
    const sentence = passage.sentences[place]!
    const next = passage.sentences[place + 1]
    if (next === undefined || next.paragraph !== sentence.paragraph) return null
    const frame = frameOf(passage, next)
    const to = frame.marks.findIndex(mark => mark !== -1)
    const limit = to === -1 ? frame.tokens.length : to
    if (limit === 0 || limit > 30) return null
    const signed = signature(frame, 0, limit)
    if (signed !== null) this.spent = place + 1
    if (signed !== null) return this.voiceOf(signed, frame, sentence.paragraph, false)
    const found = attributionAfter(frame, 0, limit)
    if (found === null || found.denied || found.cue === null || found.speaker === null) return null
    const told = cueAt(frame, found.end - 1)?.person === true
    const rest = frame.tokens[told ? phraseEnd(frame.tokens, found.end, limit) : found.end]
    const ends =
      rest === undefined ||
      (rest.tag === 'PUNCT' && rest.lower !== ':') ||
      rest.tag === 'ADP' ||
      rest.tag === 'ADV'
    const begins = Math.min(found.speaker.first, found.cue.first) === 0
    if (!ends || !begins) return null
    this.spent = place + 1
    return this.voiceOf(found, frame, sentence.paragraph, false)
  }

  private say(mark: number, voice: Voice, manner: { continued: boolean; weak: boolean }): void {
    const { speaker, antecedent, cue, group } = voice
    if ((this.passage.marks[mark] as Mark).continues && !manner.continued) this.correctBack(mark, voice)
    this.found.push({ mark, speaker, antecedent, cue, group, ...manner })
    this.voice = { ...voice, open: !(this.passage.marks[mark] as Mark).closed }
  }

  /** Who is named behind the last of several paragraphs spoke the ones before too. */
  private correctBack(mark: number, voice: Voice): void {
    const { speaker, antecedent, cue, group } = voice
    for (let at = this.found.length - 1, expected = mark - 1; at >= 0; at -= 1, expected -= 1) {
      const before = this.found[at] as Utterance
      if (before.mark !== expected || (!before.continued && before.speaker !== null)) return
      this.found[at] = { ...before, speaker, antecedent, cue, group, continued: false }
      if (!(this.passage.marks[before.mark] as Mark).continues) return
    }
  }

  private voiceOf(found: Attribution, frame: Frame, paragraph: number, open: boolean): Voice {
    const { speaker, antecedent, cue } = found
    return {
      speaker: speaker && placed(frame, speaker),
      antecedent: antecedent && placed(frame, antecedent),
      cue: cue && placed(frame, cue),
      group: this.newGroup(),
      paragraph,
      open,
    }
  }

  private newGroup(): number {
    this.groups += 1
    return this.groups
  }
}

/** "She pauses." and "(He was not.)" do not bring in anybody else. */
function isAboutTheSame(first: Token): boolean {
  return first.lower === 'he' || first.lower === 'she' || first.lower === '('
}

function placed(frame: Frame, phrase: Phrase): Phrase {
  return { first: frame.places[phrase.first] as number, last: (frame.places[phrase.last - 1] as number) + 1 }
}

function hasMark(passage: Passage, first: number, last: number): boolean {
  for (let at = first; at < last; at += 1) if (passage.markOf[at] !== -1) return true
  return false
}

/** Whether a sentence has nothing but stretches in marks. */
function isBare(frame: Frame): boolean {
  return frame.tokens.every(
    (token, at) => frame.marks[at] !== -1 || token.tag === 'PUNCT' || token.tag === 'CCONJ',
  )
}

/** "A," said Brown, a lawyer who is the head of the union, "B": only the attribution stands between, set off by commas. */
function goesOn(frame: Frame, before: number, here: number): boolean {
  if (frame.tokens[here - 1]?.lower !== ',') return false
  const found = attributionAfter(frame, before + 1, here)
  return found !== null && !found.denied && frame.tokens[found.end]?.lower === ','
}

/** Circumstances of the speaking rather than words of the speech. */
const circumstances = new Set([
  'in',
  'at',
  'on',
  'during',
  'after',
  'before',
  'when',
  'as',
  'while',
  'with',
  'to',
  'and',
  'but',
])

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

/** Whether the words are written as titles are: every longer one with a capital letter, and at least two such. */
export function isTitle(passage: Passage, mark: Mark): boolean {
  let capitals = 0
  for (let at = firstToken(passage, mark); at < passage.tokens.length; at += 1) {
    const token = passage.tokens[at] as Token
    if (token.start >= mark.inner.end) break
    if (token.tag === 'PUNCT') continue
    if (token.capital) capitals += 1
    else if (token.end - token.start > 3) return false
  }
  return capitals > 1
}

/** Whether words that could be part of the speech stand before the stretch. */
function hasWords(frame: Frame, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const { tag } = frame.tokens[at] as Token
    if (tag !== 'PUNCT' && tag !== 'CCONJ') return true
  }
  return false
}

function endsLikeSpeech(passage: Passage, mark: Mark, behind: Token | undefined): boolean {
  const last = passage.text[mark.inner.end - 1] ?? ''
  if (/[,?!.…—–-]/.test(last)) return true
  if (behind?.lower === ',' || isDash(behind)) return true
  return looksSpoken(passage, mark)
}

/** Whether a stretch reads like a sentence that was spoken: four words or more with a verb, or a full stop within. */
function looksSpoken(passage: Passage, mark: Mark): boolean {
  let words = 0
  let verb = false
  for (let at = firstToken(passage, mark); at < passage.tokens.length; at += 1) {
    const token = passage.tokens[at] as Token
    if (token.start >= mark.inner.end) break
    if (token.tag !== 'PUNCT') words += 1
    if (isVerb(token)) verb = true
    if (words >= 4 && verb) return true
  }
  return false
}

function firstToken(passage: Passage, mark: Mark): number {
  let low = 0
  let high = passage.tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((passage.tokens[middle] as Token).start < mark.inner.start) low = middle + 1
    else high = middle
  }
  return low
}

/** "…" – Ilse Brandt: a dash, a name, and nothing else; not the paper and the day of a headline. */
function signature(frame: Frame, from: number, to: number): Attribution | null {
  const { tokens } = frame
  if (!isDash(tokens[from])) return null
  let last = from + 1
  while (last < to && (tokens[last] as Token).tag === 'PROPN' && !isNoName(tokens[last] as Token)) last += 1
  if (last === from + 1 || last - from > 6) return null
  const behind = tokens[last]
  if (
    last < to &&
    behind?.lower !== '.' &&
    !(behind?.lower === ',' && tokens[last + 1]?.capital === false && tokens[last + 1]?.tag !== 'NUM')
  )
    return null
  return { speaker: { first: from + 1, last }, antecedent: null, cue: null, end: last, denied: false }
}

const isNoName = (token: Token) => impersonal.has(token.lower) || /\.[a-z]/.test(token.lower)
