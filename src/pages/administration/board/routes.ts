import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { changeBoard, moveBoard, removeBoard } from '#forum/boards/actions.ts'
import { holdsThreads } from '#forum/boards/store.ts'
import { id } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { administrationPage, wasDone } from '../answer.ts'
import { boardTexts, place } from '../boards/input.ts'
import { changePath, placesFor } from '../boards/model.ts'
import { BOARDS_PATH } from '../model.ts'
import { OneBoard } from './views.ts'

const BoardParams = form({ id: id() })
const BoardInput = form(boardTexts)
const PlaceInput = form({ parent: place() })
const NothingInput = form({})

const PATH = `${BOARDS_PATH}/:id`

/** One board: what is said about it, where it stands, and its removal. */
export function oneBoardRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATH, async (request, reply) => {
    const board = readParams(BoardParams, request).id
    return show(request, reply, await boardPage(forum, request, board))
  })
  app.post(PATH, (request, reply) => change(forum, request, reply))
  app.post(`${PATH}/move`, (request, reply) => move(forum, request, reply))
  app.post(`${PATH}/remove`, (request, reply) => remove(forum, request, reply))
}

/** Throws `not-found`. `state` is that of a form on the page that is shown again. */
async function boardPage(
  forum: Forum,
  request: FastifyRequest,
  boardId: number,
  state: FormState = freshForm(),
): Promise<PageAnswer> {
  const { boards } = await forum.site.at(forum.store.read)
  const board = boards.byId.get(boardId)
  if (!board) throw new Refused('not-found')
  const isEmpty = !boards.within.has(boardId) && !(await holdsThreads(forum.store.read, boardId))
  const { title, description, section, excerptLimit, editMinutes, kinds, prefixRequired } = board
  const parent = board.parentId === null ? '' : String(board.parentId)
  const values = {
    title,
    description,
    section: section ? '1' : '',
    parent,
    excerptLimit: String(excerptLimit ?? ''),
    editMinutes: String(editMinutes ?? ''),
    kinds,
    prefixRequired: prefixRequired ? '1' : '',
  }
  const shown = { values: state.problem ? typed(values, state) : values, problem: state.problem }
  return administrationPage(request, {
    path: BOARDS_PATH,
    title,
    main: frame => OneBoard(frame, shown, { board, isEmpty, places: placesFor(boards, boardId) }),
    json: () => ({ board, isEmpty }),
  })
}

/** What was typed into the one form, what stands there in the other. A box that was not ticked is not sent. */
function typed(values: FormState['values'], state: FormState): FormState['values'] {
  const isText = Object.hasOwn(state.values, 'title')
  return { ...values, ...(isText && { section: '', prefixRequired: '', kinds: [] }), ...state.values }
}

function change(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const board = readParams(BoardParams, request).id
  return withForm(request, reply, {
    showAgain: state => boardPage(forum, request, board, state),
    action: async () => {
      const text = readForm(BoardInput, request)
      await act(forum, actorOf(request), a => changeBoard(a, board, text))
      return wasDone(request, reply, changePath(board), { id: board, ...text })
    },
  })
}

function move(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const board = readParams(BoardParams, request).id
  return withForm(request, reply, {
    showAgain: state => boardPage(forum, request, board, state),
    action: async () => {
      const { parent } = readForm(PlaceInput, request)
      await act(forum, actorOf(request), a => moveBoard(a, board, { parentId: parent }))
      return wasDone(request, reply, changePath(board), { id: board, parent })
    },
  })
}

function remove(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const board = readParams(BoardParams, request).id
  return withForm(request, reply, {
    showAgain: state => boardPage(forum, request, board, state),
    action: async () => {
      readForm(NothingInput, request)
      await act(forum, actorOf(request), a => removeBoard(a, board))
      return wasDone(request, reply, BOARDS_PATH)
    },
  })
}
