import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { LEAST_PART, MIDDLE } from '#forum/files/model.ts'
import { drawAvatar, readBytes } from '#forum/files/pictures.ts'
import { removeAvatar, setAvatar } from '#forum/members/actions/profile.ts'
import { picturePath } from '#forum/members/model.ts'
import { mustChangeProfile } from '#forum/members/rules.ts'
import { cardsOf } from '#forum/members/store.ts'
import { wholeNumber } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { type IncomingFile, readUpload, takesFiles } from '#web/uploads.ts'
import { accountPage, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { PictureForm } from './views.ts'

const NothingInput = form({})
const percent = (least: number) => wholeNumber({ min: least, max: 100 })
const CropInput = form({
  across: v.optional(percent(0), MIDDLE.across),
  down: v.optional(percent(0), MIDDLE.down),
  part: v.optional(percent(LEAST_PART), MIDDLE.part),
})
const FIELD = 'picture'

/** `GET` and `POST /account/avatar`, and `POST /account/avatar/remove`. */
export function pictureRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.picture, async (request, reply) =>
    show(request, reply, await page(forum, request, freshForm())),
  )
  app.post(PATHS.picture, takesFiles(), (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, state),
      action: () => take(forum, request, reply),
    }),
  )
  app.post(`${PATHS.picture}/remove`, async (request, reply) => {
    const actor = actorOf(request)
    mustBeMember(actor)
    readForm(NothingInput, request)
    await act(forum, actor, a => removeAvatar(a, actor.memberId))
    return wasDone(request, reply, PATHS.picture, { picture: null })
  })
}

async function page(forum: Forum, request: FastifyRequest, state: FormState): Promise<PageAnswer> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const member = (await cardsOf(forum.store.read, [actor.memberId])).get(actor.memberId)
  if (!member) throw new Refused('not-found')
  const { uploadBytes } = request.server.web.options.config
  return accountPage(request, {
    path: PATHS.picture,
    main: frame => PictureForm(frame, { state, member, uploadBytes }),
    json: () => ({ picture: member.picture }),
  })
}

/** A file that is in the wrong place is read to its end and not looked at. */
async function bytesOf(file: IncomingFile): Promise<Buffer | null> {
  const bytes = await readBytes(file.bytes)
  return file.field === FIELD ? bytes : null
}

/** Whether the member may is asked before anything is read; the action asks again. */
async function take(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = actorOf(request)
  mustBeMember(actor)
  mustChangeProfile(actor, actor.memberId)
  const { files, fields: crop } = await readUpload(CropInput, request, bytesOf)
  const bytes = files.find(file => file !== null && file.length > 0)
  if (!bytes) throw new Refused('invalid', 'account.picture-missing', { field: FIELD })
  const picture = await drawAvatar(bytes, crop)
  await act(forum, actor, a => setAvatar(a, actor.memberId, picture))
  return wasDone(request, reply, PATHS.picture, { picture: picturePath(picture.hash) })
}
