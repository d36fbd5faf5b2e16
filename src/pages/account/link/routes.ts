import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Forum } from '#forum/act.ts'
import { MAX_PASSWORD } from '#forum/members/model.ts'
import { nameOfLink, usePasswordLink } from '#forum/passwords/actions.ts'
import { CsrfField } from '#web/csrf.ts'
import { line, secret } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { PATHS } from '../model.ts'
import { ChoosePassword } from './views.ts'

const MAX_TOKEN = 100

const LinkParams = form({ token: line({ max: MAX_TOKEN }) })
const LinkInput = form({ password: secret({ max: MAX_PASSWORD }) })

/** `GET` and `POST /password/:token`: a password is chosen by a link that an administrator made. Signs nobody in. */
export function linkRoutes(app: FastifyInstance, forum: Forum): void {
  const page = async (request: FastifyRequest, state: FormState): Promise<PageAnswer> => {
    const { words } = request.visitor
    const { token } = readParams(LinkParams, request)
    const name = await nameOfLink(forum, token)
    return {
      title: words.say('password-link.title'),
      main: () => ChoosePassword({ words, csrf: CsrfField(request), state, token, name }),
      json: () => ({ name }),
      robots: 'noindex',
      style: 'full',
    }
  }
  app.get(PATHS.link, async (request, reply) => show(request, reply, await page(request, freshForm())))
  app.post(PATHS.link, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(request, state),
      action: async () => {
        const { token } = readParams(LinkParams, request)
        const { password } = readForm(LinkInput, request)
        await usePasswordLink(forum, token, password)
        return done(request, reply, { json: {}, back: `${PATHS.signIn}?chosen=1` })
      },
    }),
  )
}
