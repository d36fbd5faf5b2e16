import type { Config } from '#config/config.ts'
import { openFiles } from '#files/files.ts'
import { nextBlobs } from '#forum/attachments/store-sweep.ts'
import type { Reader } from '#store/store.ts'
import { bad, type Finding, good } from './finding.ts'

const AT_ONCE = 200

/** Whether everything that is attached to posts lies in the store of files. */
export async function checkFiles(db: Reader, config: Config): Promise<Finding> {
  const { store } = openFiles(config)
  let [there, missing] = [0, 0]
  try {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const blobs: Awaited<ReturnType<typeof nextBlobs>> = await nextBlobs(db, after, AT_ONCE)
      const names = blobs.flatMap(blob => blob.variants.map(variant => variant.name))
      const found = await Promise.all(names.map(name => store.has(name)))
      there += found.filter(Boolean).length
      missing += found.filter(each => !each).length
      after = blobs.at(-1)?.hash
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return bad('files', `The store of files does not answer: ${why}`, 'See that ROSTRA_S3_URL is right.')
  }
  if (missing === 0) return good('files', `All ${there} stored files lie in ${store.place}.`)
  return bad(
    'files',
    `${missing} of ${there + missing} stored files are missing from ${store.place}.`,
    'Copy them back from where they are backed up.',
  )
}
