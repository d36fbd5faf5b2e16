import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { changeProfile, setTitle } from '#forum/members/actions/profile.ts'
import { MAX_COUNTRY, MAX_LOCATION, MAX_TITLE, type Member } from '#forum/members/model.ts'
import { maySetTitle } from '#forum/members/rules.ts'
import { findMember } from '#forum/members/store.ts'
import { memberJson } from '#forum/members/views.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import { isCountry } from '#forum/profiles/countries.ts'
import { fieldName, MAX_VALUE, type ProfileField } from '#forum/profiles/model.ts'
import { valuesOf } from '#forum/profiles/store.ts'
import type { Site } from '#forum/site.ts'
import { line, text } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { accountPage, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { ProfileForm } from './views.ts'

/** A member as they see themself, and what they said in the fields of the profile. */
interface Own {
  readonly site: Site
  readonly member: Member
  readonly said: ReadonlyMap<number, string>
}

/** `GET` and `POST /account`: what a member says of themself. */
export function profileRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.profile, async (request, reply) => {
    const own = await ownOf(forum, request)
    return show(request, reply, page(request, own, freshForm(valuesIn(own))))
  })
  app.post(PATHS.profile, async (request, reply) => {
    const own = await ownOf(forum, request)
    return withForm(request, reply, {
      showAgain: state => page(request, own, state),
      action: () => save(forum, request, reply, own),
    })
  })
}

async function ownOf(forum: Forum, request: FastifyRequest): Promise<Own> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const { read } = forum.store
  const site = await forum.site.at(read)
  const member = await findMember(read, actor.memberId, visibleTo(site, actor))
  if (!member) throw new Refused('not-found')
  const said = site.profileFields.length > 0 ? await valuesOf(read, member.id) : new Map<number, string>()
  return { site, member, said }
}

const valuesIn = ({ site, member, said }: Own): FormState['values'] => ({
  country: member.country ?? '',
  location: member.location ?? '',
  title: member.customTitle ?? '',
  ...Object.fromEntries(site.profileFields.map(field => [fieldName(field), said.get(field.id) ?? ''])),
})

const titles = (request: FastifyRequest, { site, member }: Own): boolean =>
  maySetTitle(actorOf(request), member, site.memberSettings)

function page(request: FastifyRequest, own: Own, state: FormState): PageAnswer {
  const { site, member } = own
  const { titleFrom } = site.memberSettings
  return accountPage(request, {
    path: PATHS.profile,
    main: frame =>
      ProfileForm(frame, {
        ...{ state, member, fields: site.profileFields, mayTitle: titles(request, own), titleFrom },
      }),
    json: () => ({ ...memberJson(member), timeZone: member.timeZone, said: saidIn(own) }),
  })
}

const saidIn = ({ site, said }: Own): object =>
  site.profileFields.map(({ id, label, kind }) => ({ id, label, kind, value: said.get(id) ?? '' }))

/** What the form of a member takes: a country of the list, or the one that was written in another forum. */
function inputOf({ site, member }: Own, mayTitle: boolean) {
  const isOffered = (country: string): boolean =>
    country === '' || isCountry(country) || country === member.country
  const typed = (field: ProfileField) =>
    field.kind === 'text'
      ? text({ max: MAX_VALUE.text, min: 0 })
      : line({ max: MAX_VALUE[field.kind], min: 0 })
  const entries: v.ObjectEntries = {
    country: v.pipe(line({ max: MAX_COUNTRY, min: 0 }), v.check(isOffered, 'form.not-offered')),
    location: line({ max: MAX_LOCATION, min: 0 }),
    ...(mayTitle && { title: line({ max: MAX_TITLE, min: 0 }) }),
    ...Object.fromEntries(site.profileFields.map(field => [fieldName(field), typed(field)])),
  }
  return form(entries)
}

async function save(
  forum: Forum,
  request: FastifyRequest,
  reply: FastifyReply,
  own: Own,
): Promise<FastifyReply> {
  const { member, site } = own
  const input = readForm(inputOf(own, titles(request, own)), request) as Record<string, string> & {
    country: string
    location: string
  }
  const { title } = input
  const fields = new Map(site.profileFields.map(field => [field.id, input[fieldName(field)] ?? '']))
  await act(forum, actorOf(request), async a => {
    await changeProfile(a, member.id, { country: input.country, location: input.location, fields })
    if (title !== undefined && title !== (member.customTitle ?? '')) await setTitle(a, member.id, title)
  })
  return wasDone(request, reply, PATHS.profile, { id: member.id })
}
