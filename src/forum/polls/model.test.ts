import { expect, test } from 'vitest'
import { DAY } from '#base/time.ts'
import { isOver, type Poll, type PollInput, readChoice, readPoll, showsResults } from './model.ts'

const NOW = Date.UTC(2026, 10, 25, 12)
const ASKED: PollInput = {
  question: ' Sign  it? ',
  options: 'Yes\n\n No \n',
  most: 1,
  until: '',
  isHidden: false,
  isChangeable: true,
}
const read = (change: Partial<PollInput> = {}, timeZone = 'UTC') =>
  readPoll({ ...ASKED, ...change }, { now: NOW, timeZone })

test('a question and its options, each on a line; nothing typed is no poll', () => {
  expect(read()).toEqual({
    ...{ question: 'Sign it?', options: ['Yes', 'No'], mostChoices: 1, closesAt: null },
    ...{ hiddenUntilVoted: false, changeable: true },
  })
  expect(read({ question: ' ', options: ' \n ' })).toBeNull()
})

test('a day is over when it is over where the writer is', () => {
  expect(read({ until: '2026-11-25' })?.closesAt).toBe(Date.UTC(2026, 10, 26))
  expect(read({ until: '2026-11-25' }, 'America/New_York')?.closesAt).toBe(Date.UTC(2026, 10, 26, 5))
  expect(read({ until: '2027-03-28' }, 'Europe/Berlin')?.closesAt).toBe(Date.UTC(2027, 2, 28, 22))
})

test('what makes no poll is refused at its field', () => {
  const options = (count: number) => Array.from({ length: count }, (_, index) => `Option ${index}`).join('\n')
  const wrong: [Partial<PollInput>, string, string][] = [
    [{ question: '' }, 'pollQuestion', 'form.required'],
    [{ question: 'q'.repeat(151) }, 'pollQuestion', 'form.too-long'],
    [{ options: 'Yes' }, 'pollOptions', 'poll.too-few'],
    [{ options: options(21) }, 'pollOptions', 'poll.too-many'],
    [{ options: `Yes\n${'n'.repeat(101)}` }, 'pollOptions', 'poll.option-too-long'],
    [{ options: 'Yes\nYES' }, 'pollOptions', 'poll.option-twice'],
    [{ most: 3 }, 'pollMost', 'form.too-high'],
    [{ until: 'tomorrow' }, 'pollUntil', 'poll.no-day'],
    [{ until: '2026-02-30' }, 'pollUntil', 'poll.no-day'],
    [{ until: '2026-11-24' }, 'pollUntil', 'poll.past'],
    [{ until: '2028-01-01' }, 'pollUntil', 'poll.too-late'],
  ]
  for (const [change, field, message] of wrong) {
    const refused = expect.objectContaining({ code: 'invalid', field, message })
    expect(() => read(change), message).toThrow(refused)
  }
})

const POLL: Poll = {
  ...{ postId: 1, question: 'Sign it?', mostChoices: 2, closesAt: NOW + DAY, voters: 3, closed: false },
  ...{ hiddenUntilVoted: true, changeable: true },
  options: [4, 5, 6].map(id => ({ id, text: String(id), votes: id })),
}

test('a choice is of the poll, each option once, in its order, and not too many', () => {
  expect(readChoice(POLL, [6, 4, 6])).toEqual([4, 6])
  expect(readChoice(POLL, [])).toEqual([])
  expect(() => readChoice(POLL, [7])).toThrow(expect.objectContaining({ message: 'form.not-offered' }))
  expect(() => readChoice(POLL, [4, 5, 6])).toThrow(
    expect.objectContaining({ message: 'poll.too-many-chosen' }),
  )
})

test('a hidden result is for those who voted, and for all when the time is over', () => {
  expect(showsResults({ ...POLL, mine: [] }, NOW)).toBe(false)
  expect(showsResults({ ...POLL, mine: [4] }, NOW)).toBe(true)
  expect(showsResults({ ...POLL, mine: [] }, NOW + DAY)).toBe(true)
  expect(showsResults({ ...POLL, hiddenUntilVoted: false, mine: [] }, NOW)).toBe(true)
  expect([isOver(POLL, NOW), isOver(POLL, NOW + DAY), isOver({ ...POLL, closed: true }, NOW)]).toEqual([
    ...[false, true, true],
  ])
})
