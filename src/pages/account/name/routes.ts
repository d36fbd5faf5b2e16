import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DAY } from '#base/time.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { lastRename, rename } from '#forum/members/actions/rename.ts'
import { MAX_TYPED_NAME } from '#forum/members/model.ts'
import { mayManageMembers } from '#forum/members/rules.ts'
import { oldNamesOf } from '#forum/members/store-names.ts'
import { countMemberAttempt } from '#forum/sessions/member-attempts.ts'
import type { AttemptLimit } from '#forum/sessions/model.ts'
import { line } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { accountPage, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { NameForm } from './views.ts'

/** Other capitals need not wait as another name does; they are counted as well. */
const RENAMING: AttemptLimit = { count: 5, window: DAY }

const NameInput = form({ name: line({ max: MAX_TYPED_NAME }) })

/** `GET` and `POST /account/name`: another name, and those that the member had before. */
export function nameRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.name, async (request, reply) => show(request, reply, await page(forum, request)))
  app.post(PATHS.name, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, state),
      action: () => save(forum, request, reply),
    }),
  )
}

async function page(forum: Forum, request: FastifyRequest, state?: FormState): Promise<PageAnswer> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const old = await oldNamesOf(forum.store.read, actor.memberId)
  const { renameDays } = (await forum.site.at(forum.store.read)).memberSettings
  const last = lastRename(old)
  const from = last === null || mayManageMembers(actor) ? 0 : last + renameDays * DAY
  const mayFrom = from > forum.clock() ? from : null
  const name = actor.name ?? ''
  return accountPage(request, {
    path: PATHS.name,
    main: frame => NameForm(frame, { state: state ?? freshForm({ name }), old, mayFrom, renameDays }),
    json: () => ({ name, old, mayFrom }),
  })
}

async function save(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const input = readForm(NameInput, request)
  const name = await act(forum, actor, async a => {
    const attempt = await countMemberAttempt(a, 'rename', actor.memberId, RENAMING)
    attempt.mustBeWithin()
    return rename(a, actor.memberId, input.name)
  })
  return wasDone(request, reply, PATHS.name, { name })
}
