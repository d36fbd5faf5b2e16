import type { Html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { MAX_ADDRESS, MAX_NAME, MIN_NAME } from '#forum/members/model.ts'
import { LineInput } from '#web/components/field.ts'
import type { FormState } from '#web/forms.ts'

/** The name or the address of a member who is one already. */
export const KnownName = (state: FormState, words: Words, autofocus: boolean): Html =>
  LineInput(state, {
    name: 'name',
    label: words.say('sign-in.name'),
    max: MAX_ADDRESS,
    required: true,
    autocomplete: 'username',
    autofocus,
  })

/** The name of somebody who joins. */
export const NewName = (state: FormState, words: Words, autofocus: boolean): Html =>
  LineInput(state, {
    name: 'name',
    label: words.say('register.name'),
    hint: words.say('register.name-hint', { least: MIN_NAME, most: MAX_NAME }),
    required: true,
    autocomplete: 'username',
    autofocus,
  })

/** The address of somebody who joins; `hint` says what it is for. */
export const NewAddress = (state: FormState, words: Words, hint: string): Html =>
  LineInput(state, {
    name: 'address',
    label: words.say('register.address'),
    hint,
    type: 'email',
    max: MAX_ADDRESS,
    required: true,
    autocomplete: 'email',
  })
