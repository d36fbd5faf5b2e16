import { describe, expect, test } from 'vitest'
import { html } from '#base/html.ts'
import { wordsFor } from '#base/words.ts'
import { CANARY, canariesIn } from '../../../tests/support/canary.ts'
import type {
  Entry,
  EntrySource,
  FigureEntry,
  OtherPost,
  PassageEntry,
  QuotationEntry,
  RecordOfPost,
  Spread,
  StatementEntry,
} from './model.ts'
import { NOTHING_ON_RECORD } from './model.ts'
import { Margin, recordJson } from './views.ts'

const POST = { threadId: 7, number: 3 }
const words = wordsFor('en')
const csrf = html`<input type="hidden" name="csrf" value="x">`
const guest = { words, csrf: null }
const member = { words, csrf }
const asked = { sources: [], asked: 0, askedByMe: false }

const other: OtherPost = { threadId: 7, number: 1, threadTitle: 'Strike', authorName: 'Mo', at: 0 }
const elsewhere: OtherPost = { ...other, threadId: 9, number: 4, threadTitle: 'Ferries' }
const source: EntrySource = {
  ...{ id: 1, origin: 'given', url: 'https://harbour.example/a', publisher: 'harbour.example' },
  ...{ published: '2025-03-14', title: 'Offer', excerpt: '', verdict: 'unchecked', memberId: 2 },
}

function quotation(change: Partial<QuotationEntry> = {}): QuotationEntry {
  const part: QuotationEntry['quotation'] = {
    ...{ key: 'q1234567890', start: 0, end: 9, kind: 'direct', marked: [], group: 0 },
    ...{ speaker: 'Brandt', speakerStart: null, speakerEnd: null, cue: 'said' },
    ...{ resolved: 'Ilse Brandt', reading: null },
  }
  return {
    ...{ kind: 'quotation', key: part.key, start: 0, end: 9, number: 1, words: '“No.”' },
    ...{ quotation: part, parts: [part], form: 'direct', spread: null, ...asked },
    speaker: { name: 'Ilse Brandt', written: '', reading: null, readFrom: '', corrected: false, id: 5 },
    ...change,
  }
}

function figure(change: Partial<FigureEntry['figure']> = {}, written = '€41 million'): FigureEntry {
  const found = { value: 41_000_000, to: null, change: null, unit: 'EUR', counts: '', ...change }
  const key = 'f1234567890'
  const place = { key, start: 20, end: 31 }
  return {
    ...{ kind: 'figure', ...place, number: 2, words: written, figure: { ...place, ...found }, ...asked },
  }
}

const statement = (key: string, said: string): StatementEntry => ({
  ...{ kind: 'statement', key, start: 0, end: 1, number: null, words: said, ...asked },
})

const record = (entries: readonly Entry[], change: Partial<RecordOfPost> = {}): RecordOfPost => ({
  ...NOTHING_ON_RECORD,
  entries,
  ...change,
})
const shown = (entries: readonly Entry[], options: Parameters<typeof Margin>[2] = guest, change = {}) =>
  String(Margin(POST, record(entries, change), options))
const spread = (change: Partial<Spread>): Spread => ({
  ...{ quotationId: 8, first: null, laterCount: 0, alteredCount: 0, altered: null, isAltered: false },
  ...change,
})

