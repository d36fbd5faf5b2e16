import type { FastifyInstance } from 'fastify'
import type { Log } from '#base/log.ts'
import { countJobs } from '#jobs/store.ts'
import { readSchema } from '#store/migrate.ts'
import type { Store } from '#store/store.ts'
import { JSON_TYPE, send } from '#web/respond.ts'

/** What `/health` tells: a program that watches the forum needs no more. */
interface Health {
  readonly status: 'ok' | 'outdated' | 'unavailable'
  readonly version: string
  readonly database: string
  /** Migrations in force and known; null when the database does not answer. */
  readonly schema: { applied: number; known: number } | null
  /** Jobs that wait and that failed for good; null when the database does not answer. */
  readonly queue: { waiting: number; dead: number } | null
}

/** `GET /health`: JSON, 200 when all is well, 503 when it is not. Tells nothing about people or content. */
export function healthRoutes(app: FastifyInstance, house: { store: Store; log: Log; version: string }): void {
  app.get('/health', async (request, reply) => {
    const health = await healthOf(house)
    return send(request, reply.code(health.status === 'ok' ? 200 : 503), JSON_TYPE, JSON.stringify(health))
  })
}

async function healthOf({
  store,
  log,
  version,
}: {
  store: Store
  log: Log
  version: string
}): Promise<Health> {
  try {
    const schema = await readSchema(store)
    const queue = await countJobs(store.read)
    const status = schema.applied === schema.known ? 'ok' : 'outdated'
    return { status, version, database: store.kind, schema, queue }
  } catch (error) {
    log.error({ err: error }, 'The database does not answer')
    return { status: 'unavailable', version, database: store.kind, schema: null, queue: null }
  }
}
