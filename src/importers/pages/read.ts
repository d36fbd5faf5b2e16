import { assemble } from './assemble.ts'
import { decode } from './decode.ts'
import { parsePage } from './dom.ts'
import {
  type PageFile,
  PageRefused,
  PageUnknown,
  type Reading,
  type ReadingOptions,
  type ThreadPage,
} from './model.ts'
import { lookedFor, recognise } from './recognise.ts'
import { readText } from './text.ts'
import { understand } from './understand.ts'

/**
 * Saved or pasted thread pages → one neutral record, and what is to be said of everything on them. Nothing is fetched.
 * @throws PageUnknown when a file is of no software it knows, PageRefused when one cannot be read at all; then nothing is
 * read of the others either
 */
export function readPages(files: readonly PageFile[], options: ReadingOptions = {}): Reading {
  if (files.length === 0) throw new PageRefused('import', 'no files were given.')
  return assemble(
    files.map(file => readPage(file, options)),
    options,
  )
}

/**
 * One saved or pasted page: HTML as the forum softwares of `ENGINES` print it, anything else as pasted text.
 * @throws PageUnknown, PageRefused as `readPages` does
 */
export function readPage(file: PageFile, options: ReadingOptions = {}): ThreadPage {
  const { text, declared, charset } = decode(file)
  const page = isMarkup(text) ? readMarkup(file.name, text) : readText(file.name, text, options.title)
  if (!page) throw new PageUnknown(file.name, lookedFor(null))
  if (declared === null || sameCharset(declared, charset)) return page
  const why = `it says it is ${declared}, but reads as ${charset}`
  return {
    ...page,
    account: [{ item: 'page', where: file.name, outcome: 'changed', why }, ...page.account],
  }
}

function readMarkup(file: string, markup: string): ThreadPage {
  const root = parsePage(file, markup)
  const engine = recognise(root)
  if (!engine) throw new PageUnknown(file, lookedFor(root))
  const page = understand(engine, { file, root, markup })
  if (page.posts.every(post => post.body === null)) throw new PageUnknown(file, lookedFor(root))
  return page
}

const isMarkup = (text: string): boolean =>
  /^[\s\ufeff]*<(?:!|\?|[a-z][a-z0-9]*[\s>])/i.test(text.slice(0, 2_000)) ||
  /<(?:html|head|body)\b[^>]{0,1000}>/i.test(text.slice(0, 20_000))

/** Names of one charset that differ, and the one that browsers read under another's name. */
function sameCharset(declared: string, used: string): boolean {
  try {
    return new TextDecoder(declared).encoding === used
  } catch {
    return false
  }
}
