import { open, readdir, readFile, stat } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { PAGE_BYTES_MAX, type PageLine, PageRefused, TOO_LARGE } from './model.ts'

/** A file that may hold a page. */
export interface FoundFile {
  /** As the person who runs the import would name it. */
  name: string
  /** True where the person named it; false where it was met in a folder. */
  named: boolean
  read(): Promise<Uint8Array>
}

export interface FoundFiles {
  files: FoundFile[]
  /** What stands in the folders besides. */
  left: PageLine[]
}

/** The most files that one run reads. */
export const FILES_MAX = 10_000

const PAGES = new Set(['.html', '.htm', '.xhtml', '.shtml', '.mht', '.mhtml', '.txt', '.text'])
/** What pages are made of besides; never looked into. */
const PARTS =
  /\.(?:css|js|mjs|map|json|xml|rss|atom|png|jpe?g|gif|webp|avif|svg|ico|bmp|woff2?|ttf|eot|mp[34]|webm|ogg|pdf|zip|gz)$/i
/** Names that browsers give the folder beside a page they save. */
const PARTS_FOLDER =
  /(?:_files|\.files|-Dateien|_fichiers|_archivos|_bestanden|_pliki|_arquivos|_file|_dosyalar|_soubory|_filer)$/i
const MARKUP = /^[\s\ufeff\u00ef\u00bb\u00bf]*<(?:!doctype\s+html|html|\?xml)\b/i
const HEAD_BYTES = 512

/**
 * Files and folders → the files in them that can be pages: those named, and in folders, however deep, pages and texts by
 * the ending of their names or by their beginning. The parts of pages that browsers saved beside them are left.
 * @throws PageRefused when one of them is not there or cannot be read, or there are more than `FILES_MAX`
 */
export async function findPages(paths: readonly string[]): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], left: [] }
  const met = new Set<string>()
  for (const path of paths) {
    const kind = await stat(path).catch((error: NodeJS.ErrnoException) => {
      throw new PageRefused(
        path,
        error.code === 'ENOENT' ? 'there is no such file or folder.' : saying(error),
      )
    })
    if (kind.isDirectory()) await findIn(path, found, met)
    else if (kind.isFile()) take(path, true, found, met)
    else throw new PageRefused(path, 'neither a file nor a folder.')
  }
  return found
}

const byName = new Intl.Collator('en', { numeric: true })

async function findIn(folder: string, found: FoundFiles, met: Set<string>): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new PageRefused(folder, saying(error))
  })
  for (const entry of entries.sort((one, other) => byName.compare(one.name, other.name))) {
    const path = join(folder, entry.name)
    const leave = (why: string): number =>
      found.left.push({ item: 'page', where: path, outcome: 'left', why })
    if (entry.name.startsWith('.')) leave('hidden')
    else if (entry.isDirectory() && PARTS_FOLDER.test(entry.name)) leave('the parts of a saved page')
    else if (entry.isDirectory()) await findIn(path, found, met)
    else if (!entry.isFile()) leave('a link, or no file at all')
    else if (await mayBePage(path)) take(path, false, found, met)
    else leave('neither HTML nor text by its name or beginning')
  }
}

function take(path: string, named: boolean, found: FoundFiles, met: Set<string>): void {
  const place = resolve(path)
  if (met.has(place)) return
  met.add(place)
  if (met.size > FILES_MAX)
    throw new PageRefused(path, `more than ${FILES_MAX} files; import them in several runs.`)
  found.files.push({ name: path, named, read: () => bytesOf(path) })
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size <= PAGE_BYTES_MAX) return await readFile(path)
  } catch (error) {
    throw new PageRefused(path, saying(error as NodeJS.ErrnoException))
  }
  throw new PageRefused(path, TOO_LARGE)
}

/** Mirrors of sites keep names such as `showthread.php?t=31`; such a file shows by its beginning what it is. */
async function mayBePage(path: string): Promise<boolean> {
  if (PAGES.has(extname(path).toLowerCase())) return true
  if (PARTS.test(path)) return false
  const file = await open(path).catch(() => null)
  if (!file) return false
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES)
    return MARKUP.test(buffer.subarray(0, bytesRead).toString('latin1'))
  } finally {
    await file.close()
  }
}

const saying = (error: NodeJS.ErrnoException): string =>
  error.code === 'EACCES'
    ? 'it may not be read by this account.'
    : `it cannot be read (${error.code ?? error.message}).`
