import { type Html, html } from '#base/html.ts'
import { programOf, type SessionLine } from '#forum/sessions/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { HiddenInput } from '#web/components/field.ts'
import { PATHS } from '../model.ts'
import { AccountPart, type Frame } from '../views.ts'

type Line = SessionLine & { readonly current: boolean }

/** Where a member is signed in, each place with a button that ends it. */
export function SessionList(frame: Frame, sessions: readonly Line[], now: number): Html {
  const { words, csrf } = frame
  const head = [
    words.say('account.session-program'),
    words.say('account.session-since'),
    words.say('account.session-seen'),
  ].map(name => html`<th scope="col">${name}</th>`)
  const others =
    sessions.some(session => !session.current) &&
    html`<form method="post" action="${PATHS.sessions}">${csrf}${HiddenInput('others', 1)}${SubmitButton(words.say('account.sessions-end-others'))}</form>`
  const content = html`<div class="scroll"><table class="list"><thead><tr>${head}<td></td></tr></thead><tbody>${sessions.map(session => Row(frame, session, now))}</tbody></table></div>${others}`
  return AccountPart(frame, PATHS.sessions, content)
}

function Row({ words, csrf }: Frame, session: Line, now: number): Html {
  const program = programOf(session.agent) || words.say('account.session-unknown')
  const label = words.say('account.session-end-named', { program })
  const end = session.current
    ? html`<b>${words.say('account.session-here')}</b>`
    : html`<form method="post" action="${PATHS.sessions}">${csrf}${HiddenInput('end', session.id)}<button class="button quiet" aria-label="${label}">${words.say('account.session-end')}</button></form>`
  return html`<tr><th scope="row"><bdi>${program}</bdi></th><td>${words.time(session.createdAt, now)}</td><td>${words.time(session.seenAt, now)}</td><td>${end}</td></tr>`
}
