import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { Refused } from '#base/errors.ts'
import { isTimeZone } from '#base/words.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { changeProfile, setTitle } from '#forum/members/actions/profile.ts'
import { MAX_COUNTRY, MAX_LOCATION, MAX_TITLE, type Member } from '#forum/members/model.ts'
import { maySetTitle } from '#forum/members/rules.ts'
import { findMember } from '#forum/members/store.ts'
import { memberJson } from '#forum/members/views.ts'
import { line } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { accountPage, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { ProfileForm } from './views.ts'

const MAX_ZONE = 60

const FIELDS = {
  country: line({ max: MAX_COUNTRY, min: 0 }),
  location: line({ max: MAX_LOCATION, min: 0 }),
  timeZone: v.pipe(
    line({ max: MAX_ZONE, min: 0 }),
    v.check(zone => zone === '' || isTimeZone(zone), 'form.not-offered'),
  ),
}
const ProfileInput = form(FIELDS)
const TitledInput = form({ ...FIELDS, title: line({ max: MAX_TITLE, min: 0 }) })

/** `GET` and `POST /account`: what the member's card says of them, and their time zone. */
export function profileRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.profile, async (request, reply) => {
    const member = await memberOf(forum, request)
    return show(request, reply, page(forum, request, member, freshForm(valuesOf(member))))
  })
  app.post(PATHS.profile, async (request, reply) => {
    const member = await memberOf(forum, request)
    return withForm(request, reply, {
      showAgain: state => page(forum, request, member, state),
      action: () => save(forum, request, reply, member.id),
    })
  })
}

async function memberOf(forum: Forum, request: FastifyRequest): Promise<Member> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const member = await findMember(forum.store.read, actor.memberId)
  if (!member) throw new Refused('not-found')
  return member
}

const valuesOf = ({ country, location, timeZone, customTitle }: Member): FormState['values'] => ({
  country: country ?? '',
  location: location ?? '',
  timeZone: timeZone ?? '',
  title: customTitle ?? '',
})

function page(forum: Forum, request: FastifyRequest, member: Member, state: FormState): PageAnswer {
  const { settings } = forum.site.latest()
  const mayTitle = maySetTitle(actorOf(request), member.id)
  return accountPage(request, {
    path: PATHS.profile,
    main: frame => ProfileForm(frame, { state, member, mayTitle, siteZone: settings.timeZone }),
    json: () => ({ ...memberJson(member), timeZone: member.timeZone }),
  })
}

async function save(
  forum: Forum,
  request: FastifyRequest,
  reply: FastifyReply,
  memberId: number,
): Promise<FastifyReply> {
  const actor = actorOf(request)
  const input = maySetTitle(actor, memberId)
    ? readForm(TitledInput, request)
    : { ...readForm(ProfileInput, request), title: undefined }
  await act(forum, actor, async a => {
    await changeProfile(a, memberId, input)
    if (input.title !== undefined) await setTitle(a, memberId, input.title)
  })
  return wasDone(request, reply, PATHS.profile, { id: memberId })
}
