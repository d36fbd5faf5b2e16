import { type Kysely, sql } from 'kysely'
import type { Differences } from '../src/store/differences.ts'

/** What a thread is and what goes with it: kinds, prefixes, tags, a time to be started at, polls, cards of links. */
export async function up(db: Kysely<never>, differences: Differences): Promise<void> {
  await alterThreads(db, differences)
  await makeLabels(db, differences)
  await makeScheduled(db, differences)
  await makePolls(db, differences)
  await makeLinkCards(db, differences)
}

async function alterThreads(db: Kysely<never>, { whole }: Differences): Promise<void> {
  const add = (table: 'threads' | 'boards') => db.schema.alterTable(table)
  await add('threads')
    .addColumn('kind', 'text', c => c.notNull().defaultTo('discussion'))
    .execute()
  await add('threads').addColumn('prefix_id', whole).execute()
  await add('threads').addColumn('answer', whole).execute()
  await add('threads')
    .addColumn('source_url', 'text', c => c.notNull().defaultTo(''))
    .execute()
  await add('threads')
    .addColumn('source_key', 'text', c => c.notNull().defaultTo(''))
    .execute()
  await sql`create index threads_by_source on threads (source_key) where source_key <> ''`.execute(db)
  await sql`create index threads_by_prefix on threads (board_id, prefix_id, last_post_at, id) where prefix_id is not null`.execute(
    db,
  )
  await sql`create index threads_by_kind on threads (board_id, kind, last_post_at, id) where kind <> 'discussion'`.execute(
    db,
  )
  await add('threads')
    .addColumn('keyed', 'integer', c => c.notNull().defaultTo(0))
    .execute()
  await sql`create index threads_not_keyed on threads (id) where keyed = 0`.execute(db)
  await sql`create index threads_by_author on threads (author_id, created_at, id)`.execute(db)
  await add('boards').addColumn('edit_minutes', 'integer').execute()
  await add('boards')
    .addColumn('kinds', 'text', c => c.notNull().defaultTo(''))
    .execute()
  await add('boards')
    .addColumn('prefix_required', 'integer', c => c.notNull().defaultTo(0))
    .execute()
}

