import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '#base/time.ts'
import { parseThreads, type WrittenThread } from './notation.ts'

const START = Date.UTC(2025, 2, 18, 14, 7)
const AT = '2025-03-18 14:07'

const postsOf = (text: string) => parseThreads(`= harbour #strike Port strike\n${text}`)[0]?.posts ?? []
const onlyPost = (text: string) => {
  const [post, ...others] = postsOf(text)
  expect(others).toEqual([])
  if (!post) throw new Error('no post')
  return post
}

const TEXT = `
= harbour #strike Port strike: third week

@ maren ${AT} #offer
They *turned it down* on Monday.

- a list
- of two
~ +12m I had the day wrong
- on Monday
+ on Monday night
~ +1h An afterthought
+ So I hear.
^ like tomas zofia; funny pelikan

@ guest:"harbour reader" +1d2h3m bbcode
[quote #offer shortened]
They […] down
[/quote]

= galley #cups Cups
@ tomas 2025-04-01 00:00
Mine.
`

describe('the notation of the example threads', () => {
  test('reads threads and posts', () => {
    const plain = { edits: [], reactions: [] }
    const [strike, cups, ...others] = parseThreads(TEXT)
    expect(others).toEqual([])
    expect(strike).toMatchObject({ key: 'strike', board: 'harbour', title: 'Port strike: third week' })
    expect(strike?.posts).toHaveLength(2)
    expect(strike?.posts[0]).toMatchObject({
      ...{ key: 'offer', number: 1, author: 'maren', guestName: null, at: START, format: 'markdown' },
      source: 'They *turned it down* on Monday.\n\n- a list\n- of two',
    })
    expect(strike?.posts[1]).toEqual({
      ...{
        ...plain,
        key: 'strike-2',
        number: 2,
        author: null,
        guestName: 'harbour reader',
        format: 'bbcode',
      },
      at: START + DAY + 2 * HOUR + 3 * MINUTE,
      source: '[quote #offer shortened]\nThey […] down\n[/quote]',
    })
    const mine = { ...plain, key: 'cups-1', number: 1, author: 'tomas', guestName: null, source: 'Mine.' }
    expect(cups).toEqual({
      ...{ key: 'cups', board: 'galley', title: 'Cups' },
      posts: [{ ...mine, at: Date.UTC(2025, 3, 1), format: 'markdown' }],
    } satisfies WrittenThread)
  })

  test('reads edits, each on top of the one before, and reactions', () => {
    const post = parseThreads(TEXT)[0]?.posts[0]
    const source = 'They *turned it down* on Monday night.\n\n- a list\n- of two'
    expect(post?.edits).toEqual([
      { at: START + 12 * MINUTE, source, reason: 'I had the day wrong' },
      { at: START + HOUR, source: `${source}\n\nSo I hear.`, reason: 'An afterthought' },
    ])
    expect(post?.reactions).toEqual([
      { member: 'tomas', kind: 'like' },
      { member: 'zofia', kind: 'like' },
      { member: 'pelikan', kind: 'funny' },
    ])
  })

  test('reads nothing out of nothing', () => {
    expect(parseThreads('')).toEqual([])
    expect(parseThreads('\n \n')).toEqual([])
  })

  test('an edit may take away', () => {
    const post = onlyPost(`@ maren ${AT}\nOne, two, three.\n~ +1m Two was wrong\n-  two,`)
    expect(post.edits[0]?.source).toBe('One, three.')
  })

  test('what replaces words is taken as it stands', () => {
    const post = onlyPost(`@ maren ${AT}\nIt costs much.\n~ +1m The price\n- much\n+ $& and $1`)
    expect(post.edits[0]?.source).toBe('It costs $& and $1.')
  })

  test.each([
    [
      'a line before the first thread',
      'Hello.\n',
      'line 1: a post or a thread is missing before this line: Hello.',
    ],
    [
      'a post before the first thread',
      `@ maren ${AT}\nHello.`,
      `line 1: a post before the first thread: @ maren ${AT}`,
    ],
    ['a thread without a key', '= harbour Port strike', 'line 1: not a thread: = harbour Port strike'],
    ['a thread without a title', '= harbour #strike', 'line 1: not a thread: = harbour #strike'],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseThreads(text)).toThrow(new Error(message))
  })

  test.each([
    ['a post without a time', '@ maren\nHello.', 2, 'not a post', '@ maren'],
    ['a guest without a name', `@ guest:"" ${AT}\nHello.`, 2, 'not a post', `@ guest:"" ${AT}`],
    ['an unknown format', `@ maren ${AT} html\nHello.`, 2, 'not a post', `@ maren ${AT} html`],
    ['a first post at a distance', '@ maren +2h\nHello.', 2, 'not a time', '@ maren +2h'],
    ['a day that is not', '@ maren 2025-02-30 10:00\nHello.', 2, 'not a time', '@ maren 2025-02-30 10:00'],
    ['an hour that is not', '@ maren 2025-03-18 24:10\nHello.', 2, 'not a time', '@ maren 2025-03-18 24:10'],
    [
      'a post without a text',
      `@ maren ${AT}\n\n@ tomas +2m\nHello.`,
      2,
      'a post without a text',
      `@ maren ${AT}`,
    ],
    [
      'a distance without units',
      `@ maren ${AT}\nHello.\n@ tomas +12\nHello.`,
      4,
      'not a time',
      '@ tomas +12',
    ],
    [
      'units in the wrong order',
      `@ maren ${AT}\nHello.\n@ tomas +2m1h\nHello.`,
      4,
      'not a time',
      '@ tomas +2m1h',
    ],
    ['an edit without a reason', `@ maren ${AT}\nHello.\n~ +2m`, 4, 'not an edit', '~ +2m'],
    [
      'an edit without a change',
      `@ maren ${AT}\nHello.\n~ +2m Why`,
      4,
      'an edit that changes nothing',
      '~ +2m Why',
    ],
    [
      'an edit of nothing',
      `@ maren ${AT}\nHello.\n~ +2m Why\n- Bye`,
      5,
      'does not stand exactly once in the post',
      '- Bye',
    ],
    [
      'an edit of words that stand twice',
      `@ maren ${AT}\nHa ha.\n~ +2m Why\n- a`,
      5,
      'does not stand exactly once in the post',
      '- a',
    ],
    ['an unknown reaction', `@ maren ${AT}\nHello.\n^ love tomas`, 4, 'not a reaction', '^ love tomas'],
    ['a reaction of nobody', `@ maren ${AT}\nHello.\n^ like`, 4, 'not a reaction', '^ like'],
    [
      'text behind the reactions',
      `@ maren ${AT}\nHello.\n^ like tomas\nBye.`,
      5,
      'a post or a thread is missing before this line',
      'Bye.',
    ],
  ])('refuses %s and names the line', (_, text, line, problem, blamed) => {
    expect(() => postsOf(text)).toThrow(new Error(`line ${line}: ${problem}: ${blamed}`))
  })
})

