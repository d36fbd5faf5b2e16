import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { Refused } from '#base/errors.ts'
import { form, readParams } from '#web/forms.ts'
import type { Forum } from '../act.ts'
import { findFile } from '../files/store.ts'

const Hash = form({ hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })
/** Named by its content: it is never another one. */
const KEPT = 'public, max-age=31536000, immutable'

/** The pictures of link cards, as they were drawn here. */
export function linkCardRoutes(app: FastifyInstance, forum: Forum): void {
  app.get('/link-cards/:hash', async (request, reply) => {
    const file = await findFile(forum.store.read, readParams(Hash, request).hash)
    if (!file) throw new Refused('not-found')
    return reply.header('cache-control', KEPT).type(file.type).send(Buffer.from(file.bytes))
  })
}
