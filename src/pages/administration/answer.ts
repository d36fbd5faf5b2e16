import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import type { Html } from '#base/html.ts'
import { actorOf, mayAdminister } from '#forum/actor.ts'
import type { TrailStep } from '#web/components/trail.ts'
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

/** What differs from page to page. */
export interface AdministrationPage {
  /** The part it belongs to. */
  readonly path: string
  /** Of a page within a part; the part's own page has its name. */
  readonly title?: string
  /** The steps between the part and a page within it. */
  readonly trail?: readonly TrailStep[]
  main(frame: Frame): Html
  json(): object
}

/** A page of one part, as every part answers it. */
export function administrationPage(request: FastifyRequest, page: AdministrationPage): PageAnswer {
  const { words } = request.visitor
  const query = request.query as Record<string, unknown>
  const isDone = request.method === 'GET' && query[DONE] === '1'
  const frame = (): Frame => ({ words, csrf: CsrfField(request), isDone })
  const part = PARTS.find(each => each.path === page.path)
  const name = words.say(part?.name ?? 'administration.title')
  const above = part ? [{ href: START_PATH, name: words.say('administration.title') }] : []
  return {
    title: page.title ?? name,
    main: () => page.main(frame()),
    json: page.json,
    robots: 'noindex',
    style: 'full',
    trail: page.title === undefined ? above : [...above, { href: page.path, name }, ...(page.trail ?? [])],
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
