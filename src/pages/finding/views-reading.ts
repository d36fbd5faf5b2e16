import type { Reading } from '@rostra/record'
import { type Html, html, type Part } from '#base/html.ts'
import type { Key, Words } from '#base/words.ts'
import { quotationPath, speakerPath } from '#forum/findings/views.ts'
import type { QuotationEntry } from '#forum/record/model.ts'
import { amountOf, dayOf } from '#forum/record/views-entry.ts'
import type { FindingPage } from './model.ts'

const FORMS = {
  direct: 'finding.form-direct',
  mixed: 'finding.form-mixed',
  indirect: 'finding.form-indirect',
} as const satisfies Record<string, Key>

const HOW = {
  pronoun: 'finding.how-pronoun',
  surname: 'finding.how-surname',
  title: 'finding.how-title',
  continued: 'finding.how-continued',
  'post-date': 'finding.how-date',
  'date-before': 'finding.how-date-before',
  year: 'finding.how-year',
  order: 'finding.how-order',
} as const satisfies Record<Reading['how'], Key>

/** A fact about a finding: what it is called, and what it is. */
type Fact = readonly [name: Key, value: Part]

/** What was read in a finding, fact by fact, and how that is known. */
export function ReadingFacts(page: FindingPage, words: Words): Html {
  const facts = factsOf(page, words)
  if (facts.length === 0) return html`<p>${words.say('finding.statement-about')}</p>`
  return html`<dl class="facts">${facts.map(([name, value]) => html`<dt>${words.say(name)}</dt><dd>${value}</dd>`)}</dl>`
}

function factsOf(page: FindingPage, words: Words): Fact[] {
  const { found } = page
  switch (found.kind) {
    case 'quotation':
      return quotationFacts(page, words)
    case 'figure': {
      const { counts } = found.finding
      const amount = html`<data value="${found.finding.value}">${amountOf(found.finding, words)}</data>`
      return [
        ['finding.value', amount],
        ...(counts === '' ? [] : [['finding.counts', Said(counts)] as const]),
      ]
    }
    case 'date': {
      const { value, reading } = found.finding
      return [
        ['finding.day', html`<time datetime="${value}">${value}</time>`],
        ...readingFacts(page, reading, words),
      ]
    }
    case 'source': {
      const { publisher, date, url } = found.finding
      const link = html`<a href="${url}" rel="nofollow ugc noopener"><bdi>${publisher || url}</bdi></a>`
      return [
        ['finding.publisher', link],
        ...(date === '' ? [] : [['finding.published', dayOf(date, words)] as const]),
      ]
    }
    case 'statement':
      return []
    case 'repeat': {
      const { start, end } = found.finding.of
      const first = words.sayHtml('finding.first-place', {
        words: html`<q dir="auto">${page.text.slice(start, end)}</q>`,
      })
      return [['finding.kind-repeat', first]]
    }
  }
}

const Said = (text: string): Html => html`<bdi>${text}</bdi>`

function quotationFacts(page: FindingPage, words: Words): Fact[] {
  const { found, entry } = page
  if (found.kind !== 'quotation') return []
  const { finding, parts } = found
  const named = parts.find(part => part.speaker !== '' || part.resolved !== '') ?? finding
  const shown = entry?.kind === 'quotation' ? entry.speaker : null
  const name = shown ? shown.name : named.resolved || named.speaker
  const facts: Fact[] = [
    ['finding.form', words.say(FORMS[finding.kind])],
    ['finding.speaker', name === '' ? words.say('record.unnamed') : SpeakerName(name, shown?.id ?? null)],
  ]
  if (shown?.corrected) facts.push(['finding.how', words.say('finding.how-corrected')])
  else if (named.reading) facts.push(...readingFacts(page, named.reading, words, named.speaker))
  else if (name !== '') facts.push(['finding.how', words.say('finding.how-beside')])
  if (named.cue !== '') facts.push(['finding.cue', Said(named.cue)])
  return facts
}

const SpeakerName = (name: string, id: number | null): Html =>
  id === null ? Said(name) : html`<a href="${speakerPath(id)}">${Said(name)}</a>`

function readingFacts({ text }: FindingPage, reading: Reading | null, words: Words, written = ''): Fact[] {
  if (!reading) return []
  const { how, from } = reading
  const known = words.sayHtml(HOW[how], { written: Said(written) })
  if (!from) return [['finding.how', known]]
  const place = words.sayHtml('finding.read-from', {
    from: html`<q dir="auto">${text.slice(from.start, from.end)}</q>`,
  })
  return [['finding.how', html`${known} ${place}`]]
}

/** In which other posts the words of a quotation stand; null for what is not followed. */
export function Elsewhere({ entry }: FindingPage, words: Words): Html | null {
  if (entry?.kind !== 'quotation' || !entry.spread) return null
  return html`<section><h2>${words.say('finding.elsewhere')}</h2><p>${Places(entry.spread, words)}</p></section>`
}

function Places(spread: NonNullable<QuotationEntry['spread']>, words: Words): Html {
  const { quotationId, first, laterCount } = spread
  if (!first && laterCount === 0) return html`${words.say('finding.nowhere-else')}`
  return html`<a href="${quotationPath(quotationId)}">${words.say('finding.all-places')}</a>`
}
