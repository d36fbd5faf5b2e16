import type { Act } from '../act.ts'
import type { DetailsInput } from '../details/model.ts'
import { addPoll } from '../polls/actions.ts'
import type { PollInput } from '../polls/model.ts'
import { startThread } from '../posts/actions/start.ts'
import type { Format, PostPlace } from '../posts/model.ts'

/** All that is written to start a thread, as typed. */
export interface StartFields extends DetailsInput {
  readonly title: string
  readonly source: string
  readonly format: Format
  readonly poll: PollInput
  /** Random, the same whenever the same form is sent: it makes one thread. Null for none. */
  readonly requestKey: string | null
}

/**
 * Starts a thread with all that goes with it; → where its first post stands. `timeZone` is the writer's. Throws as `startThread`
 * and `addPoll` do.
 */
export async function begin(
  a: Act,
  { boardId, timeZone, ...fields }: StartFields & { readonly boardId: number; readonly timeZone: string },
): Promise<PostPlace> {
  const place = await startThread(a, { ...fields, boardId })
  await addPoll(a, place, { poll: fields.poll, timeZone })
  return place
}
