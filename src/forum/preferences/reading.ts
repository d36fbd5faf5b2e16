import type { FastifyRequest } from 'fastify'
import { type Reading, USUAL_READING } from './model.ts'
import '#web/visitor.ts'

declare module '#web/visitor.ts' {
  interface Who {
    readonly reading?: Reading
  }
}

/** How whoever sent a request reads threads. */
export const readingOf = (request: FastifyRequest): Reading => request.visitor.who?.reading ?? USUAL_READING
