import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp } from '#store/backup.ts'
import { openStore } from '#store/store.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { testForum } from '../../../tests/support/forum.ts'
import { runProgram } from '../../../tests/support/program.ts'
import type { Finding } from './finding.ts'
import { checkFolder, checkNode, checkSpace, checkSqlite } from './machine.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostra-doctor-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the doctor of the built program says, and the code it ends with. */
async function examine(
  environment: Record<string, string>,
  ...words: string[]
): Promise<{ code: number | null; findings: Map<string, Finding> }> {
  const { code, stdout } = await runProgram(['doctor', '--json', ...words], { environment })
  const { good, findings } = JSON.parse(stdout) as { good: boolean; findings: Finding[] }
  expect(good).toBe(code === 0)
  expect(good).toBe(findings.every(finding => finding.good))
  for (const finding of findings) expect(finding.good).toBe(finding.advice === undefined)
  return { code, findings: new Map(findings.map(finding => [finding.check, finding])) }
}

describe('the machine', () => {
  it('runs a pair of Node and driver that works', () => {
    expect(checkNode('20.20.2', '12.11.1').good).toBe(true)
    expect(checkNode('20.20.2', '12.11.1').says).toContain('24 is better')
    expect(checkNode('24.1.0', '13.2.0')).toMatchObject({
      good: true,
      says: 'Node 24.1.0 with better-sqlite3 13.2.0.',
    })
    for (const [node, driver] of [
      ['20.20.2', '13.2.0'],
      ['22.13.0', '13.2.0'],
      ['24.21.0', '12.11.1'],
    ] as const)
      expect(checkNode(node, driver).good).toBe(false)
  })

  it('has a SQLite that loses nothing, and room', () => {
    expect(checkSqlite('3.53.2').good).toBe(true)
    expect(checkSqlite('3.51.2')).toMatchObject({ good: false, advice: expect.stringContaining('npm ci') })
    expect(checkSpace(folder, 0).good).toBe(true)
    expect(checkSpace(folder, Number.MAX_SAFE_INTEGER).good).toBe(false)
  })

  it('has a folder that is there and private', () => {
    const data = join(folder, 'mode')
    expect(checkFolder(data)).toMatchObject({ good: false, says: `${data} is not there.` })
    mkdirSync(data, { mode: 0o700 })
    expect(checkFolder(data).good).toBe(true)
    chmodSync(data, 0o750)
    expect(checkFolder(data)).toMatchObject({ good: false, advice: `Run \`chmod 700 ${data}\`.` })
  })
})

describe('the doctor', () => {
  it('names what is wrong with the environment and looks no further', async () => {
    const { code, findings } = await examine({ ROSTRA_DATA: folder, PORT: 'many' })
    expect([code, [...findings.keys()]]).toEqual([1, ['environment']])
  })

  it('says where no forum is, and makes none', async () => {
    const data = join(folder, 'nothing')
    const { code, findings } = await examine({ ROSTRA_DATA: data })
    expect(code).toBe(1)
    expect(findings.get('database')?.says).toContain(`no forum at ${data}`)
    expect((await examine({ ROSTRA_DATA: data })).findings.get('data folder')?.good).toBe(false)
  })

  it('says when the database does not answer, without its password', async () => {
    const environment = { ROSTRA_DATA: folder, DATABASE_URL: 'postgres://someone:secret@127.0.0.1:1/none' }
    const { stdout, code } = await runProgram(['doctor'], { environment })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^BAD {3}database: It does not answer: .*DATABASE_URL is right\.$/m)
    expect(stdout).not.toContain('secret')
    const data = join(folder, 'rubbish')
    mkdirSync(data, { mode: 0o700 })
    writeFileSync(join(data, 'rostra.sqlite'), 'no database '.repeat(1000))
    expect((await examine({ ROSTRA_DATA: data })).findings.get('database')?.good).toBe(false)
  })
})

describe.each(STORES)('the doctor on %s', kind => {
  it('finds a forum well, finds what is wrong with it, and repairs the counts', async context => {
    const forum = await testForum(kind)
    const { address } = forum.store
    if (address.kind === 'postgres' && !('url' in address)) return context.skip()
    const environment: Record<string, string> = { ROSTRA_DATA: join(folder, `${kind}-forum`) }
    mkdirSync(environment['ROSTRA_DATA'] as string, { mode: 0o700 })
    if ('url' in address) environment['DATABASE_URL'] = address.url
    const file = join(environment['ROSTRA_DATA'] as string, 'rostra.sqlite')
    if ('file' in address) await backUp({ kind: 'sqlite', file: address.file }, file)
    const store = openStore('file' in address ? { kind: 'sqlite', file } : address)

    const well = await examine(environment)
    expect([...well.findings.values()].filter(finding => !finding.good)).toEqual([])
    await store.write.updateTable('members').set({ messageCount: 4 }).execute()
    const job = { name: 'mail', payload: '{}', runAt: 1, lastError: 'no', deadAt: 2 }
    await store.write.insertInto('jobs').values(job).execute()
    await store.write.insertInto('outbox').values({ event: '{}', at: 1, doneAt: null }).execute()
    const ill = await examine(environment)
    expect([...ill.findings.values()].filter(finding => !finding.good).map(finding => finding.check)).toEqual(
      ['counts', 'jobs', 'events'],
    )
    expect((await examine(environment, '--repair')).findings.get('counts')).toMatchObject({
      good: true,
      says: expect.stringContaining('5 members counted wrong'),
    })
    expect((await examine(environment)).findings.get('counts')?.says).toContain('count right')
    await store.close()
    await forum.close()
  })
})