describe('a quotation in the margin', () => {
  test('has its number, which leads back to the text, and its speaker, who has a page', () => {
    expect(shown([quotation()])).toBe(
      '<div><h4>On record</h4><ol role="list"><li id="p3-r1"><sup><a href="#p3-m1" role="doc-backlink" aria-label="1: back to its place in the text">1</a></sup> <a href="/record/speakers/5"><b><bdi>Ilse Brandt</bdi></b></a>, quoted directly.</li></ol></div>',
    )
    expect(shown([quotation({ form: 'mixed' })])).toContain('quoted in part.')
    expect(shown([quotation({ form: 'indirect' })])).toContain('reported.')
    const nobody = { ...quotation().speaker, name: '', id: null }
    expect(shown([quotation({ speaker: nobody })])).toContain('<b>Nobody named</b>, quoted directly.')
  })

  test('says what was inferred, and from which words', () => {
    const speaker = { ...quotation().speaker, written: 'he', name: 'Jonas Heide' }
    const reading = { how: 'pronoun', from: { start: 0, end: 1 } } as const
    const line = (change: Partial<QuotationEntry['speaker']>) =>
      shown([quotation({ speaker: { ...speaker, reading, ...change } })])
    expect(line({ readFrom: 'its director, Jonas Heide' })).toContain(
      '<bdi>he</bdi> → <bdi>Jonas Heide</bdi>, read from “<bdi>its director, Jonas Heide</bdi>”.',
    )
    expect(line({ readFrom: 'Jonas Heide' })).toContain('→ <bdi>Jonas Heide</bdi>, named before.')
    expect(line({ reading: { how: 'continued', from: null } })).toContain('going on from before')
    expect(line({ corrected: true, reading: null })).toContain('The name was corrected by hand.')
  })

  test('says where it was seen first, and who carries it', () => {
    const line = (change: Partial<Spread>) => shown([quotation({ spread: spread(change) })])
    expect(line({})).not.toContain('First seen')
    expect(line({ laterCount: 3, alteredCount: 1, altered: elsewhere })).toContain(
      'First seen here; <a href="/record/quotations/8">3 later posts carry it</a>, <a href="/posts/9/4">one altered</a>.',
    )
    expect(line({ laterCount: 3, alteredCount: 2, altered: elsewhere })).toContain(
      '<a href="/record/quotations/8">2 altered</a>',
    )
    expect(line({ first: other })).toContain('First seen in <a href="/posts/7/1"><bdi>#1</bdi></a>.')
    expect(line({ first: elsewhere, isAltered: true, laterCount: 1 })).toContain(
      'First seen in <a href="/posts/9/4"><bdi>#4</bdi> of <bdi>Ferries</bdi></a>, with other words. Also in <a href="/record/quotations/8">1 other post</a>.',
    )
  })

  test('asks guests for no source, and members only where it stands first', () => {
    expect(shown([quotation()])).not.toContain('source')
    expect(shown([quotation()], member)).toContain(
      `${csrf}<button name="ask" value="1">ask for a source</button> · <a href="/posts/7/3/findings/q1234567890" rel="nofollow">add one</a></form>`,
    )
    expect(shown([quotation({ spread: spread({ first: other }) })], member)).not.toContain('name="ask"')
    expect(shown([quotation({ asked: 2 })])).toContain('No source yet · 2 members ask · <a')
  })
})

describe('a figure in the margin', () => {
  test('stands as written beside its value', () => {
    expect(shown([figure()])).toContain(
      '<b><bdi>€41 million</bdi></b> = <data value="41000000">41,000,000\u00a0EUR</data>',
    )
    const line = (change: Partial<FigureEntry['figure']>, written: string) => shown([figure(change, written)])
    expect(line({ value: 300_000, unit: 'people', change: 'about' }, 'around 300,000')).not.toContain('= ')
    expect(line({ value: 3, to: 5, unit: '%' }, '3–5 %')).toContain('3 to 5\u00a0%')
    expect(line({ value: 3, unit: '%', change: 'down' }, 'three percent')).toContain('down 3\u00a0%')
    expect(line({ counts: 'letters', value: 12, unit: '' }, 'a dozen')).toContain(
      '<b><bdi>a dozen</bdi></b>, <bdi>letters</bdi> = <data value="12">12</data>',
    )
  })

  test('without a source can be asked about by members, set and not toggled', () => {
    expect(shown([figure()])).toContain(
      '<span class="ask">No source given · <a href="/posts/7/3/findings/f1234567890" rel="nofollow">add one</a></span>',
    )
    const path = '/posts/7/3/findings/f1234567890/requests'
    expect(shown([figure()], member)).toContain(
      `<form class="ask" method="post" action="${path}" data-island>${csrf}No source given · <button name="ask" value="1">ask for one</button>`,
    )
    expect(shown([{ ...figure(), asked: 1, askedByMe: true }], member)).toContain(
      'one member asks · <button name="unask" value="1">ask no more</button>',
    )
  })

  test.each([
    ['unchecked', '', 'ok'],
    ['word-for-word', ' · word for word', 'ok'],
    ['altered', ' · with other words there', 'ok'],
    ['not-found', ' · not found on the cited page', 'ask'],
    ['unreadable', ' · the page could not be read', 'ask'],
  ] as const)('names its source, and whether that has the words: %s', (verdict, said, name) => {
    expect(shown([{ ...figure(), sources: [{ ...source, verdict }] }], member)).toContain(
      `<span class="${name}">Source: <a href="https://harbour.example/a" rel="nofollow ugc noopener" title="Offer"><bdi>harbour.example</bdi></a>, <time datetime="2025-03-14">14 March 2025</time>${said}</span>`,
    )
  })

  test('shows a year or a month as it is, and nothing for an unknown day', () => {
    const dated = (published: string) => shown([{ ...figure(), sources: [{ ...source, published }] }])
    expect(dated('2025-03')).toContain('<time datetime="2025-03">2025-03</time>')
    expect(dated('')).toContain('<bdi>harbour.example</bdi></a></span>')
  })
})

