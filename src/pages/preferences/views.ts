import { type Html, html } from '#base/html.ts'
import { LOCALES, type Words } from '#base/words.ts'
import { PAGE_SIZES } from '#forum/threads/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { ChoiceInput, HiddenInput, SelectInput } from '#web/components/field.ts'
import { FormNotice, Notice } from '#web/components/notice.ts'
import { timeZoneOptions } from '#web/components/time-zone.ts'
import type { FormState } from '#web/forms.ts'

/** What of a member the form needs to know. */
interface ChoosingMember {
  /** IANA name; '' for the site's. */
  readonly timeZone: string
  readonly siteZone: string
  readonly hasSignatures: boolean
}

/** The form of the choices; those for threads and times for members alone. */
export function Preferences(page: {
  words: Words
  csrf: Html
  state: FormState
  isSaved: boolean
  member: ChoosingMember | null
}): Html {
  const { words, csrf, state, isSaved, member } = page
  const about = words.say(member ? 'preferences.about-member' : 'preferences.about')
  return html`<h1>${words.say('preferences.title')}</h1><p class="lead">${about}</p>${
    isSaved && Notice('good', words.say('preferences.saved'))
  }${FormNotice(state)}<form class="form" method="post" action="/preferences">${csrf}${Looks(words, state)}${member && OfMember(words, state, member)}${SubmitButton(words.say('preferences.save'))}</form>`
}

function Looks(words: Words, state: FormState): Html {
  const theme = ChoiceInput(state, { name: 'theme', label: words.say('preferences.theme') }, [
    { value: 'auto', label: words.say('preferences.theme-auto') },
    { value: 'light', label: words.say('preferences.theme-light') },
    { value: 'dark', label: words.say('preferences.theme-dark') },
  ])
  const languages = LOCALES.map(({ locale, name }) => ({ value: locale, label: name }))
  const language = ChoiceInput(
    state,
    { name: 'language', label: words.say('preferences.language') },
    languages,
  )
  const margin = ChoiceInput(
    state,
    { name: 'margin', label: words.say('preferences.margin'), hint: words.say('preferences.margin-hint') },
    [
      { value: 'shown', label: words.say('preferences.margin-shown') },
      { value: 'hidden', label: words.say('preferences.margin-hidden') },
    ],
  )
  return html`${theme}${language}${margin}`
}

function OfMember(words: Words, state: FormState, member: ChoosingMember): Html {
  const density = ChoiceInput(state, { name: 'density', label: words.say('preferences.density') }, [
    { value: 'comfortable', label: words.say('preferences.density-comfortable') },
    { value: 'compact', label: words.say('preferences.density-compact') },
  ])
  const size = ChoiceInput(
    state,
    {
      name: 'postsAPage',
      label: words.say('preferences.posts'),
      hint: words.say('preferences.posts-hint'),
    },
    PAGE_SIZES.map(each => ({ value: String(each), label: words.number(each) })),
  )
  const signatures = member.hasSignatures
    ? ChoiceInput(state, { name: 'signatures', label: words.say('preferences.signatures') }, [
        { value: 'shown', label: words.say('preferences.signatures-shown') },
        { value: 'hidden', label: words.say('preferences.signatures-hidden') },
      ])
    : HiddenInput('signatures', String(state.values['signatures'] ?? 'shown'))
  const sites = words.say('account.time-zone-of-forum', { zone: member.siteZone.replaceAll('_', ' ') })
  const zone = SelectInput(state, { name: 'timeZone', label: words.say('account.time-zone') }, [
    { value: '', label: sites },
    ...timeZoneOptions(member.timeZone),
  ])
  return html`${density}${size}${signatures}${zone}`
}
