import type { FastifyInstance, FastifyRequest } from 'fastify'
import { html } from '#base/html.ts'
import type { Key } from '#base/words.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { takeFrom } from '#forum/conversations/actions/own.ts'
import { TAKES, type Takes } from '#forum/conversations/model.ts'
import { takesOf } from '#forum/conversations/store.ts'
import { SubmitButton } from '#web/components/button.ts'
import { ChoiceInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import { choice } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { accountPage, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { AccountPart, type Frame } from '../views.ts'

const NAMES: Readonly<Record<Takes, Key>> = {
  anybody: 'conversation.takes-anybody',
  followed: 'conversation.takes-followed',
  nobody: 'conversation.takes-nobody',
}
const Input = form({ takes: choice(TAKES) })

/** `GET` and `POST /account/conversations`: from whom the member takes conversations. */
export function takingRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.conversations, async (request, reply) => show(request, reply, await page(forum, request)))
  app.post(PATHS.conversations, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, state),
      action: async () => {
        const input = readForm(Input, request)
        await act(forum, actorOf(request), a => takeFrom(a, input))
        return wasDone(request, reply, PATHS.conversations, input)
      },
    }),
  )
}

async function page(forum: Forum, request: FastifyRequest, state?: FormState): Promise<PageAnswer> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const takes = await takesOf(forum.store.read, actor.memberId)
  return accountPage(request, {
    path: PATHS.conversations,
    main: frame => AccountPart(frame, PATHS.conversations, TakesForm(state ?? freshForm({ takes }), frame)),
    json: () => ({ takes }),
  })
}

function TakesForm(state: FormState, { words, csrf }: Frame) {
  const field = {
    ...{ name: 'takes', label: words.say('conversation.takes'), hint: words.say('conversation.takes-hint') },
  }
  const options = TAKES.map(value => ({ value, label: words.say(NAMES[value]) }))
  return html`<form class="form" method="post" action="${PATHS.conversations}">${csrf}${FormNotice(state)}${ChoiceInput(state, field, options)}<div class="sends">${SubmitButton(words.say('account.save'))}</div></form>`
}
