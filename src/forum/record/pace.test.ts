import { performance } from 'node:perf_hooks'
import { describe, expect, test, vi } from 'vitest'
import { pace, processLoad, shareOf } from './pace.ts'

/** A load that is as busy as it is told. */
const loadOf = (busy: () => number) => ({ begin: () => undefined, rested: busy })

describe('the pace of the reading', () => {
  test('takes most of the time while nobody else wants any, and little while everybody does', () => {
    expect(shareOf(0)).toBeCloseTo(0.8)
    expect(shareOf(1)).toBeCloseTo(0.05)
    expect(shareOf(7)).toBeCloseTo(0.05)
    expect(shareOf(0.5)).toBeLessThan(0.15)
    expect(shareOf(0.5)).toBeGreaterThan(shareOf(0.6))
  })

  test('rests longer the busier others are, and never for no time nor for ever', () => {
    const idle = pace(loadOf(() => 0))
    const busy = pace(loadOf(() => 1))
    for (const each of [idle, busy]) each.size()
    expect(idle.rest(40)).toBeCloseTo(10)
    expect(busy.rest(40)).toBeCloseTo(760, 0)
    expect(idle.rest(0)).toBe(2)
    expect(busy.rest(60_000)).toBe(2000)
  })

  test('notices at once who comes, and only after a while that they have gone', () => {
    let load = 1
    const { size, rest } = pace(loadOf(() => load))
    size()
    const busy = rest(20)
    load = 0
    size()
    const after = rest(20)
    for (let count = 0; count < 20; count++) size()
    expect(busy).toBeGreaterThan(after)
    expect(after).toBeGreaterThan(2 * rest(20))
  })

  test('has batches grow while they are kept fast and shrink while others wait for them', () => {
    const { size, rest } = pace(loadOf(() => 0))
    expect(size()).toBe(10)
    for (let count = 0; count < 40; count++) rest(1)
    expect(size()).toBe(50)
    rest(30)
    expect(size()).toBe(50)
    rest(51)
    expect(size()).toBe(25)
    for (let count = 0; count < 9; count++) rest(1000)
    expect(size()).toBe(10)
  })

  test('asks Node how busy the event loop was since the rest began', () => {
    const told = vi.spyOn(performance, 'eventLoopUtilization')
    const first = { idle: 1, active: 1, utilization: 0.5 }
    told.mockReturnValue(first)
    const load = processLoad()
    load.begin()
    told.mockReturnValue({ idle: 3, active: 9, utilization: 0.75 })
    expect(load.rested()).toBe(0.75)
    expect(told).toHaveBeenLastCalledWith(first)
    told.mockRestore()
  })
})
