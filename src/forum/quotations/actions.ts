import { Refused } from '#base/errors.ts'
import type { Act } from '../act.ts'
import { mustJoinSpeakers } from './rules.ts'
import { findSpeaker, type SpeakerRow, writeJoining, writeParting } from './store-speakers.ts'
import { takeTurn } from './store-turn.ts'

/**
 * Lets a name, and all that were joined to it, count as another speaker's; nothing happens where it does already. Throws
 * `not-allowed` for anybody but an administrator, `not-found`, and `invalid` for a name that would be joined to itself.
 */
export async function joinSpeaker(a: Act, input: { speakerId: number; into: number }): Promise<void> {
  const speaker = await begin(a, input.speakerId)
  const other = await mustFind(a, input.into)
  const into = other.joinedTo ?? other.id
  if (into === speaker.id) throw new Refused('invalid', 'refused.speaker-into-itself', { field: 'into' })
  if (speaker.joinedTo === into) return
  await writeJoining(a.db, speaker.id, into)
}

/** Lets a name go by itself again, if it was joined. Throws `not-allowed` and `not-found`. */
export async function partSpeaker(a: Act, input: { speakerId: number }): Promise<void> {
  const speaker = await begin(a, input.speakerId)
  if (speaker.joinedTo !== null) await writeParting(a.db, speaker.id)
}

/** Changes wait for one another, so that nobody is joined to a name that is being joined itself. */
async function begin(a: Act, id: number): Promise<SpeakerRow> {
  mustJoinSpeakers(a.actor)
  await takeTurn(a.db)
  return mustFind(a, id)
}

async function mustFind({ db }: Act, id: number): Promise<SpeakerRow> {
  const speaker = await findSpeaker(db, id)
  if (!speaker) throw new Refused('not-found')
  return speaker
}
