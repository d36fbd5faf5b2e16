import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MIGRATIONS } from '../../migrations/list.ts'
import { openTestStore, STORES } from '../../tests/support/databases.ts'
import { migrate, readSchema } from './migrate.ts'
import { refuseOldSqlite } from './sqlite.ts'
import type { Store } from './store.ts'

for (const kind of STORES)
  describe(`the store on ${kind}`, () => {
    let store: Store
    beforeAll(async () => {
      store = await openTestStore(kind, { migrated: false })
    })
    afterAll(() => store.close())

    it('migrates once, whole, and knows it', async () => {
      expect(await readSchema(store)).toMatchObject({ applied: 0 })
      expect(await migrate(store)).toEqual(MIGRATIONS.map(each => each.name))
      expect(await migrate(store)).toEqual([])
      const schema = await readSchema(store)
      expect(schema.applied).toBe(schema.known)
    })

    it.skipIf(kind === 'sqlite')('lets PostgreSQL compile no queries', async () => {
      const { rows } = await sql<{ jit: string }>`show jit`.execute(store.read as never)
      expect(rows).toEqual([{ jit: 'off' }])
    })

    it('refuses a database of a newer Rostra', async () => {
      const ledger = store.write as unknown as import('kysely').Kysely<{ migrations: { name: string } }>
      await ledger.insertInto('migrations').values({ name: '9999-future' }).execute()
      await expect(migrate(store)).rejects.toThrow('9999-future')
      await ledger.deleteFrom('migrations').where('name', '=', '9999-future').execute()
    })

    it('gives back numbers, bytes and camel-cased names, and undoes what fails', async () => {
      const bytes = Uint8Array.from([0, 1, 255])
      await store.write.insertInto('files').values({ hash: 'a', type: 'image/webp', bytes }).execute()
      const file = await store.read.selectFrom('files').selectAll().executeTakeFirstOrThrow()
      expect([...file.bytes]).toEqual([0, 1, 255])
      const failing = store.write.transaction().execute(async db => {
        await db.insertInto('outbox').values({ event: '{}', at: 1_764_000_000_000, doneAt: null }).execute()
        throw new Error('stop')
      })
      await expect(failing).rejects.toThrow('stop')
      expect(await store.read.selectFrom('outbox').selectAll().execute()).toEqual([])
      const row = { postId: 7_340_059, memberId: 1, kind: 'like', score: 1, at: 1_764_000_000_000 }
      await expect(store.write.insertInto('reactions').values(row).execute()).rejects.toThrow(/foreign key/i)
    })
  })

describe('SQLite', () => {
  it('opens a second connection that cannot write', async () => {
    const store = await openTestStore('sqlite')
    const sneaking = store.read as Store['write']
    await expect(sneaking.deleteFrom('jobs').execute()).rejects.toThrow(/readonly/)
    await store.close()
  })

  it('is refused when it is older than the one whose WAL can be trusted', () => {
    for (const version of ['3.51.2', '3.50.9', '2.9.9'])
      expect(() => refuseOldSqlite(version)).toThrow(version)
    for (const version of ['3.51.3', '3.53.0', '4.0.0']) expect(() => refuseOldSqlite(version)).not.toThrow()
  })
})
