import { isMacOf, macOf } from '#base/mac.ts'

export const MAX_QUESTION = 200
/** UTF-16 units of all answers that are right, one a line. */
export const MAX_ANSWERS = 1000
export const MAX_ANSWER = 100
export const MOST_QUESTIONS = 50
/** UTF-16 units of what somebody says of themself who waits for administrators to agree. */
export const MAX_ABOUT = 500

/** A question that keeps programs out: it is asked of whoever joins, one of all by chance. */
export interface Question {
  readonly id: number
  readonly question: string
  /** Each is right. */
  readonly answers: readonly string[]
}

/** What somebody said who wants to join. */
export interface JoiningAnswers {
  readonly question?: string
  readonly answer?: string
  readonly about?: string
}

/** Somebody who waits for administrators to agree. */
export interface Waiting {
  readonly id: number
  readonly name: string
  readonly address: string | null
  readonly isConfirmed: boolean
  readonly joinedAt: number
  readonly answers: JoiningAnswers
}

/** An answer as it is compared: capitals, spaces, the forms of a letter and a full stop make no difference. */
export const foldAnswer = (answer: string): string =>
  answer
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\s]+/gu, ' ')
    .replace(/^[\s"'“”„]+|[\s"'“”.!?؟]+$/g, '')

/** The question of an id; where there is none such, one of all by `chance`, a whole number. Null where none is asked. */
export const questionOf = (
  questions: readonly Question[],
  asked: number | null,
  chance: number,
): Question | null =>
  questions.find(({ id }) => id === asked) ?? questions[chance % Math.max(questions.length, 1)] ?? null

/** Whether an answer is one of those that are right. */
export const isRight = ({ answers }: Question, answer: string): boolean =>
  foldAnswer(answer) !== '' && answers.some(each => foldAnswer(each) === foldAnswer(answer))

/** What was typed as answers, one a line → the answers. */
export const answersOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map(answer => answer.trim())
    .filter(answer => foldAnswer(answer) !== '')

const bound = (id: number, opened: string): string => `joining question ${id} ${opened}`

/** Which question was asked in a form, as a text that only we can make: for this form (`opened`) and no other. */
export const askedOf = (secret: Buffer, id: number, opened: string): string =>
  `${id}.${macOf(secret, bound(id, opened))}`

/** The id in such a text; null when it was not made here for this form. */
export function questionAsked(secret: Buffer, asked: string, opened: string): number | null {
  const [digits = '', mac = ''] = asked.split('.', 2)
  const id = /^\d{1,15}$/.test(digits) ? Number(digits) : 0
  return isMacOf(secret, bound(id, opened), mac) ? id : null
}
