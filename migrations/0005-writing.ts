import type { Kysely } from 'kysely'
import type { Differences } from '../src/store/differences.ts'

/** What goes with a post: quotes and their verdicts, attachments, drafts. */
export async function up(db: Kysely<never>, { whole, serial, key }: Differences): Promise<void> {
  await db.schema
    .createTable('quotes')
    .addColumn('post_id', whole, c => c.notNull().references('posts.id').onDelete('cascade'))
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('source_id', whole, c => c.notNull())
    .addColumn('source_revision', 'integer', c => c.notNull())
    .addColumn('verdict', 'text', c => c.notNull())
    .addColumn('difference', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('quotes_key', ['post_id', 'position'])
    .execute()
  await db.schema.createIndex('quotes_by_source').on('quotes').columns(['source_id', 'post_id']).execute()
  await db.schema
    .createTable('blobs')
    .addColumn('hash', 'text', c => c.primaryKey())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('type', 'text', c => c.notNull())
    .addColumn('size', whole, c => c.notNull())
    .addColumn('width', 'integer')
    .addColumn('height', 'integer')
    .addColumn('variants', 'text', c => c.notNull())
    .addColumn('at', whole, c => c.notNull())
    .execute()
  await db.schema
    .createTable('attachments')
    .addColumn('id', serial, key)
    .addColumn('member_id', whole, c => c.references('members.id').onDelete('set null'))
    .addColumn('hash', 'text', c => c.notNull().references('blobs.hash'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('alt', 'text', c => c.notNull().defaultTo(''))
    .addColumn('post_id', whole, c => c.references('posts.id').onDelete('set null'))
    .addColumn('position', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('at', whole, c => c.notNull())
    .execute()
  await db.schema
    .createIndex('attachments_by_post')
    .on('attachments')
    .columns(['post_id', 'position'])
    .execute()
  await db.schema
    .createIndex('attachments_by_member')
    .on('attachments')
    .columns(['member_id', 'at'])
    .execute()
  await db.schema.createIndex('attachments_by_hash').on('attachments').column('hash').execute()
  await db.schema
    .createTable('drafts')
    .addColumn('member_id', whole, c => c.notNull().references('members.id').onDelete('cascade'))
    .addColumn('place', 'text', c => c.notNull())
    .addColumn('fields', 'text', c => c.notNull())
    .addColumn('at', whole, c => c.notNull())
    .addPrimaryKeyConstraint('drafts_key', ['member_id', 'place'])
    .execute()
}
