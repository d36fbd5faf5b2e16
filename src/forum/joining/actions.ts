import { Refused } from '#base/errors.ts'
import { DEFAULT_LOCALE, type Locale } from '#base/words.ts'
import type { Reader } from '#store/store.ts'
import type { Act } from '../act.ts'
import { mustAdminister } from '../actor.ts'
import { askToConfirm } from '../confirming/actions.ts'
import { redeem } from '../invitations/actions.ts'
import { linkTo, queueMail } from '../mail/actions.ts'
import { delinked, quoted } from '../mail/model.ts'
import { recipient } from '../mail/store.ts'
import { register } from '../members/actions/admit.ts'
import type { PasswordHash } from '../members/passwords.ts'
import { findAccount } from '../members/store-accounts.ts'
import { isRight, type JoiningAnswers, MOST_QUESTIONS, type Question } from './model.ts'
import { addQuestion, letIn, questionsOf, removeQuestion, turnAway } from './store.ts'

/** Throws `invalid` for the field `answer` unless it is one of the right ones. */
export function mustBeRight(question: Question, answer: string): void {
  if (!isRight(question, answer)) throw new Refused('invalid', 'register.wrong-answer', { field: 'answer' })
}

/** What somebody typed who joins, and the id of the question that they were asked; null for none. */
export interface GivenAnswers {
  readonly asked: number | null
  readonly answer: string
  /** What they say of themself; '' for nothing. */
  readonly about: string
}

/**
 * Checks what somebody answered, where anything is asked here; → what is kept of it for administrators. Throws `invalid` for
 * the field `answer`, also for a question that is none of ours.
 */
export async function readAnswers(
  db: Reader,
  { asked, answer, about }: GivenAnswers,
): Promise<JoiningAnswers> {
  const said = about === '' ? {} : { about }
  const questions = await questionsOf(db)
  if (questions.length === 0) return said
  const question = questions.find(each => each.id === asked)
  if (!question) throw new Refused('invalid', 'register.wrong-answer', { field: 'answer' })
  mustBeRight(question, answer)
  return { question: question.question, answer, ...said }
}

/**
 * Somebody joins, with an invitation where there is one (its token; '' for none), and is sent the link by which they
 * confirm their address. → id, and whether they wait for an administrator. Throws as `register` does, and `not-found` for an
 * invitation that does not hold.
 */
export async function join(
  a: Act,
  input: {
    readonly name: string
    readonly address: string
    readonly password: PasswordHash
    readonly invitation: string
    readonly answers: JoiningAnswers
    readonly locale: Locale
  },
): Promise<{ id: number; isWaiting: boolean }> {
  const { invitation, answers, ...typed } = input
  const isInvited = invitation !== ''
  const made = await register(a, { ...typed, isInvited, answers: JSON.stringify(answers) })
  // After the member: whoever cannot be one must not use an invitation up. All of it is one transaction.
  if (isInvited) await redeem(a, invitation, typed.address)
  const account = await findAccount(a.db, made.id)
  if (account?.address)
    await askToConfirm(a, { memberId: made.id, name: account.name, address: account.address }, typed.locale)
  return made
}

/** Lets somebody in who waits, and tells them. Throws `not-allowed`, and `not-found` for whoever does not wait (any more). */
export async function approve(a: Act, memberId: number): Promise<void> {
  mustAdminister(a.actor)
  const account = await findAccount(a.db, memberId)
  if (!account || !(await letIn(a.db, memberId, a.now))) throw new Refused('not-found')
  a.emit({ type: 'member.joined', memberId })
  await queueMail(a, {
    ...{ to: { memberId }, kind: 'account' },
    letter: words => ({
      subject: words.say('mail.approved-subject'),
      parts: [
        words.say('mail.approved-text', {
          name: quoted(account.name),
          forum: quoted(a.site.settings.name),
        }),
        { link: linkTo(a, '/sign-in'), label: words.say('sign-in.title') },
      ],
    }),
  })
}

/** Turns somebody away who waits, tells them, and forgets them. Throws as `approve` does. */
export async function refuse(a: Act, memberId: number): Promise<void> {
  mustAdminister(a.actor)
  const account = await findAccount(a.db, memberId)
  const to = await recipient(a.db, memberId)
  if (!account || !(await turnAway(a.db, memberId))) throw new Refused('not-found')
  if (!to) return
  await queueMail(a, {
    ...{ to: { address: to.address, locale: to.locale ?? DEFAULT_LOCALE }, kind: 'account' },
    letter: words => ({
      subject: words.say('mail.refused-subject'),
      parts: [
        words.say('mail.refused-text', { name: delinked(account.name), forum: quoted(a.site.settings.name) }),
      ],
    }),
  })
}

/** Adds a question. Throws `not-allowed`, and `conflict` when there are many already. */
export async function askMore(
  a: Act,
  question: { question: string; answers: readonly string[] },
): Promise<void> {
  mustAdminister(a.actor)
  const known = await questionsOf(a.db)
  if (known.length >= MOST_QUESTIONS) throw new Refused('conflict', 'joining.many-questions')
  if (question.answers.length === 0) throw new Refused('invalid', 'form.required', { field: 'answers' })
  await addQuestion(a.db, { ...question, position: known.length })
}

/** Takes a question out. Throws `not-allowed` and `not-found`. */
export async function askLess(a: Act, id: number): Promise<void> {
  mustAdminister(a.actor)
  if (!(await removeQuestion(a.db, id))) throw new Refused('not-found')
}
