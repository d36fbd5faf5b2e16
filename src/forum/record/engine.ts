import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Log } from '#base/log.ts'
import { MINUTE, SECOND } from '#base/time.ts'
import type { Answer, ReadScript, Script } from './script.ts'

/** Whoever reads posts. One call at a time. */
export interface Engine {
  /** Scripts → what was read of each; null for one that cannot be read, which is logged. */
  read(scripts: readonly Script[]): Promise<readonly (ReadScript | null)[]>
  end(): Promise<void>
}

function sorted(log: Log, answer: Answer): (ReadScript | null)[] {
  return answer.map(each => {
    if (!('failure' in each)) return each
    log.error({ failure: each.failure }, 'A post could not be read and is left out of the record')
    return null
  })
}

/** Reads in the thread that asks. What reads is loaded when it is first needed. */
export function inThisThread(log: Log): Engine {
  return {
    read: async scripts => sorted(log, (await import('./read-post.ts')).readScripts(scripts)),
    end: async () => undefined,
  }
}

/** After so much time without work the thread is ended. */
const IDLE = MINUTE
/** A thread that takes longer for one batch is taken for lost. */
const LONGEST = 30 * SECOND
/** Memory of the thread; a text that needs more ends the thread and not the server. */
const MEGABYTES = 256

/**
 * Reads in a thread of its own, so that nobody waits for it. It is started when it is first needed, ended when it has been
 * idle for a minute, and started anew after a crash; a script that it crashes on by itself is left out.
 */
export function inWorker(file: URL, log: Log, patience: { idle?: number; longest?: number } = {}): Engine {
  const { idle = IDLE, longest = LONGEST } = patience
  let worker: Worker | null = null
  let idling: NodeJS.Timeout | undefined
  const end = async (): Promise<void> => {
    clearTimeout(idling)
    const ended = worker
    worker = null
    await ended?.terminate()
  }
  const ask = async (scripts: readonly Script[]): Promise<Answer> => {
    clearTimeout(idling)
    worker ??= startThread(file)
    try {
      return await answerOf(worker, scripts, longest)
    } catch (error) {
      // One that is out of memory may take long to end; nobody waits for it.
      void end()
      throw error
    } finally {
      worker?.unref()
      idling = setTimeout(() => void end(), idle).unref()
    }
  }
  const read = async (scripts: readonly Script[]): Promise<(ReadScript | null)[]> => {
    try {
      return sorted(log, await ask(scripts))
    } catch (error) {
      if (scripts.length > 1) return oneByOne(scripts)
      log.error({ err: error }, 'The thread that reads posts ended; the post is left out of the record')
      return [null]
    }
  }
  const oneByOne = async (scripts: readonly Script[]): Promise<(ReadScript | null)[]> => {
    const all: (ReadScript | null)[] = []
    for (const script of scripts) all.push(...(await read([script])))
    return all
  }
  return { read, end }
}

function startThread(file: URL): Worker {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } })
  // It may fail once more while it is being ended, when nobody waits for its answer.
  return worker.on('error', () => undefined)
}

/** Sends scripts to a worker; → its answer. Throws when it ends or takes too long. */
function answerOf(worker: Worker, scripts: readonly Script[], longest: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => settle(() => reject(new Error('A batch of posts took too long.'))), longest)
    const settle = (how: () => void): void => {
      clearTimeout(late)
      for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener)
      how()
    }
    const listeners = {
      message: (answer: Answer) => settle(() => resolve(answer)),
      error: (error: Error) => settle(() => reject(error)),
      exit: (code: number) => settle(() => reject(new Error(`The thread ended with ${code}.`))),
    }
    for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener)
    worker.ref()
    worker.postMessage(scripts)
  })
}

/** Where the build puts the thread's file, seen from its other files. */
const BUILT = '../forum/record/worker.js'

/** The engine of a server: a thread of its own in the built program; from the sources this one. */
export function openEngine(log: Log): Engine {
  const file = new URL(BUILT, import.meta.url)
  return existsSync(fileURLToPath(file)) ? inWorker(file, log) : inThisThread(log)
}
