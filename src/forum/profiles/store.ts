import { preparedList } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { ProfileField } from './model.ts'

/** A field that is still to be added, or what one becomes. */
export type NewField = Omit<ProfileField, 'id'>

/** All fields, in their order. */
export async function readProfileFields(db: Reader): Promise<ProfileField[]> {
  const rows = await db.selectFrom('profileFields').selectAll().orderBy('position').orderBy('id').execute()
  return rows.map(row => ({
    ...row,
    choices: row.choices === '' ? [] : row.choices.split('\n'),
    onCard: row.onCard === 1,
  }))
}

const columnsOf = ({ label, kind, choices, onCard, position }: NewField) => ({
  ...{ label, kind, position },
  choices: choices.join('\n'),
  onCard: onCard ? (1 as const) : (0 as const),
})

/** Adds a field; → id, or null where there is one of this label. */
export async function insertField(db: Writer, field: NewField): Promise<number | null> {
  const row = await db
    .insertInto('profileFields')
    .values(columnsOf(field))
    .onConflict(conflict => conflict.column('label').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Whether a field other than `besides` has a label. */
export async function isLabelTaken(db: Reader, label: string, besides: number): Promise<boolean> {
  const row = await db.selectFrom('profileFields').select('id').where('label', '=', label).executeTakeFirst()
  return row !== undefined && row.id !== besides
}

/** Changes a field; → whether there is one. */
export async function updateField(db: Writer, id: number, field: NewField): Promise<boolean> {
  const result = await db
    .updateTable('profileFields')
    .set(columnsOf(field))
    .where('id', '=', id)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** Removes a field, and what everybody said in it; → whether there was one. */
export async function removeFieldRow(db: Writer, id: number): Promise<boolean> {
  await db.deleteFrom('profileValues').where('fieldId', '=', id).execute()
  const result = await db.deleteFrom('profileFields').where('id', '=', id).executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

/** What a member said, by the fields' ids. */
export async function valuesOf(db: Reader, memberId: number): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('profileValues')
    .select(['fieldId', 'value'])
    .where('memberId', '=', memberId)
    .execute()
  return new Map(rows.map(row => [row.fieldId, row.value]))
}

const selectOnCards = preparedList((db, ids) =>
  db
    .selectFrom('profileValues')
    .innerJoin('profileFields', 'profileFields.id', 'profileValues.fieldId')
    .select(['memberId', 'fieldId', 'value'])
    .where('onCard', '=', 1)
    .where('memberId', 'in', ids),
)

/** What members said in the fields that stand beside posts: member → field → value. */
export async function valuesOnCards(
  db: Reader,
  memberIds: Iterable<number>,
): Promise<Map<number, Map<number, string>>> {
  const values = new Map<number, Map<number, string>>()
  for (const { memberId, fieldId, value } of await selectOnCards(db, memberIds)) {
    const own = values.get(memberId) ?? new Map<number, string>()
    values.set(memberId, own.set(fieldId, value))
  }
  return values
}

/** Writes what a member says in some fields; '' takes it away. */
export async function writeValues(
  db: Writer,
  memberId: number,
  values: ReadonlyMap<number, string>,
): Promise<void> {
  if (values.size === 0) return
  const rows = [...values].map(([fieldId, value]) => ({ memberId, fieldId, value }))
  const emptied = rows.filter(row => row.value === '').map(row => row.fieldId)
  const filled = rows.filter(row => row.value !== '')
  if (emptied.length > 0)
    await db
      .deleteFrom('profileValues')
      .where('memberId', '=', memberId)
      .where('fieldId', 'in', emptied)
      .execute()
  if (filled.length > 0)
    await db
      .insertInto('profileValues')
      .values(filled)
      .onConflict(conflict =>
        conflict.columns(['memberId', 'fieldId']).doUpdateSet(eb => ({ value: eb.ref('excluded.value') })),
      )
      .execute()
}

/** What a member said in the fields of the profile, for their own copy of what is kept of them. */
export async function exportOf(db: Reader, memberId: number): Promise<object> {
  const fields = await db
    .selectFrom('profileValues')
    .innerJoin('profileFields', 'profileFields.id', 'profileValues.fieldId')
    .select(['label', 'value'])
    .where('memberId', '=', memberId)
    .orderBy('position')
    .execute()
  return { fields }
}
