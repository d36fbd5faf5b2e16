import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { changeMemberSettings } from '#forum/settings/actions.ts'
import { MAX_MESSAGES_NEEDED, MAX_RENAME_DAYS, type MemberSettings } from '#forum/settings/member-settings.ts'
import { choice, text, tick, wholeNumber } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { administrationPage, wasDone } from '../answer.ts'
import { TITLES_PATH } from '../model.ts'
import { MAX_LADDER, readLadder, typedLadder } from './model.ts'
import { TitlesForm } from './views.ts'

const TitlesInput = form({
  titles: text({ max: MAX_LADDER, min: 0 }),
  titleFrom: v.union([v.literal(''), wholeNumber({ min: 0, max: MAX_MESSAGES_NEEDED })], 'form.not-number'),
  renameDays: wholeNumber({ min: 0, max: MAX_RENAME_DAYS }),
  signatures: choice(['off', 'on']),
  signaturePictures: tick(),
})

/** `GET` and `POST /administration/titles`: the title ladder, titles and names of one's own, signatures. */
export function titleRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(TITLES_PATH, async (request, reply) => show(request, reply, await page(forum, request)))
  app.post(TITLES_PATH, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, state),
      action: async () => {
        const settings = inputOf(request)
        await act(forum, actorOf(request), a => changeMemberSettings(a, settings))
        return wasDone(request, reply, TITLES_PATH, settings)
      },
    }),
  )
}

function inputOf(request: FastifyRequest): MemberSettings {
  const { titles, titleFrom, signaturePictures, ...rest } = readForm(TitlesInput, request)
  return {
    ...rest,
    titles: readLadder(titles),
    titleFrom: titleFrom === '' ? null : titleFrom,
    signaturePictures: signaturePictures ? 'yes' : 'no',
  }
}

async function page(forum: Forum, request: FastifyRequest, state?: FormState): Promise<PageAnswer> {
  const { memberSettings: settings } = await forum.site.at(forum.store.read)
  const stands = freshForm({
    titles: typedLadder(settings.titles),
    titleFrom: settings.titleFrom === null ? '' : String(settings.titleFrom),
    renameDays: String(settings.renameDays),
    signatures: settings.signatures,
    signaturePictures: settings.signaturePictures === 'yes' ? '1' : '',
  })
  return administrationPage(request, {
    path: TITLES_PATH,
    main: frame => TitlesForm(frame, state ?? stands),
    json: () => settings,
  })
}
