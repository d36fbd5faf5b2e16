import { expect, test } from 'vitest'
import { turns } from './turns.ts'

/** Work that ends when it is told to. */
function work() {
  const begun: number[] = []
  const ends: (() => void)[] = []
  const start = (number: number) => () => {
    begun.push(number)
    return new Promise<number>(resolve => {
      ends[number] = () => resolve(number)
    })
  }
  return { begun, start, end: (number: number) => ends[number]?.() }
}

test('a few run at once, the others in the order they came, and those beyond are refused', async () => {
  const { begun, start, end } = work()
  const take = turns(2, 2)
  const taken = [0, 1, 2, 3].map(number => take(start(number)))
  expect(begun).toEqual([0, 1])
  await expect(take(start(4))).rejects.toMatchObject({ code: 'unavailable' })
  end(1)
  expect(await taken[1]).toBe(1)
  await Promise.resolve()
  expect(begun).toEqual([0, 1, 2])
  const last = take(start(5))
  end(0)
  end(2)
  await Promise.all([taken[0], taken[2]])
  await Promise.resolve()
  expect(begun).toEqual([0, 1, 2, 3, 5])
  end(3)
  end(5)
  expect(await Promise.all([taken[3], last])).toEqual([3, 5])
})

test('work that fails gives its place on', async () => {
  const take = turns(1, 1)
  const failing = take(() => Promise.reject(new Error('no')))
  const next = take(async () => 'done')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('done')
  expect(await take(async () => 'again')).toBe('again')
})