async function makeLabels(
  db: Kysely<never>,
  { whole, serial, key, ordered, byKey }: Differences,
): Promise<void> {
  await db.schema
    .createTable('prefixes')
    .addColumn('id', serial, key)
    .addColumn('name', 'text', c => c.notNull().unique())
    .addColumn('tone', 'text', c => c.notNull())
    .addColumn('position', 'integer', c => c.notNull())
    .execute()
  await db.schema
    .createTable('prefix_boards')
    .addColumn('prefix_id', whole, c => c.notNull().references('prefixes.id').onDelete('cascade'))
    .addColumn('board_id', whole, c => c.notNull().references('boards.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('prefix_boards_key', ['prefix_id', 'board_id'])
    .execute()
  await db.schema
    .createTable('tags')
    .addColumn('id', serial, key)
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('name_key', ordered, c => c.notNull().unique())
    .execute()
  await db.schema
    .createTable('thread_tags')
    .addColumn('thread_id', whole, c => c.notNull().references('threads.id').onDelete('cascade'))
    .addColumn('tag_id', whole, c => c.notNull().references('tags.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('thread_tags_key', ['thread_id', 'tag_id'])
    .execute()
  await db.schema
    .createIndex('thread_tags_by_tag')
    .on('thread_tags')
    .columns(['tag_id', 'thread_id'])
    .execute()
  await byKey(
    db.schema
      .createTable('title_keys')
      .addColumn('hash', whole, c => c.notNull())
      .addColumn('thread_id', whole, c => c.notNull().references('threads.id').onDelete('cascade'))
      .addPrimaryKeyConstraint('title_keys_key', ['hash', 'thread_id']),
  ).execute()
  await db.schema.createIndex('title_keys_by_thread').on('title_keys').column('thread_id').execute()
}

async function makeScheduled(db: Kysely<never>, { whole, serial, key }: Differences): Promise<void> {
  await db.schema
    .createTable('scheduled_threads')
    .addColumn('id', serial, key)
    .addColumn('member_id', whole, c => c.notNull().references('members.id').onDelete('cascade'))
    .addColumn('board_id', whole, c => c.notNull().references('boards.id').onDelete('cascade'))
    .addColumn('fields', 'text', c => c.notNull())
    .addColumn('publish_at', whole, c => c.notNull())
    .addColumn('failure', 'text')
    .addColumn('at', whole, c => c.notNull())
    .execute()
  await db.schema.createIndex('scheduled_by_time').on('scheduled_threads').column('publish_at').execute()
  await db.schema.createIndex('scheduled_by_member').on('scheduled_threads').column('member_id').execute()
}

async function makePolls(db: Kysely<never>, { whole, serial, key }: Differences): Promise<void> {
  await db.schema
    .createTable('polls')
    .addColumn('post_id', whole, c => c.primaryKey().references('posts.id').onDelete('cascade'))
    .addColumn('question', 'text', c => c.notNull())
    .addColumn('most_choices', 'integer', c => c.notNull())
    .addColumn('closes_at', whole)
    .addColumn('hidden_until_voted', 'integer', c => c.notNull())
    .addColumn('changeable', 'integer', c => c.notNull())
    .addColumn('voter_count', whole, c => c.notNull().defaultTo(0))
    .addColumn('closed', 'integer', c => c.notNull().defaultTo(0))
    .execute()
  await sql`create index polls_open on polls (closes_at) where closed = 0`.execute(db)
  await db.schema
    .createTable('poll_options')
    .addColumn('id', serial, key)
    .addColumn('post_id', whole, c => c.notNull().references('polls.post_id').onDelete('cascade'))
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('text', 'text', c => c.notNull())
    .addColumn('vote_count', whole, c => c.notNull().defaultTo(0))
    .execute()
  await db.schema.createIndex('poll_options_by_post').on('poll_options').column('post_id').execute()
  await db.schema
    .createTable('poll_voters')
    .addColumn('post_id', whole, c => c.notNull().references('polls.post_id').onDelete('cascade'))
    .addColumn('member_id', whole, c => c.notNull().references('members.id').onDelete('cascade'))
    .addColumn('at', whole, c => c.notNull())
    .addPrimaryKeyConstraint('poll_voters_key', ['post_id', 'member_id'])
    .execute()
  await db.schema
    .createTable('poll_votes')
    .addColumn('option_id', whole, c => c.notNull().references('poll_options.id').onDelete('cascade'))
    .addColumn('member_id', whole, c => c.notNull().references('members.id').onDelete('cascade'))
    .addColumn('post_id', whole, c => c.notNull())
    .addPrimaryKeyConstraint('poll_votes_key', ['option_id', 'member_id'])
    .execute()
  await db.schema
    .createIndex('poll_votes_by_member')
    .on('poll_votes')
    .columns(['post_id', 'member_id'])
    .execute()
}

async function makeLinkCards(db: Kysely<never>, { whole, ordered }: Differences): Promise<void> {
  await db.schema
    .createTable('link_cards')
    .addColumn('key', ordered, c => c.primaryKey())
    .addColumn('url', 'text', c => c.notNull())
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('description', 'text', c => c.notNull())
    .addColumn('site', 'text', c => c.notNull())
    .addColumn('picture', 'text')
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('at', whole, c => c.notNull())
    .execute()
  await db.schema
    .createTable('post_links')
    .addColumn('post_id', whole, c => c.notNull().references('posts.id').onDelete('cascade'))
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('key', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('post_links_key', ['post_id', 'position'])
    .execute()
  await db.schema.createIndex('post_links_by_key').on('post_links').column('key').execute()
}