describe('the margin', () => {
  test('tells passages of earlier posts, and how much is the writer’s own where that is little', () => {
    const passage: PassageEntry = {
      ...{ kind: 'passage', key: '', start: 0, end: 9, number: null, words: 'The port', other: elsewhere },
      ...{ of: { start: 0, end: 9 }, wordCount: 84 },
    }
    const change = { ownShare: 0.125, passageCount: 2, mayCorrect: true }
    const markup = shown([passage], guest, change)
    expect(markup).toContain(
      '<li>84 words also in <a href="/posts/9/4"><bdi>#4</bdi> of <bdi>Ferries</bdi></a>.</li>',
    )
    expect(markup).toContain('<p>13 % of the words are the writer’s own.</p>')
    expect(markup).toContain('<p>2 later posts carry passages of it.</p>')
    expect(markup).not.toContain('findings/')
    expect(shown([passage], guest, { ownShare: 0.5 })).not.toContain('own')
    expect(recordJson(POST, record([passage, figure()]))).toMatchObject({
      record: [
        { kind: 'passage', wordCount: 84 },
        { kind: 'figure', path: '/posts/7/3/findings/f1234567890' },
      ],
    })
  })

  test('is not there where there is nothing to say', () => {
    expect(Margin(POST, NOTHING_ON_RECORD, member)).toBeNull()
  })

  test('folds what is more than eight, unless that is one', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => quotation({ number: index + 1, key: `q${index}` }))
    expect(shown(many(9))).not.toContain('<details>')
    const folded = shown(many(11))
    expect(folded).toContain('<details><summary>3 more</summary><ol role="list"><li id="p3-r9">')
    expect(folded.match(/<li id="p3-r\d+"/g)).toHaveLength(11)
  })

  test('lists no more than two hundred, however many there are', () => {
    const many = Array.from({ length: 5000 }, (_, index) => quotation({ number: index + 1 }))
    const markup = shown(many)
    expect(markup.match(/<li id=/g)).toHaveLength(200)
    expect(markup).toContain('<summary>4,992 more</summary>')
  })

  test('lets members ask about statements of which nothing stands there yet, and shows guests none of that', () => {
    const at = (start: number, end: number, each: StatementEntry) => ({ ...each, start, end })
    const unsourced = [
      at(0, 15, statement('t1', 'The ferry sank.')),
      at(16, 40, statement('t2', 'It cost €41 million.')),
      at(41, 50, statement('t3', 'It was old.')),
    ]
    const asks = { ...unsourced[0]!, asked: 1 }
    expect(shown([], guest, { unsourced })).toBe('null')
    const markup = shown([asks, figure()], member, { unsourced })
    expect(markup).toContain('<summary>One statement without a source</summary><ul role="list"><li>')
    expect(markup.match(/The ferry sank\./g)).toHaveLength(1)
    expect(markup).not.toContain('It cost')
    expect(markup).toContain('It was old.')
    const many = Array.from({ length: 500 }, (_, index) => at(100 + index, 101 + index, unsourced[0]!))
    expect(shown([], member, { unsourced: many }).match(/<li>/g)).toHaveLength(50)
  })

  test('shows those who may correct a reading the way to it, what was withdrawn, and what seems astray', () => {
    const withdrawn = [{ key: 'q9', words: 'Not said', reason: '' }]
    const change = { mayCorrect: true, withdrawn, stray: ['Iran has…'] }
    const markup = shown([quotation()], guest, change)
    expect(markup).toContain('quoted directly. · <a class="correct" href="/posts/7/3/findings/q1234567890">')
    expect(markup).toContain('<summary>One reading withdrawn</summary>')
    expect(markup).toContain('<a href="/posts/7/3/findings/q9"><q dir="auto">Not said</q></a>')
    expect(markup).toContain('<p>Does this belong in this thread? <q dir="auto">Iran has…</q></p>')
  })

  test.each(['en', 'de', 'ar'] as const)('escapes what people wrote, in %s', locale => {
    const options = { words: wordsFor(locale), csrf }
    const speaker = { ...quotation().speaker, name: CANARY, written: CANARY, readFrom: CANARY }
    const reading = { how: 'pronoun', from: null } as const
    const named = { ...other, threadId: 2, threadTitle: CANARY, authorName: CANARY }
    const cited = { ...source, publisher: CANARY, title: CANARY, url: `https://a.example/${CANARY}` }
    const entries = [
      quotation({ speaker: { ...speaker, reading }, spread: spread({ first: named }), words: CANARY }),
      { ...figure({ counts: `x ${CANARY}`, unit: CANARY }, CANARY), sources: [cited] },
      { ...statement('t1', CANARY), asked: 1 },
    ]
    const change = { withdrawn: [{ key: 'q9', words: CANARY, reason: CANARY }], stray: [CANARY] }
    const markup = shown(entries, options, { ...change, mayCorrect: true })
    expect(canariesIn(markup)).toEqual([])
    expect(markup).toContain('&lt;x-canary')
  })
})
