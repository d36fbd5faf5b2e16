import { Refused } from '#base/errors.ts'
import type { Act } from '../act.ts'
import { mustAdminister } from '../actor.ts'
import { touchSite } from '../settings/store.ts'
import { MOST_FIELDS, MOST_ON_CARD } from './model.ts'
import { insertField, isLabelTaken, type NewField, removeFieldRow, updateField } from './store.ts'

/**
 * Asks members for something more; → the field's id. Throws `not-allowed` for anybody but an administrator, `invalid` and
 * `conflict`.
 */
export async function addField(a: Act, field: NewField): Promise<number> {
  mustAdminister(a.actor)
  if (a.site.profileFields.length >= MOST_FIELDS)
    throw new Refused('conflict', 'profile-fields.too-many', { values: { limit: MOST_FIELDS } })
  check(a, field, null)
  const id = await insertField(a.db, field)
  if (id === null) throw taken()
  await changed(a)
  return id
}

/** Changes a field. Throws as `addField` does, and `not-found`. */
export async function changeField(a: Act, id: number, field: NewField): Promise<void> {
  mustAdminister(a.actor)
  check(a, field, id)
  if (await isLabelTaken(a.db, field.label, id)) throw taken()
  if (!(await updateField(a.db, id, field))) throw new Refused('not-found')
  await changed(a)
}

/** Removes a field with all that was said in it. Throws `not-allowed` and `not-found`. */
export async function removeField(a: Act, id: number): Promise<void> {
  mustAdminister(a.actor)
  if (!(await removeFieldRow(a.db, id))) throw new Refused('not-found')
  await changed(a)
}

const taken = (): Refused => new Refused('conflict', 'profile-fields.taken', { field: 'label' })

function check(a: Act, field: NewField, id: number | null): void {
  const others = a.site.profileFields.filter(each => each.onCard && each.id !== id)
  if (field.onCard && others.length >= MOST_ON_CARD)
    throw new Refused('invalid', 'profile-fields.too-many-on-card', {
      field: 'onCard',
      values: { limit: MOST_ON_CARD },
    })
  if (field.kind === 'choice' && field.choices.length === 0)
    throw new Refused('invalid', 'form.required', { field: 'choices' })
}

async function changed({ db, emit }: Act): Promise<void> {
  await touchSite(db)
  emit({ type: 'site.changed' })
}
