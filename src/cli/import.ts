import { type Command, InvalidArgumentError } from 'commander'
import { FILES_MAX, findPages } from '#importers/pages/files.ts'
import { type ImportAccount, importPages } from '#importers/pages/import.ts'
import { PAGE_BYTES_MAX } from '#importers/pages/model.ts'
import { accountText, countsOf, isUnchanged } from '../importers/account.ts'
import { withForum } from './forum.ts'
import { showProgress } from './progress.ts'

interface Options {
  title?: string
  board?: string
  json?: boolean
}

/** `rostra import pages FILE|FOLDER…`: takes saved or pasted thread pages of other boards into the forum. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('take in what stood on another board')
    .command('pages')
    .description('thread pages that somebody saved as HTML, or copied as text')
    .argument(
      '<path...>',
      `files, or folders with files within (${FILES_MAX} at most, ${PAGE_BYTES_MAX >> 20} MB each)`,
    )
    .option('--title <title>', 'the title of the thread, whatever its pages say', named)
    .option(
      '--board <board>',
      'the board of all threads, by its number or title; made where there is none',
      named,
    )
    .option('--json', 'print a machine-readable account')
    .action(pages)
}

/** An option's text, without outer spaces. Throws an `InvalidArgumentError` for an empty one. */
function named(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It is empty.')
  return text.trim()
}

async function pages(paths: string[], { title, board, json = false }: Options): Promise<void> {
  const shown = { reading: showProgress('Reading'), writing: showProgress('Writing') }
  const found = await findPages(paths)
  const account = await withForum(forum =>
    importPages(forum, found, {
      ...(title === undefined ? {} : { title }),
      ...(board === undefined ? {} : { board }),
      progress: (what, now) => shown[what].progress(now),
    }),
  ).finally(() => {
    for (const { end } of Object.values(shown)) end()
  })
  console.log(json ? JSON.stringify(machineReadable(account)) : readable(account))
}

const machineReadable = ({ lines, lookedFor }: ImportAccount) => ({
  unchanged: isUnchanged(lines),
  counts: countsOf(lines),
  items: lines,
  ...(lookedFor.length > 0 ? { lookedFor } : {}),
})

function readable({ lines, lookedFor }: ImportAccount): string {
  const head = isUnchanged(lines) ? 'Nothing was taken: all of it is here already.' : 'Imported:'
  const marks =
    lookedFor.length > 0 ? ['', 'A thread page is known by:', ...lookedFor.map(line => `  ${line}`)] : []
  return [head, accountText(lines), ...marks].join('\n')
}
