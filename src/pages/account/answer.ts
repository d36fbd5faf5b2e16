import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Html } from '#base/html.ts'
import type { Key } from '#base/words.ts'
import { networkOf } from '#web/address.ts'
import { CsrfField } from '#web/csrf.ts'
import { done, type PageAnswer } from '#web/respond.ts'
import { PARTS } from './model.ts'
import type { Frame } from './views.ts'

/** The mark in an address that a form was done. */
const DONE = 'done'

/** A part of the account, as every part answers it. `said` is told to whoever comes from its form. */
export function accountPage(
  request: FastifyRequest,
  page: { path: string; said?: Key; main(frame: Frame): Html; json(): object },
): PageAnswer {
  const { words } = request.visitor
  const isDone = request.method === 'GET' && (request.query as Record<string, unknown>)[DONE] === '1'
  const part = PARTS.find(each => each.path === page.path)
  const frame = (): Frame => ({
    words,
    csrf: CsrfField(request),
    said: isDone ? words.say(page.said ?? 'account.saved') : null,
  })
  return {
    title: words.say(part?.name ?? 'account.title'),
    main: () => page.main(frame()),
    json: page.json,
    robots: 'noindex',
    style: 'full',
  }
}

/** Answers a form that was done: back to its page, which says so. */
export function wasDone(
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
  json: object = {},
): Promise<FastifyReply> {
  return done(request, reply, { json, back: `${path}?${DONE}=1` })
}

/** The network that limits of attempts count by. */
export const networkOfRequest = (request: FastifyRequest): string => networkOf(request.visitor.address)
