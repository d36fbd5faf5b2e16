import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Forum } from '#forum/act.ts'
import { type Actor, actorOf } from '#forum/actor.ts'
import { findingPath } from '#forum/findings/views.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import { correctSpeaker, restoreFinding, withdrawFinding } from '#forum/record/actions.ts'
import { MAX_CORRECTION_REASON, MAX_SPEAKER } from '#forum/record/model.ts'
import { mustCorrect, mustGiveReason } from '#forum/record/rules.ts'
import type { FindingPlace } from '#forum/sources/model.ts'
import { CsrfField } from '#web/csrf.ts'
import { line } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { type Limit, limit } from '#web/limits.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { loadFinding } from '../load.ts'
import type { FindingPage } from '../model.ts'
import { pageAbout, placeOf } from '../place.ts'
import { CORRECTIONS, CorrectionForm, type CorrectionName, correctionTitle } from './views.ts'

const reason = line({ max: MAX_CORRECTION_REASON, min: 0 })
const SpeakerInput = form({ speaker: line({ max: MAX_SPEAKER, min: 0 }), reason })
const ReasonInput = form({ reason })

/** How often one network may correct something: each time what was read of the post is kept anew. */
const CORRECTED: Limit = { count: 20, seconds: 60 }

/** The forms with which its author and moderators correct what was read in a post. */
export function correctionRoutes(app: FastifyInstance, forum: Forum): void {
  const held = { preValidation: limit(CORRECTED) }
  for (const name of CORRECTIONS) {
    const path = `/posts/:thread/:number/findings/:key/${name}`
    const formPage = (request: FastifyRequest, state?: FormState) => answer(forum, request, name, state)
    app.get(path, async (request, reply) => show(request, reply, await formPage(request)))
    app.post(path, held, (request, reply) =>
      withForm(request, reply, {
        showAgain: state => formPage(request, state),
        action: async () => {
          const place = placeOf(request)
          const correct = readCorrection(request, name, place)
          const key = await correct(forum, actorOf(request))
          return done(request, reply, {
            back: findingPath(place, key),
            json: { ...place, key, correction: name },
          })
        },
      }),
    )
  }
}

/** What a form asks for → the action. Throws `invalid`. */
function readCorrection(
  request: FastifyRequest,
  name: CorrectionName,
  place: FindingPlace,
): (forum: Forum, actor: Actor) => Promise<string> {
  if (name === 'speaker') {
    const input = { ...place, ...readForm(SpeakerInput, request) }
    return (forum, actor) => correctSpeaker(forum, actor, input)
  }
  const input = { ...place, ...readForm(ReasonInput, request) }
  const correct = name === 'withdraw' ? withdrawFinding : restoreFinding
  return (forum, actor) => correct(forum, actor, input)
}

/** The page of the form; what it is about is looked at by those alone who may correct it. */
async function answer(
  forum: Forum,
  request: FastifyRequest,
  name: CorrectionName,
  state: FormState | undefined,
): Promise<PageAnswer> {
  const actor = actorOf(request)
  const page = await loadFinding(forum, actor, placeOf(request))
  const visible = visibleTo(await forum.site.at(forum.store.read), actor)
  mustCorrect(visible, page.thread, page.post)
  const { words } = request.visitor
  const needsReason = mustGiveReason(visible, page.post)
  return pageAbout(request, page, {
    title: correctionTitle(name, words),
    main: () =>
      CorrectionForm(page, name, {
        ...{ words, needsReason, csrf: () => CsrfField(request) },
        form: state ?? freshForm({ speaker: speakerOf(page) }),
      }),
    json: () => ({ key: page.key, correction: name }),
    isForm: true,
  })
}

/** The speaker as it is shown now. */
function speakerOf({ found, entry }: FindingPage): string {
  if (entry?.kind === 'quotation') return entry.speaker.name
  return found.kind === 'quotation' ? found.finding.resolved || found.finding.speaker : ''
}
