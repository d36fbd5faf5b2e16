import { type Kysely, sql } from 'kysely'
import type { Differences } from '../src/store/differences.ts'

/** Conversations: threads of a board that no list holds and the first of them makes. And reports, of any post. */
export async function up(db: Kysely<never>, { whole, serial, key }: Differences): Promise<void> {
  await db.schema
    .createTable('conversation_members')
    .addColumn('thread_id', whole, c => c.notNull().references('threads.id').onDelete('cascade'))
    .addColumn('member_id', whole, c => c.notNull().references('members.id').onDelete('cascade'))
    .addColumn('invited_by', whole, c => c.references('members.id').onDelete('set null'))
    .addColumn('joined_at', whole, c => c.notNull())
    .addColumn('left_at', whole)
    .addColumn('read_number', whole, c => c.notNull().defaultTo(0))
    .addColumn('mailed_number', whole, c => c.notNull().defaultTo(0))
    .addColumn('muted', 'integer', c => c.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('conversation_members_key', ['thread_id', 'member_id'])
    .execute()
  await db.schema
    .createIndex('conversation_members_by_member')
    .on('conversation_members')
    .columns(['member_id', 'thread_id'])
    .execute()
  await db.schema
    .createTable('conversation_labels')
    .addColumn('member_id', whole, c => c.notNull().references('members.id').onDelete('cascade'))
    .addColumn('thread_id', whole, c => c.notNull().references('threads.id').onDelete('cascade'))
    .addColumn('label', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('conversation_labels_key', ['member_id', 'thread_id', 'label'])
    .execute()
  await db.schema
    .createTable('reports')
    .addColumn('id', serial, key)
    .addColumn('post_id', whole, c => c.notNull().references('posts.id').onDelete('cascade'))
    .addColumn('member_id', whole, c => c.references('members.id').onDelete('set null'))
    .addColumn('reason', 'text', c => c.notNull())
    .addColumn('source', 'text', c => c.notNull())
    .addColumn('revision', 'integer', c => c.notNull())
    .addColumn('at', whole, c => c.notNull())
    .addColumn('closed_at', whole)
    .addColumn('closed_by', whole, c => c.references('members.id').onDelete('set null'))
    .addColumn('note', 'text', c => c.notNull().defaultTo(''))
    .execute()
  await sql`create unique index reports_open on reports (post_id, member_id) where closed_at is null`.execute(
    db,
  )
  await db.schema.createIndex('reports_by_state').on('reports').columns(['closed_at', 'id']).execute()
  await db.schema.createIndex('reports_by_member').on('reports').columns(['member_id', 'id']).execute()
  await db.schema
    .alterTable('members')
    .addColumn('takes_conversations', 'text', c => c.notNull().defaultTo('anybody'))
    .execute()
}
