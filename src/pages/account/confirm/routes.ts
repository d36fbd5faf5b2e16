import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, SYSTEM } from '#forum/actor.ts'
import { confirmAddress, lookAtLink, takeAddressBack, useAddressLink } from '#forum/confirming/actions.ts'
import type { LinkPurpose } from '#forum/links/store.ts'
import { CsrfField } from '#web/csrf.ts'
import { line } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { PATHS } from '../model.ts'
import { ConfirmAddress, type Sentences } from './views.ts'

const MAX_TOKEN = 100

const LinkParams = form({ token: line({ max: MAX_TOKEN }) })
const NothingInput = form({})

/** A link that came by mail: opening it only shows what it does, for programs open links too. */
interface MailedLink {
  readonly path: string
  readonly purpose: LinkPurpose
  readonly sentences: Sentences
  /** Does it; → the path where it goes on. */
  use(forum: Forum, token: string, request: FastifyRequest): Promise<string>
}

const next = (request: FastifyRequest): string =>
  actorOf(request).memberId === null ? `${PATHS.signIn}?confirmed=1` : '/'

const LINKS: readonly MailedLink[] = [
  {
    path: PATHS.confirm,
    purpose: 'confirm',
    sentences: { title: 'confirm.title', about: 'confirm.about', send: 'confirm.send' },
    use: async (forum, token, request) => {
      await act(forum, SYSTEM, a => confirmAddress(a, token))
      return next(request)
    },
  },
  {
    path: PATHS.newAddress,
    purpose: 'address',
    sentences: {
      title: 'confirm.address-title',
      about: 'confirm.address-about',
      send: 'confirm.address-send',
    },
    use: async (forum, token, request) => {
      await act(forum, SYSTEM, a => useAddressLink(a, token, request.visitor.sessionHash))
      return next(request)
    },
  },
  {
    path: PATHS.addressBack,
    purpose: 'address-back',
    sentences: { title: 'confirm.back-title', about: 'confirm.back-about', send: 'confirm.back-send' },
    use: async (forum, token) => {
      const password = await act(forum, SYSTEM, a => takeAddressBack(a, token))
      return PATHS.link.replace(':token', password)
    },
  },
]

/** The links that confirm an address, change it, and take that back: `GET` shows what they do, `POST` does it. */
export function confirmRoutes(app: FastifyInstance, forum: Forum): void {
  for (const link of LINKS) {
    app.get(link.path, async (request, reply) =>
      show(request, reply, await page(forum, request, link, freshForm())),
    )
    app.post(link.path, (request, reply) =>
      withForm(request, reply, {
        showAgain: state => page(forum, request, link, state),
        action: () => use(forum, request, reply, link),
      }),
    )
  }
}

async function page(
  forum: Forum,
  request: FastifyRequest,
  { path, purpose, sentences }: MailedLink,
  state: FormState,
): Promise<PageAnswer> {
  const { words } = request.visitor
  const { token } = readParams(LinkParams, request)
  const whose = await lookAtLink(forum, purpose, token)
  const action = path.replace(':token', encodeURIComponent(token))
  return {
    title: words.say(sentences.title),
    main: () => ConfirmAddress({ words, csrf: CsrfField(request), state, action, sentences, ...whose }),
    json: () => whose,
    robots: 'noindex',
    style: 'full',
  }
}

async function use(
  forum: Forum,
  request: FastifyRequest,
  reply: FastifyReply,
  link: MailedLink,
): Promise<FastifyReply> {
  const { token } = readParams(LinkParams, request)
  readForm(NothingInput, request)
  return done(request, reply, { json: {}, back: await link.use(forum, token, request) })
}
