import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { mustChangeProfile } from '#forum/members/rules.ts'
import { printSignature, setSignature } from '#forum/signatures/actions.ts'
import { MAX_SIGNATURE } from '#forum/signatures/model.ts'
import { signatureSourceOf } from '#forum/signatures/store.ts'
import { choice, text } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { accountPage, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { SignatureForm } from './views.ts'

const SignatureInput = form({
  signature: text({ max: MAX_SIGNATURE, min: 0 }),
  act: v.optional(choice(['preview', 'save']), 'save'),
})

/** `GET` and `POST /account/signature`: what stands below a member's posts, with a preview. */
export function signatureRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.signature, async (request, reply) => show(request, reply, await page(forum, request)))
  app.post(PATHS.signature, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, { state }),
      action: () => take(forum, request, reply),
    }),
  )
}

async function page(
  forum: Forum,
  request: FastifyRequest,
  shown: { state?: FormState; preview?: string } = {},
): Promise<PageAnswer> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const { read } = forum.store
  const { memberSettings: settings } = await forum.site.at(read)
  const source = await signatureSourceOf(read, actor.memberId)
  const state = shown.state ?? freshForm({ signature: source })
  return accountPage(request, {
    path: PATHS.signature,
    main: frame => SignatureForm(frame, { state, settings, preview: shown.preview ?? null }),
    json: () => ({ signature: source, preview: shown.preview ?? null, signatures: settings.signatures }),
  })
}

async function take(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = actorOf(request)
  mustBeMember(actor)
  mustChangeProfile(actor, actor.memberId)
  const { signature, act: asked } = readForm(SignatureInput, request)
  if (asked === 'preview') {
    const { signaturePictures } = (await forum.site.at(forum.store.read)).memberSettings
    const { html } = await printSignature(forum.store.read, actor.memberId, signature, {
      mayHavePictures: signaturePictures === 'yes',
      origin: forum.origin,
    })
    return show(
      request,
      reply,
      await page(forum, request, { state: freshForm({ signature }), preview: html }),
    )
  }
  await act(forum, actor, a => setSignature(a, actor.memberId, signature))
  return wasDone(request, reply, PATHS.signature)
}
