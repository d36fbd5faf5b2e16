import type { Mark } from '../text/marks.ts'
import type { Passage } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import { type Attribution, isDash } from './attributions.ts'
import { attributionBefore } from './attributions-before.ts'
import { type Frame, frameOf } from './frames.ts'
import { attributionAlone, attributionOfMark, goesOn } from './mark-attributions.ts'
import type { Phrase } from './phrases.ts'
import { looksSpoken } from './quoted-words.ts'

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
      const found = attributionOfMark(
        this.passage,
        frame,
        here,
        (at[turn - 1] ?? -1) + 1,
        at[turn + 1] ?? frame.tokens.length,
      )
      if (found === null && shared !== null && goesOn(frame, at[turn - 1] as number, here)) {
        this.say(frame.marks[here] as number, shared.voice, { continued: false, weak: false })
      } else if (found === null && here === 0 && this.goesOnAlone(frame, paragraph)) {
        this.say(frame.marks[here] as number, this.voice as Voice, { continued: true, weak: false })
      }
      if (found === null) continue
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

  /** "…" – and with that she left: words that begin a sentence, with only a remark of the writer's behind them. */
  private goesOnAlone(frame: Frame, paragraph: number): boolean {
    const mark = this.passage.marks[frame.marks[0] as number] as Mark
    return this.voice?.paragraph === paragraph && isDash(frame.tokens[1]) && looksSpoken(this.passage, mark)
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
    const found = limit === 0 || limit > 30 ? null : attributionAlone(frame, limit)
    if (found === null) return null
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

/** Whether a sentence has nothing but stretches in marks, a word like "Now" or "And" before them aside. */
function isBare(frame: Frame): boolean {
  return frame.tokens.every(
    ({ tag }, at) =>
      frame.marks[at] !== -1 || tag === 'PUNCT' || tag === 'CCONJ' || (tag === 'ADV' && at === 0),
  )
}
