import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { setQuota } from '#forum/attachments/actions.ts'
import { MOST_FILES } from '#forum/attachments/model.ts'
import { MEGABYTE, MOST_MEGABYTES, type Quota, quotaOfGroup } from '#forum/attachments/quotas.ts'
import { usedInAll } from '#forum/attachments/store-sweep.ts'
import type { Group } from '#forum/permissions/model.ts'
import { id, wholeNumber } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { administrationPage, wasDone } from '../answer.ts'
import { ATTACHMENTS_PATH } from '../model.ts'
import { AttachmentsView, OneQuota, quotaPath } from './views.ts'

const GroupParams = form({ id: id() })
const megabytesField = () => wholeNumber({ min: 0, max: MOST_MEGABYTES })
const QuotaInput = form({
  ...{ total: megabytesField(), day: megabytesField(), file: megabytesField() },
  files: wholeNumber({ min: 0, max: MOST_FILES }),
})

/** `/administration/attachments`: how much is stored, and what each group may attach; each group has a form of its own. */
export function attachmentRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(ATTACHMENTS_PATH, async (request, reply) => show(request, reply, await listPage(forum, request)))
  app.get(`${ATTACHMENTS_PATH}/:id`, async (request, reply) =>
    show(request, reply, await groupPage(forum, request)),
  )
  app.post(`${ATTACHMENTS_PATH}/:id`, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => groupPage(forum, request, state),
      action: async () => {
        const { id: groupId } = readParams(GroupParams, request)
        const { files, ...sizes } = readForm(QuotaInput, request)
        const { total, day, file } = sizes
        const quota: Quota = {
          ...{ total: total * MEGABYTE, day: day * MEGABYTE, file: file * MEGABYTE },
          files,
        }
        await act(forum, actorOf(request), a => setQuota(a, groupId, quota))
        return wasDone(request, reply, ATTACHMENTS_PATH)
      },
    }),
  )
}

const inMegabytes = ({ total, day, file, files }: Quota) => ({
  ...{ total: Math.round(total / MEGABYTE), day: Math.round(day / MEGABYTE) },
  ...{ file: Math.round(file / MEGABYTE), files },
})

async function listPage(forum: Forum, request: FastifyRequest): Promise<PageAnswer> {
  const site = await forum.site.at(forum.store.read)
  const used = await usedInAll(forum.store.read)
  const groups = site.access.groups
    .filter(group => group.kind !== 'guest')
    .map(group => ({ group, ...inMegabytes(quotaOfGroup(site, group)) }))
  const { store, largest } = forum.files
  return administrationPage(request, {
    path: ATTACHMENTS_PATH,
    main: frame => AttachmentsView(frame, { used, groups, place: store.place, largest }),
    json: () => ({ used, groups: groups.map(({ group, ...quota }) => ({ id: group.id, ...quota })) }),
  })
}

/** Throws `not-found`. */
async function groupPage(forum: Forum, request: FastifyRequest, state?: FormState): Promise<PageAnswer> {
  const { id: groupId } = readParams(GroupParams, request)
  const site = await forum.site.at(forum.store.read)
  const group: Group | undefined = site.access.groups.find(each => each.id === groupId)
  if (!group || group.kind === 'guest') throw new Refused('not-found')
  const quota = inMegabytes(quotaOfGroup(site, group))
  const { total, day, file, files } = quota
  const stands = freshForm({
    ...{ total: String(total), day: String(day), file: String(file), files: String(files) },
  })
  return administrationPage(request, {
    path: ATTACHMENTS_PATH,
    title: request.visitor.words.say('attachment.administration'),
    main: frame => OneQuota(frame, state ?? stands, group),
    json: () => ({ path: quotaPath(group), ...quota }),
  })
}
