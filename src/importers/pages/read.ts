import { assemble } from './assemble.ts'
import { decode } from './decode.ts'
import { parsePage } from './dom.ts'
import {
  type AccountLine,
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
 * Saved or pasted thread pages → one neutral record, and an account of every item on them: taken, changed or left, and
 * why. HTML is read as the forum softwares of `ENGINES` print it, anything else as pasted text. Nothing is fetched.
 * @throws PageUnknown when a file is of no software it knows, PageRefused when one cannot be read at all; then nothing is
 * read of the others either
 */
export function readPages(files: readonly PageFile[], options: ReadingOptions = {}): Reading {
  if (files.length === 0) throw new PageRefused('import', 'no files were given.')
  const charsets: AccountLine[] = []
  let texts = 0
  const pages = files.map(file => {
    const decoded = decode(file)
    if (decoded.declared !== null && !sameCharset(decoded.declared, decoded.charset))
      charsets.push({
        item: 'page',
        where: file.name,
        outcome: 'changed',
        why: `it says it is ${decoded.declared}, but reads as ${decoded.charset}`,
      })
    if (isMarkup(decoded.text)) return readMarkup(file.name, decoded.text)
    const page = readText(file.name, decoded.text, options.title)
    if (!page) throw new PageUnknown(file.name, lookedFor(null))
    // Texts bear no page numbers: those of one title follow each other as they were given.
    texts++
    return options.title === undefined ? page : { ...page, page: texts, pages: texts }
  })
  const reading = assemble(pages, options)
  return { record: reading.record, account: [...charsets, ...reading.account] }
}

function readMarkup(file: string, markup: string): ThreadPage {
  const root = parsePage(file, markup)
  const engine = recognise(root)
  if (!engine) throw new PageUnknown(file, lookedFor(root))
  const page = understand(engine, { file, root, markup })
  if (page.posts.length === 0) throw new PageUnknown(file, lookedFor(root))
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
