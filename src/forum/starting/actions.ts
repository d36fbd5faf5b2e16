import type { Act } from '../act.ts'
import { addPoll } from '../polls/actions.ts'
import { type StartInput, startThread } from '../posts/actions/start.ts'
import type { PostPlace } from '../posts/model.ts'
import type { StartFields } from './model.ts'

/**
 * Starts a thread with all that goes with it; → where its first post stands. `timeZone` is the writer's. Throws as `startThread`
 * and `addPoll` do.
 */
export async function begin(
  a: Act,
  {
    boardId,
    timeZone,
    ...fields
  }: StartFields & Pick<StartInput, 'boardId' | 'isFromEarlier'> & { readonly timeZone: string },
): Promise<PostPlace> {
  const place = await startThread(a, { ...fields, boardId })
  await addPoll(a, place, { poll: fields.poll, timeZone })
  return place
}
