import type { FastifyInstance } from 'fastify'
import type { Forum } from '#forum/act.ts'
import { progressOf } from '#forum/record/round.ts'
import { show } from '#web/respond.ts'
import { administrationPage } from '../answer.ts'
import { loadNumbers } from '../load.ts'
import { READING_PATH } from '../model.ts'
import { type ReadingProgress, ReadingView } from './views.ts'

/** `GET /administration/reading`: how far the posts have been read for the record. */
export function readingRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(READING_PATH, async (request, reply) => {
    const progress = await loadProgress(forum)
    return show(
      request,
      reply,
      administrationPage(request, {
        path: READING_PATH,
        main: frame => ReadingView(frame, progress, forum.clock()),
        json: () => progress,
      }),
    )
  })
}

async function loadProgress(forum: Forum): Promise<ReadingProgress> {
  const { posts } = await loadNumbers(forum)
  const { round, isCurrent } = await progressOf(forum)
  if (!round || !isCurrent) return { posts, looked: 0, read: 0, startedAt: null, finishedAt: null }
  const { looked, read, startedAt, finishedAt } = round
  // Deleted posts are looked at too, and not counted.
  return { posts, looked: finishedAt === null ? Math.min(looked, posts) : posts, read, startedAt, finishedAt }
}
