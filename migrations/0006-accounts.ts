import { type Kysely, sql } from 'kysely'
import type { Differences } from '../src/store/differences.ts'

/** How somebody becomes a member, and how they prove to be one. */
export async function up(db: Kysely<never>, differences: Differences): Promise<void> {
  const { whole } = differences
  const members = () => db.schema.alterTable('members')
  await members().addColumn('address_confirmed_at', whole).execute()
  await members()
    .addColumn('state', 'text', c => c.notNull().defaultTo('active'))
    .execute()
  await members()
    .addColumn('joining_answers', 'text', c => c.notNull().defaultTo(''))
    .execute()
  // Those who were members before anybody asked for it are taken at their word.
  await sql`update members set address_confirmed_at = joined_at where address is not null`.execute(db)
  await db.schema
    .alterTable('tokens')
    .addColumn('value', 'text', c => c.notNull().defaultTo(''))
    .execute()
  await makeFactors(db, differences)
  await makeProviders(db, differences)
  await makeJoining(db, differences)
}

async function makeFactors(db: Kysely<never>, { whole, serial, key }: Differences): Promise<void> {
  await db.schema
    .createTable('authenticators')
    .addColumn('member_id', whole, c => c.primaryKey().references('members.id').onDelete('cascade'))
    .addColumn('secret', 'text', c => c.notNull())
    .addColumn('confirmed_at', whole)
    .addColumn('last_step', whole, c => c.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createTable('recovery_codes')
    .addColumn('member_id', whole, c => c.notNull().references('members.id').onDelete('cascade'))
    .addColumn('hash', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('recovery_codes_key', ['member_id', 'hash'])
    .execute()
  await db.schema
    .createTable('passkeys')
    .addColumn('id', serial, key)
    .addColumn('member_id', whole, c => c.notNull().references('members.id').onDelete('cascade'))
    .addColumn('credential', 'text', c => c.notNull().unique())
    .addColumn('public_key', 'text', c => c.notNull())
    .addColumn('counter', whole, c => c.notNull())
    .addColumn('transports', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('at', whole, c => c.notNull())
    .addColumn('used_at', whole)
    .execute()
  await db.schema.createIndex('passkeys_by_member').on('passkeys').column('member_id').execute()
  await db.schema
    .createTable('challenges')
    .addColumn('hash', 'text', c => c.primaryKey())
    .addColumn('purpose', 'text', c => c.notNull())
    .addColumn('member_id', whole, c => c.references('members.id').onDelete('cascade'))
    .addColumn('payload', 'text', c => c.notNull())
    .addColumn('expires_at', whole, c => c.notNull())
    .execute()
  await db.schema.createIndex('challenges_by_member').on('challenges').column('member_id').execute()
}

async function makeProviders(db: Kysely<never>, { whole, serial, key }: Differences): Promise<void> {
  await db.schema
    .createTable('providers')
    .addColumn('id', serial, key)
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('issuer', 'text', c => c.notNull().unique())
    .addColumn('client_id', 'text', c => c.notNull())
    .addColumn('client_secret', 'text', c => c.notNull())
    .addColumn('trusted', 'integer', c => c.notNull())
    .addColumn('position', 'integer', c => c.notNull())
    .execute()
  await db.schema
    .createTable('identities')
    .addColumn('issuer', 'text', c => c.notNull())
    .addColumn('subject', 'text', c => c.notNull())
    .addColumn('member_id', whole, c => c.notNull().references('members.id').onDelete('cascade'))
    .addColumn('at', whole, c => c.notNull())
    .addPrimaryKeyConstraint('identities_key', ['issuer', 'subject'])
    .execute()
  await db.schema.createIndex('identities_by_member').on('identities').column('member_id').execute()
}

async function makeJoining(db: Kysely<never>, { whole, serial, key }: Differences): Promise<void> {
  await db.schema
    .createTable('invitations')
    .addColumn('id', serial, key)
    .addColumn('hash', 'text', c => c.notNull().unique())
    .addColumn('member_id', whole, c => c.references('members.id').onDelete('cascade'))
    .addColumn('address', 'text', c => c.notNull())
    .addColumn('uses', 'integer', c => c.notNull())
    .addColumn('used', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('expires_at', whole, c => c.notNull())
    .addColumn('at', whole, c => c.notNull())
    .execute()
  await db.schema
    .createTable('joining_questions')
    .addColumn('id', serial, key)
    .addColumn('question', 'text', c => c.notNull())
    .addColumn('answers', 'text', c => c.notNull())
    .addColumn('position', 'integer', c => c.notNull())
    .execute()
  await db.schema
    .createTable('unwanted_mail')
    .addColumn('member_id', whole, c => c.notNull().references('members.id').onDelete('cascade'))
    .addColumn('kind', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('unwanted_mail_key', ['member_id', 'kind'])
    .execute()
}
