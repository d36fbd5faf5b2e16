import type { BodyNote } from './model.ts'
import { protect } from './writer.ts'

export interface TextBody {
  source: string
  edited: string | null
  signature: boolean
}

const EXPAND =
  /^(?:click to expand|zum vergrößern anklicken|cliquez pour agrandir|haga clic para expandir|clicca per espandere|kliknij, aby rozwinąć|нажмите, чтобы раскрыть|klik om te vergroten|clique para expandir)\s*(?:\.\.\.|…)?$/i
const SAID =
  /^(.{1,60}?)\s+(?:said|wrote|schrieb|a dit|a écrit|dijo|ha scritto|napisał\(a\)|сказал\(а\)|zei|disse)\s*:\s*$/iu
const EDITED =
  /^(?:last edited|zuletzt bearbeitet|dernière édition|última edición|ultima modifica|ostatnia edycja|последнее редактирование|laatst bewerkt|última edição)\b.{0,120}$/iu
const REACTIONS =
  /^(?:reactions|reaktionen|réactions|reacciones|reazioni|reakcje|реакции|waarderingen|reações)\s*:\s*.{1,200}$/iu
/** A pasted page prints a paragraph as one long line; a text wrapped by hand has lines of up to this length. */
const WRAPPED = 100

/** The pasted lines of one post → BBCode: paragraphs, quotations that were opened and closed, literal text protected. */
export function textSource(
  lines: readonly string[],
  notes: BodyNote[],
  nameOf: (heading: string) => string | null,
): TextBody {
  const { own, edited, signature } = withoutTail(lines)
  const wide = own.filter(line => line !== '')
  const paragraphs = !own.includes('') && wide.filter(line => line.length > WRAPPED).length * 2 > wide.length
  const ends = closings(own)
  const out: string[] = []
  for (let index = 0; index < own.length; index++) {
    const line = own[index] as string
    const end = ends[index] as number
    if (end < 0 || !SAID.test(line)) {
      out.push(protect(line))
      continue
    }
    const name = nameOf(line)?.replace(/["[\]]/g, '”') ?? ''
    out.push(
      `[quote="${name}"]${own
        .slice(index + 1, end)
        .map(protect)
        .join('\n')
        .trim()}[/quote]`,
    )
    notes.push({ item: 'quote', outcome: 'taken', why: `of ${name}` })
    index = end
  }
  const source = out
    .join(paragraphs ? '\n\n' : '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return { source, edited, signature }
}

/** For every line, the next one at which a copied quotation ends, or -1. */
function closings(lines: readonly string[]): number[] {
  const ends = new Array<number>(lines.length).fill(-1)
  let end = -1
  for (let index = lines.length - 1; index >= 0; index--) {
    ends[index] = end
    if (EXPAND.test(lines[index] as string)) end = index
  }
  return ends
}

/** Takes what a page prints below a text off its end: the edit note, who reacted, the signature. */
function withoutTail(lines: readonly string[]): { own: string[]; edited: string | null; signature: boolean } {
  let own = [...lines]
  let edited: string | null = null
  const rule = own.findLastIndex(line => /^(?:_{5,}|-- ?)$/.test(line))
  const signature = rule > 0
  if (signature) own = own.slice(0, rule)
  for (let last = own.at(-1); last !== undefined; last = own.at(-1)) {
    if (EDITED.test(last)) edited = last
    else if (last !== '' && !REACTIONS.test(last)) break
    own.pop()
  }
  return { own, edited, signature }
}
