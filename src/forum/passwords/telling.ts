import type { Act } from '../act.ts'
import type { EventOf } from '../events.ts'
import { linkTo, queueMail } from '../mail/actions.ts'
import { quoted } from '../mail/model.ts'

/** Says that it has changed how a member signs in, and tells them, in case it was not they. */
export async function tellSignInChanged(
  a: Act,
  memberId: number,
  what: EventOf<'sign-in.changed'>['what'],
): Promise<void> {
  a.emit({ type: 'sign-in.changed', memberId, what })
  await queueMail(a, {
    ...{ to: { memberId }, kind: 'account' },
    letter: words => ({
      subject: words.say('mail.sign-in-subject'),
      parts: [
        words.say('mail.sign-in-text', { what, forum: quoted(a.site.settings.name) }),
        { link: linkTo(a, '/account/sessions'), label: words.say('account.sessions') },
        words.say('mail.sign-in-not-you'),
      ],
    }),
  })
}
