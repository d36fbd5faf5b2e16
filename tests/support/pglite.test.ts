import { expect, test } from 'vitest'
import { openPglitePool } from './pglite.ts'

test('a transaction on one connection is not joined by another', async () => {
  const pool = await openPglitePool()
  await pool.query(
    'CREATE TABLE notes (id bigint PRIMARY KEY, body bytea); CREATE INDEX notes_body ON notes (body)',
  )
  const first = await pool.connect()
  await first.query('BEGIN')
  const second = pool.connect().then(async connection => {
    const { rows } = await connection.query('SELECT count(*) AS n FROM notes')
    connection.release()
    return rows
  })
  const inserted = await first.query('INSERT INTO notes VALUES ($1, $2)', [2 ** 40, Buffer.from([0, 255])])
  expect(inserted).toMatchObject({ rowCount: 1, command: 'INSERT' })
  await first.query('ROLLBACK')
  first.release()
  expect(await second).toEqual([{ n: 0 }])
  await pool.query({ text: 'INSERT INTO notes VALUES ($1, $2)', values: [2 ** 40, Buffer.from([0, 255])] })
  const read = await pool.query('SELECT * FROM notes')
  expect(read.rows).toEqual([{ id: 2 ** 40, body: Buffer.from([0, 255]) }])
  await pool.end()
})
