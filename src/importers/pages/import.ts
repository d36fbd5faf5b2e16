import type { Forum } from '#forum/act.ts'
import type { AccountLine } from '../account.ts'
import { write } from '../write/write.ts'
import { assemble } from './assemble.ts'
import type { FoundFile, FoundFiles } from './files.ts'
import { type PageLine, PageRefused, PageUnknown, type ThreadPage } from './model.ts'
import { readPage } from './read.ts'
import { lookedFor } from './recognise.ts'
import { tellPages } from './telling.ts'

export interface ImportOptions {
  /** The title of the thread, whatever the pages say; they must be of one thread. */
  title?: string
  /** The id or title of the board that all threads go into. */
  board?: string
  /** Told how many files are read, then how many posts are written. */
  progress?: (what: 'reading' | 'writing', now: { done: number; of: number }) => void
}

export interface ImportAccount {
  lines: AccountLine[]
  /** How thread pages are known, where some file in a folder was not known as one; else empty. */
  lookedFor: string[]
}

/** The most characters that the posts of one run may have together. */
export const RUN_CHARACTERS_MAX = 200_000_000

/**
 * Saved or pasted thread pages → the forum. Either every page that was named is taken, or nothing is; of what stands in a
 * folder, what is no thread page is left and named. A second run takes nothing twice.
 * @throws PageUnknown for a named page of no known software, and when there is none that is known
 * @throws PageRefused for a named file that cannot be read, or too much at once
 * @throws ImportRefused when `board` is no place for threads
 */
export async function importPages(
  forum: Forum,
  found: FoundFiles,
  { title, board, progress }: ImportOptions = {},
): Promise<ImportAccount> {
  const reading = await readAll(found, title, now => progress?.('reading', now))
  if (reading.pages.length === 0) throw nothingKnown(found, reading)
  const assembled = assemble(reading.pages, title === undefined ? {} : { title })
  const written = await write(forum, assembled.record, {
    ...(board === undefined ? {} : { board }),
    progress: now => progress?.('writing', now),
  })
  return {
    lines: [...tellPages(assembled, written), ...reading.left, ...found.left],
    lookedFor: reading.unknown > 0 ? lookedFor(null) : [],
  }
}

interface ReadFiles {
  pages: ThreadPage[]
  left: PageLine[]
  /** How many were of no known software. */
  unknown: number
}

async function readAll(
  { files }: FoundFiles,
  title: string | undefined,
  progress: (now: { done: number; of: number }) => void,
): Promise<ReadFiles> {
  const read: ReadFiles = { pages: [], left: [], unknown: 0 }
  let characters = 0
  for (const [index, file] of files.entries()) {
    const page = await readFound(file, title, read)
    for (const post of page?.posts ?? []) characters += post.body?.length ?? 0
    if (characters > RUN_CHARACTERS_MAX)
      throw new PageRefused(file.name, 'too much text together with the files before it; import in parts.')
    if (page) read.pages.push(page)
    progress({ done: index + 1, of: files.length })
  }
  return read
}

/** The page in a file; null for one from a folder that is left, and why is said. */
async function readFound(
  file: FoundFile,
  title: string | undefined,
  read: ReadFiles,
): Promise<ThreadPage | null> {
  try {
    const bytes = await file.read()
    return readPage({ name: file.name, bytes }, title === undefined ? {} : { title })
  } catch (error) {
    if (file.named || !(error instanceof PageRefused)) throw error
    if (error instanceof PageUnknown) read.unknown++
    const why = error instanceof PageUnknown ? 'no thread page of a software that is known' : error.sentence
    read.left.push({ item: 'page', where: file.name, outcome: 'left', why })
    return null
  }
}

function nothingKnown({ files }: FoundFiles, { left, unknown }: ReadFiles): PageRefused {
  const [first] = left
  if (!first) return new PageRefused('import', 'there are no pages and no texts in what was named.')
  const others = files.length > 1 ? ` and ${files.length - 1} more` : ''
  if (unknown > 0) return new PageUnknown(`${first.where}${others}`, lookedFor(null))
  return new PageRefused(`${first.where}${others}`, first.why ?? '')
}
