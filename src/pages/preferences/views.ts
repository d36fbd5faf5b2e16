import { type Html, html } from '#base/html.ts'
import { LOCALES, type Words } from '#base/words.ts'
import { SubmitButton } from '#web/components/button.ts'
import { ChoiceInput } from '#web/components/field.ts'
import { FormNotice, Notice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'

/** The form of the choices. */
export function Preferences(page: { words: Words; csrf: Html; state: FormState; isSaved: boolean }): Html {
  const { words, csrf, state, isSaved } = page
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
  return html`<h1>${words.say('preferences.title')}</h1><p class="lead">${words.say('preferences.about')}</p>${
    isSaved && Notice('good', words.say('preferences.saved'))
  }${FormNotice(state)}<form class="form" method="post" action="/preferences">${csrf}${theme}${language}${margin}${SubmitButton(words.say('preferences.save'))}</form>`
}
