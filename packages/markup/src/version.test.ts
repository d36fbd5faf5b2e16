import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { attacksOn } from '../testing/attacks.ts'
import { forumTexts } from '../testing/posts.ts'
import { type Format, parse, RENDERER_VERSION, renderHtml } from './markup.ts'

/** What each version printed. Stored HTML is printed anew when the version is raised, and only then. */
const FINGERPRINTS: Record<number, string> = {
  1: '2eb256651c598aec',
  // The same texts; files of the forum are shown where they are known.
  2: '2eb256651c598aec',
}

it('is raised when texts are printed differently', () => {
  const hash = createHash('sha256')
  for (const format of ['markdown', 'bbcode'] satisfies Format[])
    for (const source of [...forumTexts(format, 100), ...attacksOn(format)])
      hash.update(renderHtml(parse(source, format)))
  expect(hash.digest('hex').slice(0, 16)).toBe(FINGERPRINTS[RENDERER_VERSION])
})
