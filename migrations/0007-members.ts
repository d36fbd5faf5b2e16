import type { Kysely } from 'kysely'
import type { Differences } from '../src/store/differences.ts'

/** What members say of themselves, and whom they follow. */
export async function up(db: Kysely<never>, differences: Differences): Promise<void> {
  for (const name of ['preferences', 'privacy', 'signature', 'signature_html'])
    await db.schema
      .alterTable('members')
      .addColumn(name, 'text', c => c.notNull().defaultTo(''))
      .execute()
  await makeProfiles(db, differences)
  await makeTies(db, differences)
  await makeBadges(db, differences)
}

async function makeProfiles(db: Kysely<never>, { whole, serial, key, ordered }: Differences): Promise<void> {
  await db.schema
    .createTable('old_names')
    .addColumn('name_key', ordered, c => c.primaryKey())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('member_id', whole, c => c.notNull().references('members.id').onDelete('cascade'))
    .addColumn('until', whole, c => c.notNull())
    .execute()
  await db.schema.createIndex('old_names_by_member').on('old_names').column('member_id').execute()
  await db.schema
    .createTable('profile_fields')
    .addColumn('id', serial, key)
    .addColumn('label', 'text', c => c.notNull().unique())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('choices', 'text', c => c.notNull())
    .addColumn('on_card', 'integer', c => c.notNull())
    .addColumn('position', 'integer', c => c.notNull())
    .execute()
  await db.schema
    .createTable('profile_values')
    .addColumn('member_id', whole, c => c.notNull().references('members.id').onDelete('cascade'))
    .addColumn('field_id', whole, c => c.notNull().references('profile_fields.id').onDelete('cascade'))
    .addColumn('value', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('profile_values_key', ['member_id', 'field_id'])
    .execute()
}

async function makeTies(db: Kysely<never>, { whole }: Differences): Promise<void> {
  for (const [table, other] of [
    ['follows', 'followed_id'],
    ['ignores', 'ignored_id'],
  ] as const) {
    await db.schema
      .createTable(table)
      .addColumn('member_id', whole, c => c.notNull().references('members.id').onDelete('cascade'))
      .addColumn(other, whole, c => c.notNull().references('members.id').onDelete('cascade'))
      .addColumn('at', whole, c => c.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, ['member_id', other])
      .execute()
    await db.schema.createIndex(`${table}_by_other`).on(table).columns([other, 'member_id']).execute()
  }
}

async function makeBadges(db: Kysely<never>, { whole, serial, key }: Differences): Promise<void> {
  await db.schema
    .createTable('badges')
    .addColumn('id', serial, key)
    .addColumn('name', 'text', c => c.notNull().unique())
    .addColumn('description', 'text', c => c.notNull())
    .addColumn('rule', 'text', c => c.notNull())
    .addColumn('position', 'integer', c => c.notNull())
    .execute()
  await db.schema
    .createTable('member_badges')
    .addColumn('member_id', whole, c => c.notNull().references('members.id').onDelete('cascade'))
    .addColumn('badge_id', whole, c => c.notNull().references('badges.id').onDelete('cascade'))
    .addColumn('at', whole, c => c.notNull())
    .addColumn('given_by', whole, c => c.references('members.id').onDelete('set null'))
    .addColumn('reason', 'text', c => c.notNull())
    .addColumn('taken_at', whole)
    .addPrimaryKeyConstraint('member_badges_key', ['member_id', 'badge_id'])
    .execute()
}
