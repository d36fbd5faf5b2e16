import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { MAX_ADDRESS, MAX_NAME } from '#forum/members/model.ts'
import { NewPassword } from '#forum/members/views.ts'
import { MAX_FORUM_NAME } from '#forum/settings/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput, type Option, SelectInput, TickInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'

/** The form that makes the administrator and names the forum. */
export function SetUp(page: {
  words: Words
  csrf: Html
  state: FormState
  path: string
  zones: readonly Option[]
}): Html {
  const { words, csrf, state, path, zones } = page
  return html`<h1>${words.say('set-up.title')}</h1><p class="lead">${words.say('set-up.about')}</p>${FormNotice(state)}<form class="form" method="post" action="${path}">${csrf}
<h2>${words.say('set-up.forum')}</h2>${ForumFields(words, state, zones)}
<h2>${words.say('set-up.you')}</h2>${YourFields(words, state)}
${SubmitButton(words.say('set-up.send'))}</form>`
}

function ForumFields(words: Words, state: FormState, zones: readonly Option[]): Html {
  const name = LineInput(state, {
    name: 'forumName',
    label: words.say('set-up.forum-name'),
    max: MAX_FORUM_NAME,
    required: true,
    autofocus: true,
  })
  const zone = SelectInput(state, { name: 'timeZone', label: words.say('set-up.time-zone') }, zones)
  const example = TickInput(state, {
    name: 'example',
    label: words.say('set-up.example'),
    hint: words.say('set-up.example-hint'),
  })
  return html`${name}${zone}${example}`
}

function YourFields(words: Words, state: FormState): Html {
  const name = LineInput(state, {
    name: 'name',
    label: words.say('set-up.name'),
    max: MAX_NAME,
    required: true,
    autocomplete: 'username',
  })
  const address = LineInput(state, {
    name: 'address',
    label: words.say('set-up.address'),
    type: 'email',
    max: MAX_ADDRESS,
    required: true,
    autocomplete: 'email',
  })
  const password = NewPassword(state, { words, label: words.say('set-up.password') })
  return html`${name}${address}${password}`
}
