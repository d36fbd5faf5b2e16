import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { readScripts } from './read-post.ts'
import type { Script } from './script.ts'

/** How far the thread stands back behind those that answer requests; from 1 to 19. */
const STEPS_BACK = 10

// On Linux, and nowhere else, a priority is a thread's own.
if (process.platform === 'linux') setPriority(0, STEPS_BACK)

parentPort?.on('message', (scripts: readonly Script[]) => parentPort?.postMessage(readScripts(scripts)))
