import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { addBadge, addUsualBadges, changeBadge, removeBadge } from '#forum/badges/actions.ts'
import {
  MAX_BADGE_DESCRIPTION,
  MAX_BADGE_NAME,
  MOST_NEEDED,
  type NewBadge,
  RULE_KINDS,
} from '#forum/badges/model.ts'
import { countHolders, readBadges } from '#forum/badges/store.ts'
import { kindOfBadgeJson } from '#forum/badges/views.ts'
import { choice, id, line, wholeNumber } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { administrationPage, wasDone } from '../answer.ts'
import { BADGES_PATH } from '../model.ts'
import { BadgeTable, badgePath, OneBadge } from './views.ts'

const PATH = `${BADGES_PATH}/:id`
const MOST_POSITION = 1000

const BadgeParams = form({ id: id() })
const NothingInput = form({})
const BadgeInput = form({
  name: line({ max: MAX_BADGE_NAME }),
  description: line({ max: MAX_BADGE_DESCRIPTION, min: 0 }),
  rule: choice(['', ...RULE_KINDS]),
  least: wholeNumber({ min: 1, max: MOST_NEEDED }),
  position: wholeNumber({ min: 0, max: MOST_POSITION }),
})

/** The badges: their list, a new one, those to begin with, changes to one, and its removal. */
export function badgeRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(BADGES_PATH, async (request, reply) => show(request, reply, await listPage(forum, request)))
  app.post(BADGES_PATH, (request, reply) => add(forum, request, reply))
  app.post(`${BADGES_PATH}/usual`, async (request, reply) => {
    readForm(NothingInput, request)
    await act(forum, actorOf(request), a => addUsualBadges(a, request.visitor.words))
    return wasDone(request, reply, BADGES_PATH)
  })
  app.get(PATH, async (request, reply) => show(request, reply, await badgePage(forum, request)))
  app.post(PATH, (request, reply) => change(forum, request, reply))
  app.post(`${PATH}/remove`, async (request, reply) => {
    const { id: badgeId } = readParams(BadgeParams, request)
    readForm(NothingInput, request)
    await act(forum, actorOf(request), a => removeBadge(a, badgeId))
    return wasDone(request, reply, BADGES_PATH)
  })
}

function inputOf(request: FastifyRequest): NewBadge {
  const { rule, least, ...badge } = readForm(BadgeInput, request)
  return { ...badge, rule: rule === '' ? null : { kind: rule, least: rule === 'first-thread' ? 1 : least } }
}

async function listPage(forum: Forum, request: FastifyRequest, state?: FormState): Promise<PageAnswer> {
  const badges = await readBadges(forum.store.read)
  const holders = await countHolders(forum.store.read)
  const next = String(Math.min(MOST_POSITION, (badges.at(-1)?.position ?? 0) + 1))
  const fresh = freshForm({ rule: '', least: '1', position: next })
  return administrationPage(request, {
    path: BADGES_PATH,
    main: frame => BadgeTable(frame, state ?? fresh, { badges, holders }),
    json: () => ({
      badges: badges.map(badge => ({ ...kindOfBadgeJson(badge), holders: holders.get(badge.id) ?? 0 })),
    }),
  })
}

/** Throws `not-found`. */
async function badgePage(forum: Forum, request: FastifyRequest, state?: FormState): Promise<PageAnswer> {
  const { id: badgeId } = readParams(BadgeParams, request)
  const badge = (await readBadges(forum.store.read)).find(each => each.id === badgeId)
  if (!badge) throw new Refused('not-found')
  const { name, description, rule, position } = badge
  const stands = freshForm({
    ...{ name, description, rule: rule?.kind ?? '', least: String(rule?.least ?? 1) },
    position: String(position),
  })
  return administrationPage(request, {
    path: BADGES_PATH,
    title: name,
    main: frame => OneBadge(frame, state ?? stands, badge),
    json: () => kindOfBadgeJson(badge),
  })
}

function add(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return withForm(request, reply, {
    showAgain: state => listPage(forum, request, state),
    action: async () => {
      const input = inputOf(request)
      const made = await act(forum, actorOf(request), a => addBadge(a, input))
      return wasDone(request, reply, BADGES_PATH, { id: made })
    },
  })
}

function change(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { id: badgeId } = readParams(BadgeParams, request)
  return withForm(request, reply, {
    showAgain: state => badgePage(forum, request, state),
    action: async () => {
      const input = inputOf(request)
      await act(forum, actorOf(request), a => changeBadge(a, badgeId, input))
      return wasDone(request, reply, badgePath(badgeId), { id: badgeId })
    },
  })
}
