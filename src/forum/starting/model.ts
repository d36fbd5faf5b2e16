import type { AttachmentsInput } from '../attachments/model.ts'
import type { DetailsInput } from '../details/model.ts'
import type { PollInput } from '../polls/model.ts'
import type { Format } from '../posts/model.ts'

/** All that is written to start a thread, as typed. */
export interface StartFields extends DetailsInput, Pick<AttachmentsInput, 'attachments'> {
  readonly title: string
  readonly source: string
  readonly format: Format
  readonly poll: PollInput
  /** Random, the same whenever the same form is sent: it makes one thread. Null for none. */
  readonly requestKey: string | null
}
