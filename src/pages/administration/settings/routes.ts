import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { isTimeZone } from '#base/words.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { changeSettings } from '#forum/settings/actions.ts'
import { MAX_FORUM_NAME, MAX_WELCOME, REGISTRATIONS, type Settings } from '#forum/settings/model.ts'
import { timeZoneOptions } from '#web/components/time-zone.ts'
import { choice, line, text } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { administrationPage, wasDone } from '../answer.ts'
import { SETTINGS_PATH } from '../model.ts'
import { SettingsForm } from './views.ts'

const MAX_ZONE = 60

const SettingsInput = form({
  name: line({ max: MAX_FORUM_NAME }),
  welcome: text({ max: MAX_WELCOME, min: 0 }),
  timeZone: v.pipe(line({ max: MAX_ZONE }), v.check(isTimeZone, 'form.not-offered')),
  registration: choice(REGISTRATIONS),
})

/** `GET` and `POST /administration/settings`. */
export function settingsRoutes(app: FastifyInstance, forum: Forum): void {
  const page = (request: FastifyRequest, state: FormState, settings: Settings): PageAnswer =>
    administrationPage(request, {
      path: SETTINGS_PATH,
      main: frame => SettingsForm(frame, state, timeZoneOptions(settings.timeZone)),
      json: () => settings,
    })

  app.get(SETTINGS_PATH, async (request, reply) => {
    const { settings } = await forum.site.at(forum.store.read)
    return show(request, reply, page(request, freshForm({ ...settings }), settings))
  })

  app.post(SETTINGS_PATH, async (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(request, state, forum.site.latest().settings),
      action: async () => {
        const settings = readForm(SettingsInput, request)
        await act(forum, actorOf(request), a => changeSettings(a, settings))
        return wasDone(request, reply, SETTINGS_PATH, settings)
      },
    }),
  )
}
