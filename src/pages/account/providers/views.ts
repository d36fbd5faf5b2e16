import { type Html, html } from '#base/html.ts'
import { SubmitButton } from '#web/components/button.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'
import { CurrentPassword } from '../password/views.ts'
import { AccountName, AccountPart, type Frame } from '../views.ts'

/** A provider as a member sees it. */
interface ProviderLine {
  readonly id: number
  readonly name: string
  /** Since when they are linked; null where they are not. */
  readonly since: number | null
}

/** The providers, and one form that links or unlinks each. */
export function ProviderLinks(
  frame: Frame,
  state: FormState,
  member: { providers: readonly ProviderLine[]; hasPassword: boolean; name: string },
  now: number,
): Html {
  const { words, csrf } = frame
  const { providers, hasPassword, name } = member
  const about = html`<p>${words.say('provider.about')}</p>${FormNotice(state)}`
  if (providers.length === 0)
    return AccountPart(frame, PATHS.providers, html`${about}<p>${words.say('provider.none')}</p>`)
  const proof = hasPassword
    ? html`${AccountName(name)}${CurrentPassword(frame, state)}`
    : html`<p class="hint">${words.say('account.fresh-sign-in')}</p>`
  const rows = providers.map(each => Row(frame, each, now))
  const head = [words.say('provider.name'), words.say('provider.linked-since')].map(
    text => html`<th scope="col">${text}</th>`,
  )
  const content = html`${about}<form class="form" method="post" action="${PATHS.providers}">${csrf}${proof}<div class="scroll"><table class="list"><thead><tr>${head}<td></td></tr></thead><tbody>${rows}</tbody></table></div></form>`
  return AccountPart(frame, PATHS.providers, content)
}

function Row({ words }: Frame, { id, name, since }: ProviderLine, now: number): Html {
  const button =
    since === null
      ? SubmitButton(words.say('provider.link', { name }), {
          ...{ kind: 'quiet', name: 'link', value: String(id) },
        })
      : SubmitButton(words.say('provider.unlink', { name }), {
          ...{ kind: 'grave', name: 'unlink', value: String(id) },
        })
  const linked = since === null ? words.say('provider.not-linked') : words.time(since, now)
  return html`<tr><th scope="row"><bdi>${name}</bdi></th><td>${linked}</td><td>${button}</td></tr>`
}
