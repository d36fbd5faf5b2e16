import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLog } from '#base/log.ts'
import { MINUTE } from '#base/time.ts'
import { openTestStore, STORES, type TestStore } from '../../tests/support/databases.ts'
import { createOutbox } from './outbox.ts'
import { startWork } from './schedule.ts'
import { addJob, addToOutbox, countJobs, forgetEvents, openEvents } from './store.ts'

describe.each(STORES)('the outbox on %s', kind => {
  let store: TestStore
  let now = 1_000_000
  const logged: string[] = []
  const log = createLog({
    level: 'warn',
    readable: false,
    to: { write: (line: string) => void logged.push(line) },
  })
  const clock = () => now
  const rest = () => new Promise(resolve => setTimeout(resolve, 20))

  beforeEach(async () => {
    store = await openTestStore(kind)
    now = 1_000_000
    logged.length = 0
  })
  afterEach(() => store.close())

  const emit = (name: string) =>
    store.write.transaction().execute(async db => {
      const event = { type: name }
      return { id: await addToOutbox(db, event, now), event }
    })
  const open = async () => (await openEvents(store.read, now + 1, 100)).map(each => each.event)

  test('what was heard is marked by the next settling, what failed is swept up later', async () => {
    const heard: unknown[] = []
    let isWell = false
    const outbox = createOutbox({
      ...{ store, clock, log },
      hear: async event => {
        if ((event as { type: string }).type === 'bad' && !isWell) throw new Error('no ears')
        heard.push(event)
      },
    })
    await outbox.deliver([await emit('good'), await emit('bad')])
    expect(heard).toEqual([{ type: 'good' }])
    expect(logged.join()).toContain('no ears')
    await outbox.settle()
    expect(await open()).toEqual([{ type: 'bad' }])
    isWell = true
    expect(await outbox.sweep()).toBe(0)
    now += 2 * MINUTE
    expect(await outbox.sweep()).toBe(1)
    expect(heard).toEqual([{ type: 'good' }, { type: 'bad' }])
    expect(await open()).toEqual([])
    expect(await store.write.transaction().execute(db => forgetEvents(db, now + 1))).toBe(2)
  })

  test('an event that a crash cut off is delivered by another process, once', async () => {
    await emit('cut off')
    now += 2 * MINUTE
    const heard: unknown[] = []
    const hear = async (event: unknown) => void heard.push(event)
    await createOutbox({ store, clock, log, hear }).sweep()
    await createOutbox({ store, clock, log, hear }).sweep()
    expect(heard).toEqual([{ type: 'cut off' }])
  })

  test('the work runs tasks and jobs, survives failures, and ends what it began', async () => {
    const ran: string[] = []
    await store.write.transaction().execute(db => addJob(db, 'greet', { name: 'Bo' }, now))
    const work = startWork({
      ...{ store, clock, log },
      always: async () => void ran.push('always'),
      handlers: { greet: async payload => void ran.push(`job ${(payload as { name: string }).name}`) },
      tasks: [
        { name: 'fails', every: MINUTE, run: () => Promise.reject(new Error('a bad day')) },
        { name: 'works', every: MINUTE, run: async () => void ran.push('task') },
      ],
    })
    while (!ran.includes('task') || !ran.includes('job Bo')) await rest()
    await work.stop()
    expect(ran.slice(0, 3).sort()).toEqual(['always', 'job Bo', 'task'])
    expect(ran.at(-1)).toBe('always')
    expect(logged.join()).toContain('a bad day')
    expect(await countJobs(store.read)).toEqual({ waiting: 0, dead: 0 })
  })
  test('a job that waits for another machine holds up no task', async () => {
    let release = () => {}
    let isDone = false
    const answer = new Promise<void>(resolve => {
      release = resolve
    })
    await store.write.transaction().execute(db => addJob(db, 'mail', {}, now))
    const turns: string[] = []
    const work = startWork({
      ...{ store, clock, log },
      always: async () => void turns.push('always'),
      handlers: {
        mail: async () => {
          await answer
          isDone = true
        },
      },
      tasks: [{ name: 'works', every: MINUTE, run: async () => void turns.push('task') }],
    })
    while (!turns.includes('task')) await rest()
    expect(isDone).toBe(false)
    release()
    await work.stop()
    expect(await countJobs(store.read)).toEqual({ waiting: 0, dead: 0 })
  })
})
