import { type Html, html } from '#base/html.ts'
import type { Key } from '#base/words.ts'
import { MAX_ANSWERS, MAX_QUESTION, type Question, type Waiting } from '#forum/joining/model.ts'
import type { Registration } from '#forum/settings/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { ChoiceInput, LineInput, TextInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { JOINING_PATH, SETTINGS_PATH } from '../model.ts'
import { Administration, type Frame, upTo } from '../views.ts'

/** What the ways of joining are called. */
export const REGISTRATION_NAMES: Readonly<Record<Registration, Key>> = {
  open: 'administration.registration-open',
  approval: 'administration.registration-approval',
  invitation: 'administration.registration-invitation',
  closed: 'administration.registration-closed',
}

/** Everything about becoming a member. */
export function JoiningPage(
  frame: Frame,
  page: {
    state: FormState
    registration: Registration
    waiting: readonly Waiting[]
    questions: readonly Question[]
    now: number
  },
): Html {
  const { words } = frame
  const { state, registration, waiting, questions, now } = page
  const link = html`<a href="${SETTINGS_PATH}">${words.say('administration.settings')}</a>`
  const mode = words.sayHtml('administration.joining-mode', {
    mode: words.say(REGISTRATION_NAMES[registration]),
    link,
  })
  return Administration(frame, {
    path: JOINING_PATH,
    title: words.say('administration.joining'),
    content: html`${FormNotice(state)}<p>${mode}</p><h2>${words.say('administration.waiting')}</h2>${Queue(frame, waiting, now)}${Choices(frame, state)}${Questions(frame, state, questions)}`,
  })
}

function Queue(frame: Frame, waiting: readonly Waiting[], now: number): Html {
  const { words } = frame
  if (waiting.length === 0) return html`<p>${words.say('administration.waiting-none')}</p>`
  return html`<div class="waiting">${waiting.map(each => OneWaiting(frame, each, now))}</div>`
}

function OneWaiting({ words, csrf }: Frame, who: Waiting, now: number): Html {
  const { id, name, address, isConfirmed, joinedAt, answers } = who
  const key = isConfirmed ? 'administration.waiting-address' : 'administration.waiting-unconfirmed'
  const reach = address !== null && html` · ${words.sayHtml(key, { address: html`<bdi>${address}</bdi>` })}`
  const said = [
    answers.question !== undefined &&
      html`<p><bdi>${answers.question}</bdi> <b><bdi>${answers.answer ?? ''}</bdi></b></p>`,
    answers.about !== undefined && html`<p dir="auto">${answers.about}</p>`,
  ]
  const deed = (path: string, text: string, label: string, kind: string): Html =>
    html`<form method="post" action="${JOINING_PATH}/waiting/${id}/${path}">${csrf}<button class="${kind}" aria-label="${label}">${text}</button></form>`
  const take = deed(
    'approve',
    words.say('administration.approve'),
    words.say('administration.approve-named', { name }),
    'button',
  )
  const refuse = deed(
    'refuse',
    words.say('administration.refuse'),
    words.say('administration.refuse-named', { name }),
    'button grave',
  )
  return html`<section><h3><bdi>${name}</bdi></h3><p class="meta">${words.time(joinedAt, now)}${reach}</p>${said}<div class="sends">${take}${refuse}</div></section>`
}

function Choices({ words, csrf }: Frame, state: FormState): Html {
  const confirmation = ChoiceInput(
    state,
    { name: 'confirmation', label: words.say('administration.confirmation') },
    [
      { value: 'required', label: words.say('administration.confirmation-required') },
      { value: 'offered', label: words.say('administration.confirmation-offered') },
    ],
  )
  const invitedBy = ChoiceInput(state, { name: 'invitedBy', label: words.say('administration.invited-by') }, [
    { value: 'administrators', label: words.say('administration.invited-by-administrators') },
    { value: 'members', label: words.say('administration.invited-by-members') },
  ])
  const staffFactor = ChoiceInput(
    state,
    {
      name: 'staffFactor',
      label: words.say('administration.staff-factor'),
      hint: words.say('administration.staff-factor-hint'),
    },
    [
      { value: 'chosen', label: words.say('administration.staff-factor-chosen') },
      { value: 'required', label: words.say('administration.staff-factor-required') },
    ],
  )
  return html`<h2>${words.say('administration.settings')}</h2><form class="form" method="post" action="${JOINING_PATH}">${csrf}${confirmation}${invitedBy}${staffFactor}<div class="sends">${SubmitButton(words.say('administration.save'))}</div></form>`
}

function Questions({ words, csrf }: Frame, state: FormState, questions: readonly Question[]): Html {
  const row = ({ id, question, answers }: Question): Html => {
    const label = words.say('administration.question-remove-named', { question })
    return html`<tr><th scope="row"><bdi>${question}</bdi></th><td><bdi>${answers.join(' · ')}</bdi></td><td><form method="post" action="${JOINING_PATH}/questions/${id}/remove">${csrf}<button class="button quiet" aria-label="${label}">${words.say('administration.question-remove')}</button></form></td></tr>`
  }
  const list =
    questions.length > 0 &&
    html`<div class="scroll"><table class="list mails"><tbody>${questions.map(row)}</tbody></table></div>`
  const question = LineInput(state, {
    name: 'question',
    label: words.say('administration.question'),
    hint: upTo(MAX_QUESTION, words),
    max: MAX_QUESTION,
    required: true,
  })
  const answers = TextInput(state, {
    name: 'answers',
    label: words.say('administration.answers'),
    hint: upTo(MAX_ANSWERS, words),
    max: MAX_ANSWERS,
    rows: 3,
    required: true,
  })
  return html`<h2>${words.say('administration.questions')}</h2><p>${words.say('administration.questions-about')}</p>${list}<form class="form" method="post" action="${JOINING_PATH}/questions">${csrf}${question}${answers}<div class="sends">${SubmitButton(words.say('administration.question-add'), { kind: 'quiet' })}</div></form>`
}
