import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const folders = ['.', 'docs', 'docs/decisions', 'docs/guide', 'docs/reference'].filter(folder =>
  existsSync(join(root, folder)),
)
const papers = folders.flatMap(folder =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith('.md'))
    .map(name => join(folder, name)),
)
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}
const BUILT_IN = new Set(['ci', 'install', 'start', 'test'])

const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(match => match[1] as string)

/** What a paper says can be found here: targets of its links, and paths in the source that it names. */
function missing(paper: string, text: string): string[] {
  // What stands as code is shown, not meant.
  const links = matches(text.replace(/`[^`\n]*`/g, ''), /\]\((?!https?:|mailto:|#)([^)#]+)/g).map(link =>
    join(dirname(paper), link),
  )
  const paths = matches(
    text,
    /`((?:src|packages|migrations|tests|scripts|bench|docs|bin|\.ci)(?:\/[\w./-]+)?)`/g,
  )
  return [...links, ...paths].filter(
    path => !path.startsWith('tests/screenshots') && !existsSync(join(root, path)),
  )
}

describe.each(papers)('%s', paper => {
  const text = readFileSync(join(root, paper), 'utf8')

  test('names only what is there', () => {
    expect(missing(paper, text)).toEqual([])
  })

  test('names only commands that exist', () => {
    const commands = matches(text, /\bnpm run (?:--silent )?([a-z][\w:-]*)/g)
    expect(commands.filter(command => !(command in scripts) && !BUILT_IN.has(command))).toEqual([])
  })
})
