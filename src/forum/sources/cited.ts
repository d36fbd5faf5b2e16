import type { Forum } from '../act.ts'
import type { PageReading } from './model.ts'
import { readHtml, readPlain } from './page.ts'
import type { FindingOfPost } from './store-readings.ts'
import { compare } from './verdict.ts'

const NOTHING = { title: '', published: '', excerpt: '', difference: [] }

/**
 * Asks for the page of a source and compares it with a finding. A page that cannot be read is `unreadable`, whatever the
 * reason: saying more would tell strangers what answers where. Where the operator allows no requests it is `unchecked`.
 */
export async function readCited(
  { outgoing, log }: Pick<Forum, 'outgoing' | 'log'>,
  url: string,
  { found, text }: Pick<FindingOfPost, 'found' | 'text'>,
): Promise<PageReading> {
  if (!outgoing.isAllowed) return { ...NOTHING, verdict: 'unchecked' }
  const page = await outgoing.readPage(url)
  if ('failure' in page) {
    log.info({ url, reason: page.failure }, 'The page of a source could not be read')
    return { ...NOTHING, verdict: 'unreadable' }
  }
  return compare(found, text, page.type === 'text/plain' ? readPlain(page.text) : readHtml(page.text))
}
