import { type Html, html } from '#base/html.ts'
import { LEAST_PART, MIDDLE } from '#forum/files/model.ts'
import type { MemberCard } from '#forum/members/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { Face } from '#web/components/face.ts'
import { FormNotice, fieldId } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'
import { AccountPart, type Frame } from '../views.ts'

const MEGABYTE = 2 ** 20

/** The member's picture, the form of another one, and its removal. */
export function PictureForm(
  frame: Frame,
  page: { state: FormState; member: MemberCard; uploadBytes: number },
): Html {
  const { words, csrf } = frame
  const { state, member, uploadBytes } = page
  const remove = html`<form method="post" action="${PATHS.picture}/remove">${csrf}${SubmitButton(words.say('account.picture-remove'), { kind: 'grave' })}</form>`
  const size = words.say('account.megabytes', { count: Math.floor((10 * uploadBytes) / MEGABYTE) / 10 })
  const content = html`<div class="member">${Face(member)}${member.picture !== null && remove}</div>${FormNotice(state)}<form class="form" method="post" action="${PATHS.picture}" enctype="multipart/form-data" data-crop>${csrf}${PictureInput(frame, state, size)}${CropInputs(frame, state)}<div class="sends">${SubmitButton(words.say('account.picture-send'))}</div></form>`
  return AccountPart(frame, PATHS.picture, content)
}

/** Which square of the picture is taken, in percent. A browser shows it in the picture, where it can be moved. */
function CropInputs({ words }: Frame, state: FormState): Html {
  const range = (name: 'across' | 'down' | 'part', label: string, least: number): Html => {
    const typed = state.values[name]
    const value = typeof typed === 'string' ? typed : String(MIDDLE[name])
    return html`<div class="field"><label for="${fieldId(name)}">${label}</label><input type="range" id="${fieldId(name)}" name="${name}" min="${least}" max="100" value="${value}" dir="ltr"></div>`
  }
  return html`<fieldset class="field crop"><legend>${words.say('crop.title')}</legend><canvas width="0" height="0" hidden aria-hidden="true"></canvas>${range('part', words.say('crop.part'), LEAST_PART)}${range('across', words.say('crop.across'), 0)}${range('down', words.say('crop.down'), 0)}</fieldset>`
}

function PictureInput({ words }: Frame, state: FormState, size: string): Html {
  const id = fieldId('picture')
  const problem = state.problem?.field === 'picture' ? state.problem.message : null
  const described = problem === null ? `${id}-hint` : `${id}-hint ${id}-problem`
  const hint = `${words.say('account.picture-hint', { size })} ${words.say('account.picture-about')}`
  return html`<div class="field"><label for="${id}">${words.say('account.picture-choose')}</label><p class="hint" id="${id}-hint">${hint}</p><input type="file" id="${id}" name="picture" required accept="image/png,image/jpeg,image/gif,image/webp" aria-describedby="${described}"${problem !== null && html` aria-invalid="true"`}>${problem !== null && html`<p class="problem" id="${id}-problem">${problem}</p>`}</div>`
}
