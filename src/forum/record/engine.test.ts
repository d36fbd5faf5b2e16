import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLog } from '#base/log.ts'
import { type Engine, inThisThread, inWorker } from './engine.ts'
import { readScripts } from './read-post.ts'
import { type Script, unread } from './script.ts'

const silent = createLog({ level: 'silent', readable: false })
const scriptOf = (words: string): Script => ({
  ...{ html: `<p dir="auto">${words}</p>\n`, date: '2026-11-25', number: 1, corrections: [] },
})

/** A thread that answers as the real one does, with what it was given, and that some texts bring down. */
const THREAD = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', scripts => {
    if (scripts.some(({ html }) => html.includes('crash'))) throw new Error('A text too much')
    if (scripts.some(({ html }) => html.includes('quit'))) process.exit(3)
    if (scripts.some(({ html }) => html.includes('hang'))) for (;;) {}
    if (scripts.some(({ html }) => html.includes('grow'))) for (const all = []; ; ) all.push({ all: [...all] })
    parentPort.postMessage(scripts.map(({ html }) => html.includes('fail') ? { failure: 'no' } : { text: html }))
  })
`

describe('the engine in a thread of its own', () => {
  let folder: string
  let engine: Engine
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rostra-engine-'))
    writeFileSync(join(folder, 'thread.cjs'), THREAD)
    engine = inWorker(pathToFileURL(join(folder, 'thread.cjs')), silent, { longest: 1000, idle: 50 })
  })
  afterEach(async () => {
    await engine.end()
    rmSync(folder, { recursive: true })
  })
  const texts = async (...words: string[]) =>
    (await engine.read(words.map(scriptOf))).map(each => each?.text.replace(/<[^>]*>|\n/g, '') ?? null)

  test('answers for each script, in their order', async () => {
    expect(await texts('one', 'two')).toEqual(['one', 'two'])
    expect(await texts('three')).toEqual(['three'])
    expect(await texts()).toEqual([])
  })

  test.each(['crash', 'quit', 'hang', 'grow'])(
    'leaves out the text that brings the thread down, and reads the others: %s',
    async fault => {
      expect(await texts('one', fault, 'two')).toEqual(['one', null, 'two'])
      expect(await texts('three')).toEqual(['three'])
    },
  )

  test('leaves out a text that cannot be read', async () => {
    expect(await texts('one', 'fail')).toEqual(['one', null])
  })

  test('is there again after it was idle', async () => {
    expect(await texts('one')).toEqual(['one'])
    await new Promise(resolve => setTimeout(resolve, 120))
    expect(await texts('two')).toEqual(['two'])
  })
})

test('the engine in the same thread reads what the other one would', async () => {
  const script = scriptOf('Ilse Brandt said: “It is a calendar with the holidays torn out.”')
  const [read] = await inThisThread(silent).read([script])
  expect(read?.findings.quotations).toHaveLength(1)
  expect(read?.html).toContain('<span class="q">')
  expect(readScripts([script])).toEqual([read])
})

test('what cannot be read is told, and nothing is found in it', async () => {
  const broken = { ...scriptOf('x'), html: undefined as unknown as string }
  expect(readScripts([broken, scriptOf('y')])).toMatchObject([{ failure: expect.any(String) }, { text: 'y' }])
  expect(await inThisThread(silent).read([broken])).toEqual([null])
  expect(unread('<p>x</p>')).toMatchObject({ text: 'x', html: null, findings: { quotations: [] } })
})