const text = fc
  .array(fc.stringMatching(/^[\p{L}\p{N}.,!? *_>#[\]()-]{0,30}$/u), { minLength: 1, maxLength: 6 })
  .map(lines =>
    lines
      .map(line => line.trimEnd())
      .join('\n')
      .trim(),
  )
  .filter(written => written !== '' && !/^[=@~^] /m.test(written))
const moment = fc.integer({ min: 1, max: (9 * DAY) / MINUTE })
const distance = (minutes: number): string =>
  `+${Math.floor(minutes / 1440)}d${Math.floor((minutes % 1440) / 60)}h${minutes % 60}m`

describe('the notation, whatever stands in it', () => {
  test('gives back every text, author and time', () => {
    const post = fc.record({ author: fc.constantFrom('maren', 'guest:"a b"'), text, minutes: moment })
    fc.assert(
      fc.property(fc.array(post, { minLength: 1, maxLength: 5 }), written => {
        const lines = written.map(
          ({ author, minutes, text: words }, index) =>
            `@ ${author} ${index === 0 ? AT : distance(minutes)}\n${words}\n`,
        )
        const read = postsOf(lines.join(''))
        expect(read.map(each => each.source)).toEqual(written.map(each => each.text))
        expect(read.map(each => each.guestName ?? each.author)).toEqual(
          written.map(({ author }) => (author === 'maren' ? author : 'a b')),
        )
        let at = START
        for (const [index, { minutes }] of written.entries()) {
          if (index > 0) at += minutes * MINUTE
          expect(read[index]?.at).toBe(at)
        }
      }),
    )
  })

  test('reads or refuses with a line and its text, and does nothing else', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '= a #b c',
        `@ maren ${AT}`,
        '@ maren +2m',
        '~ +1m why',
        '- a',
        '+ b',
        '^ like x',
        '^ x',
        '',
      ),
      fc.string({ maxLength: 12 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 15 }), lines => {
        try {
          for (const { posts } of parseThreads(lines.join('\n')))
            for (const { source, at } of posts) expect(source !== '' && Number.isFinite(at)).toBe(true)
        } catch (error) {
          const [, number, blamed] = /^line (\d+): [a-z ]+: (.*)$/s.exec((error as Error).message) ?? []
          const written = lines.join('\n').split('\n')
          expect(blamed).toBe(written[Number(number) - 1]?.trimEnd())
        }
      }),
      { numRuns: 500 },
    )
  })
})
