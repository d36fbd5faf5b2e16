import type { FastifyInstance } from 'fastify'
import type { Forum } from '#forum/act.ts'
import { askedRoutes } from './lists/asked.ts'
import { carriedRoutes } from './lists/carried.ts'
import { latestRoutes } from './lists/latest.ts'
import { quotationRoutes } from './quotation/routes.ts'
import { sourceRoutes } from './sources/routes.ts'
import { speakerRoutes } from './speaker/routes.ts'
import { speakerListRoutes } from './speakers/routes.ts'

/** Everything under `/record`: what the forum has on record, as far as the reader may read the posts that say it. */
export function recordRoutes(app: FastifyInstance, forum: Forum): void {
  latestRoutes(app, forum)
  carriedRoutes(app, forum)
  askedRoutes(app, forum)
  quotationRoutes(app, forum)
  speakerListRoutes(app, forum)
  speakerRoutes(app, forum)
  sourceRoutes(app, forum)
}
