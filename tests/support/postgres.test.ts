import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  createDatabase,
  databaseName,
  databaseUrl,
  dropDatabase,
  dropLeftovers,
  withClient,
} from './postgres.ts'

const server = process.env['ROSTRA_TEST_POSTGRES'] || undefined
const databases = async (url: string) => {
  const { rows } = await withClient(url, client => client.query('SELECT datname AS name FROM pg_database'))
  return rows.map(row => row.name)
}

test.runIf(server)('databases are copied from a template, and dropped with their run', async () => {
  const url = server as string
  const run = Date.now().toString(36) + randomBytes(2).readUInt16BE().toString(36)
  const template = databaseName(run, 'template')
  const copy = databaseName(run, 'copy')
  const killed = databaseName('1', `killed${run}`)
  await createDatabase(url, template)
  await withClient(databaseUrl(url, template), client => client.query('CREATE TABLE copied (id int)'))
  await createDatabase(url, copy, template)
  await createDatabase(url, killed)
  const read = await withClient(databaseUrl(url, copy), client => client.query('SELECT * FROM copied'))
  expect(read.rows).toEqual([])
  await dropDatabase(url, copy)
  expect(await databases(url)).toEqual(expect.not.arrayContaining([copy]))
  await dropLeftovers(url, run)
  expect(await databases(url)).toEqual(expect.not.arrayContaining([template, killed]))
})
