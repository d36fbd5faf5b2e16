import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import { MAX_NAME } from '#forum/members/model.ts'
import type { Site } from '#forum/site.ts'
import { id, line } from '#web/fields.ts'
import { type FormState, form, freshForm, readQuery, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { administrationPage } from '../answer.ts'
import { placesFor } from '../boards/model.ts'
import { WHY_PATH } from '../model.ts'
import { actorNamed } from './load.ts'
import { type Explanation, explain } from './model.ts'
import { explanationJson, Why } from './views.ts'

/** UTF-16 units; a name counts its characters in code points. */
const MAX_TYPED = 2 * MAX_NAME

const WhyQuery = form({ member: line({ max: MAX_TYPED, min: 0 }), board: v.optional(id()) })

/** `GET /administration/why?member=…&board=…`: why somebody may or may not. Without a board, the question alone. */
export function whyRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(WHY_PATH, async (request, reply) => {
    const site = await forum.site.at(forum.store.read)
    return withForm(request, reply, {
      showAgain: ({ problem }) => page(request, site, { values: typed(request), problem }, null),
      action: async () => {
        const { member, board } = readQuery(WhyQuery, request)
        const explanation = board === undefined ? null : await answer(forum, site, member, board)
        const values = { member, board: board === undefined ? '' : String(board) }
        return show(request, reply, page(request, site, freshForm(values), explanation))
      },
    })
  })
}

/** Throws `invalid` for a member or a board that is not there. */
async function answer(forum: Forum, site: Site, member: string, boardId: number): Promise<Explanation> {
  const board = site.boards.byId.get(boardId)
  if (!board) throw new Refused('invalid', 'form.not-offered', { field: 'board' })
  const actor = await actorNamed(forum, member)
  if (!actor) throw new Refused('invalid', 'administration.no-such-member', { field: 'member' })
  return explain(site, actor, board)
}

/** What stands in the address as it was typed. */
function typed(request: FastifyRequest): FormState['values'] {
  const { member, board } = request.query as Record<string, unknown>
  return {
    member: typeof member === 'string' ? member : '',
    board: typeof board === 'string' ? board : '',
  }
}

function page(
  request: FastifyRequest,
  site: Site,
  state: FormState,
  explanation: Explanation | null,
): PageAnswer {
  return administrationPage(request, {
    path: WHY_PATH,
    main: frame => Why(frame, state, placesFor(site.boards, null), explanation),
    json: () => (explanation ? explanationJson(explanation) : { boards: placesFor(site.boards, null) }),
  })
}
