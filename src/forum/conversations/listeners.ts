import { numberOf, threadOf } from '#base/ids.ts'
import { act, type Forum } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { CONVERSATIONS } from '../boards/model.ts'
import { linkTo, queueMail } from '../mail/actions.ts'
import { quoted } from '../mail/model.ts'
import { nameOf } from './store.ts'
import { markRead, takeMailed } from './store-write.ts'

/**
 * A post was added: who writes in a conversation has read it so far, and the others get one mail each, until they have read
 * on. It names the author and says nothing of the conversation, not even its title, since mails lie open on their way.
 */
export async function tellOfConversation(
  forum: Forum,
  event: { readonly postId: number; readonly boardId: number; readonly memberId: number },
): Promise<void> {
  const { postId, boardId, memberId: authorId } = event
  if (boardId !== CONVERSATIONS) return
  const [threadId, number] = [threadOf(postId), numberOf(postId)]
  await act(forum, SYSTEM, async a => {
    await markRead(a.db, { threadId, memberId: authorId, number })
    const recipients = await takeMailed(a.db, { threadId, number, authorId })
    const name = recipients.length === 0 ? null : await nameOf(a.db, authorId)
    if (name === null) return
    const link = linkTo(a, `/conversations/${threadId}`)
    for (const memberId of recipients)
      await queueMail(a, {
        to: { memberId },
        kind: 'conversation',
        letter: words => ({
          subject: words.say('conversation.mail-subject', { name: quoted(name) }),
          parts: [
            words.say('conversation.mail-text', { name: quoted(name) }),
            { link, label: words.say('conversation.mail-open') },
          ],
        }),
      })
  })
}
