import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { addBoard, shiftBoard } from '#forum/boards/actions.ts'
import type { Site } from '#forum/site.ts'
import { choice, id } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, readQuery, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { administrationPage, wasDone } from '../answer.ts'
import { BOARDS_PATH } from '../model.ts'
import { anyPlace, boardTexts } from './input.ts'
import { changePath, listOf, NEW_BOARD_PATH, placesFor } from './model.ts'
import { BoardList, NewBoard } from './views.ts'

const NewBoardInput = form({ ...boardTexts, parent: anyPlace() })
const NewBoardQuery = form({ within: anyPlace() })
const ShiftInput = form({ direction: choice(['up', 'down']) })
const BoardParams = form({ id: id() })

/** The list of boards, their order, and the form of a new one. */
export function boardRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(BOARDS_PATH, async (request, reply) =>
    show(request, reply, listPage(request, await forum.site.at(forum.store.read))),
  )
  app.get(NEW_BOARD_PATH, async (request, reply) => {
    const site = await forum.site.at(forum.store.read)
    const { within } = readQuery(NewBoardQuery, request)
    const state = freshForm({ parent: within === null ? '' : String(within) })
    return show(request, reply, newPage(request, state, site))
  })
  app.post(BOARDS_PATH, (request, reply) => add(forum, request, reply))
  app.post(`${BOARDS_PATH}/:id/shift`, (request, reply) => shift(forum, request, reply))
}

function listPage(request: FastifyRequest, { boards, access }: Site): PageAnswer {
  const list = listOf(boards, access, null)
  return administrationPage(request, {
    path: BOARDS_PATH,
    main: frame => BoardList(frame, list),
    json: () => ({ boards: list }),
  })
}

function newPage(request: FastifyRequest, state: FormState, { boards }: Site): PageAnswer {
  const places = placesFor(boards, null)
  return administrationPage(request, {
    path: BOARDS_PATH,
    title: request.visitor.words.say('administration.new-board'),
    main: frame => NewBoard(frame, state, places),
    json: () => ({ places }),
  })
}

async function add(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return withForm(request, reply, {
    showAgain: state => newPage(request, state, forum.site.latest()),
    action: async () => {
      const { parent, ...text } = readForm(NewBoardInput, request)
      const made = await act(forum, actorOf(request), a => addBoard(a, parent, text))
      return wasDone(request, reply, changePath(made), { id: made })
    },
  })
}

async function shift(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const board = readParams(BoardParams, request).id
  const { direction } = readForm(ShiftInput, request)
  await act(forum, actorOf(request), a => shiftBoard(a, board, direction))
  // Not to the notice at the top: whoever puts boards in order goes on at the same place.
  return done(request, reply, { json: { id: board }, back: `${BOARDS_PATH}#board-${board}` })
}
