import { type Command, InvalidArgumentError } from 'commander'
import type { Forum } from '#forum/act.ts'
import { type Filling, fillInBulk } from '#importers/example/bulk-fill.ts'
import { fillWithExample, mustBeEmpty } from '#importers/example/fill.ts'
import { accountText, countsOf, isUnchanged } from '../importers/account.ts'
import { contentsOf } from './figures.ts'
import { withForum } from './forum.ts'
import { showProgress } from './progress.ts'

interface Options {
  threads?: number
  posts?: number
  seed: number
  intoExisting?: boolean
  json?: boolean
}

/** Where only one of both is said. */
const POSTS_A_THREAD = 20
/** The most of anything that can be asked for. */
const MOST = 100_000_000

/**
 * `rostra demo`: fills the forum with the example community. With `--threads` or `--posts` with generated texts instead,
 * so many threads and so many posts in all, for measuring.
 */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('fill the forum with an invented community, or with generated threads for measuring')
    .option('--threads <number>', 'generated threads, so many', whole)
    .option('--posts <number>', `posts in all of them together (${POSTS_A_THREAD} a thread)`, whole)
    .option('--seed <number>', 'another number gives other generated texts', whole, 1)
    .option('--into-existing', 'fill a forum that holds threads already')
    .option('--json', 'print a machine-readable account')
    .action(demo)
}

/** An option's number. Throws an `InvalidArgumentError` for anything but a whole one from 1. */
function whole(text: string): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (number < 1 || number > MOST) throw new InvalidArgumentError(`It must be a number from 1 to ${MOST}.`)
  return number
}

async function demo(options: Options, command: Command): Promise<void> {
  const { intoExisting = false, json = false } = options
  const filling = fillingOf(options, command)
  await withForum(async forum => {
    if (!intoExisting) await mustBeEmpty(forum.store.read)
    console.log(filling ? await measure(forum, filling, json) : await fill(forum, json))
  })
}

/** What is to be generated; undefined where the example is asked for. */
function fillingOf({ threads, posts, seed }: Options, command: Command): Filling | undefined {
  if (threads === undefined && posts === undefined) return undefined
  if (threads !== undefined && posts !== undefined && posts < threads)
    command.error('error: a thread has at least one post; ask for fewer threads or more posts')
  return {
    threads: threads ?? Math.ceil((posts as number) / POSTS_A_THREAD),
    posts: posts ?? (threads as number) * POSTS_A_THREAD,
    seed,
  }
}

async function fill(forum: Forum, json: boolean): Promise<string> {
  const { progress, end } = showProgress('Filling')
  const lines = await fillWithExample(forum, { progress }).finally(end)
  const unchanged = isUnchanged(lines)
  if (json) return JSON.stringify({ unchanged, counts: countsOf(lines), items: lines })
  return unchanged
    ? 'Nothing was taken: the example community is here already.'
    : `The forum is filled with the example community:\n${accountText(lines)}`
}

async function measure(forum: Forum, filling: Filling, json: boolean): Promise<string> {
  const { progress, end } = showProgress('Filling')
  const start = performance.now()
  const filled = await fillInBulk(forum, filling, progress).finally(end)
  const seconds = (performance.now() - start) / 1000
  const postsPerSecond = Math.round(filled.posts / seconds)
  if (json) return JSON.stringify({ ...filled, seconds, postsPerSecond })
  return `Filled with ${contentsOf({ ...filled })}: ${postsPerSecond.toLocaleString('en')} posts/s.`
}
