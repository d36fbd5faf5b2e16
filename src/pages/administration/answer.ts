import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import type { Html } from '#base/html.ts'
import { actorOf, mayAdminister } from '#forum/actor.ts'
import { CsrfField } from '#web/csrf.ts'
import { done, type PageAnswer } from '#web/respond.ts'
import { PARTS, START_PATH } from './model.ts'
import type { Frame } from './views.ts'

/** The mark in an address that a form was done. */
const DONE = 'done'

/** Lets administrators through. For everybody else there is nothing here: throws `not-found`. */
export async function administratorsOnly(request: FastifyRequest): Promise<void> {
  if (!mayAdminister(actorOf(request))) throw new Refused('not-found')
}

/** A page of one part, as every part answers it. */
export function administrationPage(
  request: FastifyRequest,
  page: { path: string; title?: string; main(frame: Frame): Html; json(): object },
): PageAnswer {
  const { words } = request.visitor
  const query = request.query as Record<string, unknown>
  const isDone = request.method === 'GET' && query[DONE] === '1'
  const frame = (): Frame => ({ words, csrf: CsrfField(request), isDone })
  const part = PARTS.find(each => each.path === page.path)
  const overview = { href: START_PATH, name: words.say('administration.title') }
  return {
    title: page.title ?? words.say(part?.name ?? 'administration.title'),
    main: () => page.main(frame()),
    json: page.json,
    robots: 'noindex',
    style: 'full',
    trail: page.path === START_PATH ? [] : [overview],
  }
}

/** Answers a form that was done: back to a page, which says so. */
export function wasDone(
  request: FastifyRequest,
  reply: FastifyReply,
  back: string,
  json: object = {},
): Promise<FastifyReply> {
  return done(request, reply, { json, back: `${back}?${DONE}=1` })
}
