import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { setLevels } from '#forum/permissions/actions.ts'
import type { Group, Level } from '#forum/permissions/model.ts'
import type { Site } from '#forum/site.ts'
import { choice, id } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { administrationPage, wasDone } from '../answer.ts'
import { changePath, levelsPath } from '../boards/model.ts'
import { BOARDS_PATH } from '../model.ts'
import { type BoardLevels, cellName, groupsOfTable, levelsFor, levelsOf } from './model.ts'
import { PermissionTable } from './views.ts'

const BoardParams = form({ id: id() })

/** What a board's form may hold: whose levels it uses, and a level for each group. */
function levelsForm(groups: readonly Group[]) {
  const cells = groups.map(
    group => [cellName(group.id), v.optional(oneOf(levelsFor(group)), 'none')] as const,
  )
  return form({ use: choice(['own', 'above']), ...Object.fromEntries(cells) })
}

const oneOf = (levels: readonly Level[]) => v.picklist(levels, 'form.not-offered')

/** Who may what in a board. */
export function permissionRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(`${BOARDS_PATH}/:id/permissions`, async (request, reply) => {
    const site = await forum.site.at(forum.store.read)
    return show(request, reply, tablePage(request, site, readParams(BoardParams, request).id))
  })
  app.post(`${BOARDS_PATH}/:id/permissions`, (request, reply) => save(forum, request, reply))
}

/** Throws `not-found`. */
function tablePage(request: FastifyRequest, site: Site, boardId: number, typed?: FormState): PageAnswer {
  const board = site.boards.byId.get(boardId)
  if (!board) throw new Refused('not-found')
  const levels = levelsOf(site, board)
  const standing = Object.fromEntries(levels.groups.map(({ group, level }) => [cellName(group.id), level]))
  const state = typed ? { ...typed, values: { ...standing, ...typed.values } } : freshForm(standing)
  return administrationPage(request, {
    path: BOARDS_PATH,
    title: request.visitor.words.say('administration.permissions-named', { board: board.title }),
    trail: [{ href: changePath(board.id), name: board.title }],
    main: frame => PermissionTable(frame, state, levels),
    json: () => levelsJson(levels),
  })
}

function levelsJson({ board, from, hiddenBy, groups }: BoardLevels): object {
  const named = (each: typeof from) => each && { id: each.id, title: each.title }
  return { board: named(board), from: named(from), hiddenBy: named(hiddenBy), groups }
}

async function save(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const board = readParams(BoardParams, request).id
  const site = await forum.site.at(forum.store.read)
  const groups = groupsOfTable(site.access.groups)
  return withForm(request, reply, {
    showAgain: state => tablePage(request, site, board, state),
    action: async () => {
      const read: Record<string, unknown> = readForm(levelsForm(groups), request)
      const cells = groups.map(({ id }) => [id, read[cellName(id)] as Level] as const)
      const levels = read['use'] === 'own' ? new Map([...cells, ...everything(site)]) : null
      await act(forum, actorOf(request), a => setLevels(a, board, levels))
      return wasDone(request, reply, levelsPath(board), {
        id: board,
        levels: levels && Object.fromEntries(levels),
      })
    },
  })
}

/** What stands in the table for those who may everything anyway. */
const everything = ({ access }: Site): [number, Level][] =>
  access.groups.filter(group => group.kind === 'administrator').map(({ id }) => [id, 'start'])
