import { type Html, html } from '#base/html.ts'
import { MAX_COUNTRY, MAX_LOCATION, MAX_TITLE, type Member } from '#forum/members/model.ts'
import { memberPath } from '#forum/members/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput, SelectInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import { timeZoneOptions } from '#web/components/time-zone.ts'
import type { FormState } from '#web/forms.ts'
import { PATHS } from '../model.ts'
import { AccountPart, type Frame } from '../views.ts'

/** The form of what a member's card says of them. */
export function ProfileForm(
  frame: Frame,
  page: { state: FormState; member: Member; mayTitle: boolean; siteZone: string },
): Html {
  const { words, csrf } = frame
  const { state, member, mayTitle } = page
  const content = html`<p><a href="${memberPath(member)}">${words.say('account.look')}</a></p>${FormNotice(state)}<form class="form" method="post" action="${PATHS.profile}">${csrf}${Places(frame, state)}${mayTitle && Title(frame, state)}${Zone(frame, page)}<div class="sends">${SubmitButton(words.say('account.save'))}</div></form>`
  return AccountPart(frame, PATHS.profile, content)
}

function Places({ words }: Frame, state: FormState): Html {
  const hint = words.say('account.shown-beside-posts')
  const country = LineInput(state, {
    name: 'country',
    label: words.say('account.country'),
    hint,
    max: MAX_COUNTRY,
    autocomplete: 'country-name',
  })
  const location = LineInput(state, {
    name: 'location',
    label: words.say('account.location'),
    hint,
    max: MAX_LOCATION,
    autocomplete: 'address-level2',
  })
  return html`${country}${location}`
}

function Title({ words }: Frame, state: FormState): Html {
  return LineInput(state, {
    name: 'title',
    label: words.say('account.custom-title'),
    hint: words.say('account.custom-title-hint'),
    max: MAX_TITLE,
    autocomplete: 'off',
  })
}

function Zone({ words }: Frame, page: { state: FormState; member: Member; siteZone: string }): Html {
  const sites = words.say('account.time-zone-of-forum', { zone: page.siteZone.replaceAll('_', ' ') })
  return SelectInput(page.state, { name: 'timeZone', label: words.say('account.time-zone') }, [
    { value: '', label: sites },
    ...timeZoneOptions(page.member.timeZone ?? ''),
  ])
}
