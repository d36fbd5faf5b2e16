import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '#base/log.ts'
import { HOUR, MINUTE } from '#base/time.ts'
import type { Store } from '#store/store.ts'
import { openTestStore, STORES } from '../../tests/support/databases.ts'
import { backOff, runDueJobs } from './queue.ts'
import { addJob, claimJob, countJobs, takeTurn } from './store.ts'

const log = createLog({ level: 'silent', readable: false })

it('waits longer after each failure, and gives up', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map(backOff) as number[]
  expect(waits[0]).toBe(10_000)
  for (let index = 1; index < waits.length; index++)
    expect(waits[index]).toBeGreaterThan(waits[index - 1] as number)
  expect(Math.max(...waits)).toBeLessThanOrEqual(6 * HOUR)
  expect(backOff(8)).toBeNull()
})

for (const kind of STORES)
  describe(`jobs on ${kind}`, () => {
    let store: Store
    let now = 1_000_000
    const add = (name: string, payload: object, runAt = now) =>
      store.write.transaction().execute(db => addJob(db, name, payload, runAt))
    const run = (handlers: Parameters<typeof runDueJobs>[0]['handlers']) =>
      runDueJobs({ store, handlers, now: () => now, log })
    beforeAll(async () => {
      store = await openTestStore(kind)
    })
    afterAll(() => store.close())

    it('runs what is due, oldest first, once', async () => {
      const seen: unknown[] = []
      await add('note', { n: 2 }, now)
      await add('note', { n: 1 }, now - 5)
      await add('note', { n: 3 }, now + MINUTE)
      const note = async (payload: unknown) => {
        seen.push(payload)
      }
      expect(await run({ note })).toBe(2)
      expect(seen).toEqual([{ n: 1 }, { n: 2 }])
      now += MINUTE
      expect(await run({ note })).toBe(1)
      expect(await countJobs(store.read)).toEqual({ waiting: 0, dead: 0 })
    })

    it('tries a failing job again until it is dead, and keeps its error', async () => {
      await add('broken', {})
      let tries = 0
      const broken = async () => {
        tries++
        throw new Error(`try ${tries}`)
      }
      for (let round = 0; round < 12; round++) {
        await run({ broken })
        now += 7 * HOUR
      }
      expect(tries).toBe(8)
      expect(await countJobs(store.read)).toEqual({ waiting: 0, dead: 1 })
      const dead = await store.read.selectFrom('jobs').select('lastError').executeTakeFirstOrThrow()
      expect(dead.lastError).toBe('try 8')
    })

    it('gives a job to one claimer, and again when the claim has run out', async () => {
      await add('slow', {})
      const claim = (at: number) =>
        store.write.transaction().execute(db => claimJob(db, store.kind, at, at + MINUTE))
      const claims = await Promise.all([claim(now), claim(now), claim(now)])
      expect(claims.filter(Boolean)).toHaveLength(1)
      expect((await claim(now + MINUTE))?.attempts).toBe(2)
    })

    it('gives each turn of a periodic task to one process', async () => {
      const turn = (at: number) =>
        store.write.transaction().execute(db => takeTurn(db, 'sweep', at, at - HOUR))
      expect((await Promise.all([turn(now), turn(now), turn(now)])).filter(Boolean)).toHaveLength(1)
      expect(await turn(now + MINUTE)).toBe(false)
      expect(await turn(now + HOUR)).toBe(true)
    })
  })
