import type { Forum } from '#forum/act.ts'
import { FINISH, SETTLE } from '#forum/attachments/model.ts'
import { finishPicture, settleFiles } from '#forum/attachments/work.ts'
import { removePosts } from '#forum/leaving/actions.ts'
import { REMOVAL_JOB } from '#forum/leaving/model.ts'
import { fetchCard } from '#forum/link-cards/fetching.ts'
import { CARD_JOB } from '#forum/link-cards/model.ts'
import { MAIL_JOB, sendQueued } from '#forum/mail/actions.ts'
import { MENTIONS_JOB } from '#forum/members/actions/rename.ts'
import { answerForgotten, FORGOTTEN_JOB } from '#forum/passwords/actions.ts'
import { printMentions } from '#forum/posts/mentions.ts'
import { JUDGE_MORE, judgeMore } from '#forum/quotes/listeners.ts'
import { printNamingSignatures } from '#forum/signatures/printing.ts'
import type { JobHandler } from '#jobs/queue.ts'

/** Who does which job. Everything that is put off until after its transaction is on one of these lines. */
export function handlersOf(forum: Forum): Readonly<Record<string, JobHandler>> {
  return {
    [MAIL_JOB]: payload => sendQueued(forum, payload),
    [FORGOTTEN_JOB]: payload => answerForgotten(forum, payload),
    [FINISH]: payload => finishPicture(forum, payload),
    [SETTLE]: payload => settleFiles(forum, payload),
    [CARD_JOB]: payload => fetchCard(forum, payload),
    [MENTIONS_JOB]: async payload => {
      await printNamingSignatures(forum, payload)
      await printMentions(forum, payload)
    },
    [JUDGE_MORE]: payload => judgeMore(forum, payload),
    [REMOVAL_JOB]: payload => removePosts(forum, payload),
  }
}
