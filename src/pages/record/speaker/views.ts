import { type Html, html, joined } from '#base/html.ts'
import { speakerPath } from '#forum/findings/views.ts'
import type { NamedSpeaker, SpeakerSheet } from '#forum/quotations/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { FeedLine, Onward } from '../frame.ts'
import { writtenPlace } from '../model.ts'
import { type ListOptions, StandLine, speakerJson, standJson } from '../stands.ts'

/** What the page of a speaker shows. */
export interface SpeakerShown {
  readonly sheet: SpeakerSheet
  /** Whether the reader may join names. */
  readonly mayJoin: boolean
}

export interface SpeakerOptions extends ListOptions {
  readonly form: FormState
  csrf(): Html
}

/** Somebody, and what posts report of them, latest first. */
export function SpeakerView({ sheet, mayJoin }: SpeakerShown, options: SpeakerOptions): Html {
  const { words } = options
  const path = speakerPath(sheet.id)
  return html`<h1><bdi>${sheet.name}</bdi></h1>${OtherNames(sheet, options)}${sheet.stands.map(stand =>
    StandLine(stand, options, true),
  )}${Onward(path, writtenPlace(sheet.next && { ...sheet.next }), words)}${FeedLine(`${path}/feed`, words)}${
    mayJoin && Joining(sheet, options)
  }`
}

function OtherNames({ otherNames }: SpeakerSheet, { words }: SpeakerOptions): Html | null {
  if (otherNames.length === 0) return null
  const names = joined(
    otherNames.map(({ name }) => html`<bdi>${name}</bdi>`),
    ' · ',
  )
  return html`<p class="meta">${words.sayHtml('record.other-names', { names })}</p>`
}

/** For administrators: which names are one person's. */
function Joining({ id, otherNames }: SpeakerSheet, { words, form, csrf }: SpeakerOptions): Html {
  const field = LineInput(form, { name: 'name', label: words.say('record.join-name'), max: 100 })
  const part = (other: NamedSpeaker): Html =>
    html`<form method="post" action="${speakerPath(other.id)}/part">${csrf()}${SubmitButton(words.say('record.part', { name: other.name }), { kind: 'quiet' })}</form>`
  return html`<section class="joining"><h2>${words.say('record.join')}</h2><p class="hint">${words.say('record.join-about')}</p>${FormNotice(form)}<form class="form" method="post" action="${speakerPath(id)}/join">${csrf()}${field}${SubmitButton(words.say('record.join-send'))}</form>${otherNames.map(part)}</section>`
}

/** The page for a program. */
export const speakerPageJson = ({ sheet }: SpeakerShown): object => ({
  ...speakerJson(sheet),
  otherNames: sheet.otherNames,
  stands: sheet.stands.map(standJson),
  next: writtenPlace(sheet.next && { ...sheet.next }),
})
