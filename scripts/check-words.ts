/**
 * Holds the catalogues and the code together: `npm run words`. With `--sort` it first puts every catalogue in order.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOCALES, type Locale, TAGS } from '#base/words.ts'
import { type Catalogue, canonical, messageFaults, translationFaults } from './check-words/catalogues.ts'
import { codeFaults } from './check-words/code.ts'
import { type Uses, usesOf } from './check-words/uses.ts'

/** How keys begin that code puts together at run time. Every such place must say which keys it can come to. */
const PREFIXES = ['error.', 'refused.']

/** Keys whose translation is spelt as in English: names and words the languages share. */
const SAME: Record<Locale, readonly string[]> = {
  en: [],
  de: ['factor.code', 'passkey.name', 'passkey.title', 'administration.boards', 'shell.boards'],
  ar: [],
}

const SOURCES = 'src'
const CATALOGUES = join(SOURCES, 'base', 'words')

const fileOf = (locale: Locale): string => join(CATALOGUES, `${locale}.json`)
const read = (locale: Locale): Catalogue => JSON.parse(readFileSync(fileOf(locale), 'utf8')) as Catalogue

function catalogueFaults(locale: Locale, english: Catalogue): string[] {
  const own = read(locale)
  const faults = Object.entries(own).flatMap(([key, message]) => messageFaults(key, message, TAGS[locale]))
  if (locale !== 'en') faults.push(...translationFaults(english, own, new Set(SAME[locale])))
  if (readFileSync(fileOf(locale), 'utf8') !== canonical(own)) {
    faults.push('is not sorted by key, one a line, each key once; --sort does it')
  }
  return faults.map(fault => `${fileOf(locale)}: ${fault}`)
}

function readUses(): Map<string, Uses> {
  const paths = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map(path => join(SOURCES, path))
    .sort()
  return new Map(paths.map(path => [path, usesOf(readFileSync(path, 'utf8'))]))
}

const locales = LOCALES.map(each => each.locale)
if (process.argv.includes('--sort')) {
  for (const locale of locales) writeFileSync(fileOf(locale), canonical(read(locale)))
}
const english = read('en')
const faults = [
  ...codeFaults(readUses(), english, PREFIXES),
  ...locales.flatMap(locale => catalogueFaults(locale, english)),
]
for (const fault of faults) console.error(fault)
if (faults.length > 0) {
  console.error(`${faults.length} faults in the words.`)
  process.exitCode = 1
} else console.log(`${Object.keys(english).length} sentences in ${locales.length} languages, nothing amiss.`)
