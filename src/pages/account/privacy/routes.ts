import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { changePrivacy } from '#forum/members/actions/profile.ts'
import { findMember } from '#forum/members/store.ts'
import { AUDIENCES, type Audience, audienceOf, partsOf } from '#forum/profiles/privacy.ts'
import { choice } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { accountPage, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { PrivacyForm } from './views.ts'

/** `GET` and `POST /account/privacy`: who may know what of a member. */
export function privacyRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.privacy, async (request, reply) => show(request, reply, await page(forum, request)))
  app.post(PATHS.privacy, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, state),
      action: () => save(forum, request, reply),
    }),
  )
}

async function page(forum: Forum, request: FastifyRequest, state?: FormState): Promise<PageAnswer> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const { profileFields: fields } = await forum.site.at(forum.store.read)
  const member = await findMember(forum.store.read, actor.memberId)
  if (!member) throw new Refused('not-found')
  const chosen = Object.fromEntries(partsOf(fields).map(part => [part, audienceOf(member.privacy, part)]))
  return accountPage(request, {
    path: PATHS.privacy,
    main: frame => PrivacyForm(frame, state ?? freshForm(chosen), fields),
    json: () => chosen,
  })
}

async function save(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const { profileFields } = await forum.site.at(forum.store.read)
  const entries = partsOf(profileFields).map(part => [part, choice(AUDIENCES)] as const)
  const chosen = readForm(form(Object.fromEntries(entries)), request) as Record<string, Audience>
  await act(forum, actor, a => changePrivacy(a, actor.memberId, chosen))
  return wasDone(request, reply, PATHS.privacy, chosen)
}
