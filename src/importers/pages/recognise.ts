import { one, type Root } from './dom.ts'
import { discourse } from './engines/discourse.ts'
import { discourseApp } from './engines/discourse-app.ts'
import type { Engine } from './engines/engine.ts'
import { invision } from './engines/invision.ts'
import { mybb } from './engines/mybb.ts'
import { phpbb2 } from './engines/phpbb2.ts'
import { phpbb3 } from './engines/phpbb3.ts'
import { smf2 } from './engines/smf2.ts'
import { subsilver2 } from './engines/subsilver2.ts'
import { vbulletin3 } from './engines/vbulletin3.ts'
import { vbulletin4 } from './engines/vbulletin4.ts'
import { xenforo2 } from './engines/xenforo2.ts'

/** Those with marks of their own before those whose marks others inherited. */
export const ENGINES: readonly Engine[] = [
  xenforo2,
  invision,
  discourse,
  discourseApp,
  vbulletin4,
  mybb,
  smf2,
  subsilver2,
  phpbb3,
  vbulletin3,
  phpbb2,
]

/** The software that printed a page, by its markup alone, or null when it is none of `ENGINES`. */
export const recognise = (root: Root): Engine | null =>
  ENGINES.find(engine => engine.marks.every(mark => one(root, mark.selector) !== null)) ?? null

/** What was looked for, one line a software, with what the page does hold of it. */
export function lookedFor(root: Root | null): string[] {
  const engines = ENGINES.map(engine => {
    const marks = engine.marks.map(mark =>
      root && one(root, mark.selector) ? `${mark.words} (found)` : mark.words,
    )
    return `${engine.name}: ${marks.join('; ')}`
  })
  return [
    ...engines,
    'plain text: a name, and below it at least two labels of a member card such as Joined and Messages',
  ]
}
