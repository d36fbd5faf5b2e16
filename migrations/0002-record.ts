import { type Kysely, sql } from 'kysely'
import type { Differences } from '../src/store/differences.ts'

/** What was read in each post, and what members said of it. */
async function makeReadings(db: Kysely<never>, { whole, serial, key }: Differences): Promise<void> {
  await db.schema
    .createTable('readings')
    .addColumn('post_id', whole, c => c.primaryKey().references('posts.id').onDelete('cascade'))
    .addColumn('revision', 'integer', c => c.notNull())
    .addColumn('engine', 'integer', c => c.notNull())
    .addColumn('renderer', 'integer', c => c.notNull())
    .addColumn('read_at', whole, c => c.notNull())
    .addColumn('findings', 'text', c => c.notNull())
    .addColumn('html', 'text')
    .execute()
  await db.schema
    .createTable('corrections')
    .addColumn('id', serial, key)
    .addColumn('post_id', whole, c => c.notNull().references('posts.id').onDelete('cascade'))
    .addColumn('key', 'text', c => c.notNull())
    .addColumn('change', 'text', c => c.notNull())
    .addColumn('value', 'text', c => c.notNull())
    .addColumn('reason', 'text', c => c.notNull())
    .addColumn('member_id', whole, c => c.references('members.id'))
    .addColumn('at', whole, c => c.notNull())
    .execute()
  await db.schema.createIndex('corrections_by_post').on('corrections').columns(['post_id', 'key']).execute()
}

/** Quotations across the forum: the words, where each stands, who spoke them. */
async function makeQuotations(db: Kysely<never>, differences: Differences): Promise<void> {
  const { whole, serial, key, ordered } = differences
  await db.schema
    .createTable('speakers')
    .addColumn('id', serial, key)
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('name_key', ordered, c => c.notNull().unique())
    .addColumn('joined_to', whole, c => c.references('speakers.id'))
    .execute()
  await db.schema.createIndex('speakers_by_joining').on('speakers').column('joined_to').execute()
  await db.schema
    .createTable('quotations')
    .addColumn('id', serial, key)
    .addColumn('post_count', 'integer', c => c.notNull().defaultTo(0))
    .execute()
  await db.schema.createIndex('quotations_by_posts').on('quotations').columns(['post_count', 'id']).execute()
  await makeWordings(db, differences)
  await db.schema
    .createTable('stands')
    .addColumn('post_id', whole, c => c.notNull().references('posts.id').onDelete('cascade'))
    .addColumn('key', 'text', c => c.notNull())
    .addColumn('quotation_id', whole, c => c.notNull().references('quotations.id'))
    .addColumn('wording_id', whole, c => c.notNull().references('wordings.id'))
    .addColumn('words', 'text')
    .addColumn('speaker_id', whole, c => c.references('speakers.id'))
    .addColumn('speaker_name', 'text')
    .addColumn('board_id', whole, c => c.notNull())
    .addColumn('at', whole, c => c.notNull())
    .addPrimaryKeyConstraint('stands_key', ['post_id', 'key'])
    .execute()
  await indexStands(db)
}

async function indexStands(db: Kysely<never>): Promise<void> {
  const indexes = {
    stands_by_quotation: ['quotation_id', 'at', 'post_id', 'key', 'board_id'],
    stands_by_wording: ['wording_id'],
    stands_by_speaker: ['speaker_id', 'at', 'post_id', 'key', 'board_id'],
    stands_by_name: ['speaker_id', 'board_id', 'speaker_name', 'post_id'],
    stands_by_board: ['board_id', 'at', 'post_id', 'key'],
  }
  for (const [name, columns] of Object.entries(indexes))
    await db.schema.createIndex(name).on('stands').columns(columns).execute()
}

/** The wordings of a quotation, how many posts of each board carry it, and the keys by which those with the same words are found. */
async function makeWordings(db: Kysely<never>, { whole, serial, key, byKey }: Differences): Promise<void> {
  await db.schema
    .createTable('wordings')
    .addColumn('id', serial, key)
    .addColumn('quotation_id', whole, c => c.notNull().references('quotations.id'))
    .addColumn('words', 'text', c => c.notNull())
    .addColumn('words_hash', whole, c => c.notNull())
    .addColumn('word_count', 'integer', c => c.notNull())
    .execute()
  await db.schema.createIndex('wordings_by_words').on('wordings').column('words_hash').execute()
  await db.schema.createIndex('wordings_by_quotation').on('wordings').column('quotation_id').execute()
  await byKey(
    db.schema
      .createTable('quotation_boards')
      .addColumn('quotation_id', whole, c => c.notNull().references('quotations.id').onDelete('cascade'))
      .addColumn('board_id', whole, c => c.notNull())
      .addColumn('post_count', 'integer', c => c.notNull())
      .addPrimaryKeyConstraint('quotation_boards_key', ['quotation_id', 'board_id']),
  ).execute()
  await byKey(
    db.schema
      .createTable('wording_keys')
      .addColumn('hash', whole, c => c.notNull())
      .addColumn('wording_id', whole, c => c.notNull().references('wordings.id').onDelete('cascade'))
      .addPrimaryKeyConstraint('wording_keys_key', ['hash', 'wording_id']),
  ).execute()
  await db.schema.createIndex('wording_keys_by_wording').on('wording_keys').column('wording_id').execute()
}

/** Passages that several posts carry. */
async function makePassages(db: Kysely<never>, { whole, byKey, bytes }: Differences): Promise<void> {
  await byKey(
    db.schema
      .createTable('fingerprints')
      .addColumn('hash', whole, c => c.notNull())
      .addColumn('post_id', whole, c => c.notNull())
      .addPrimaryKeyConstraint('fingerprints_key', ['hash', 'post_id']),
  ).execute()
  await db.schema
    .createTable('fingerprinted')
    .addColumn('post_id', whole, c => c.primaryKey().references('posts.id').onDelete('cascade'))
    .addColumn('hashes', bytes, c => c.notNull())
    .addColumn('left_out', 'text', c => c.notNull())
    .addColumn('words', 'integer', c => c.notNull())
    .execute()
  await db.schema
    .createTable('passages')
    .addColumn('post_id', whole, c => c.notNull().references('posts.id').onDelete('cascade'))
    .addColumn('other_id', whole, c => c.notNull().references('posts.id').onDelete('cascade'))
    .addColumn('words', 'integer', c => c.notNull())
    .addColumn('spans', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('passages_key', ['post_id', 'other_id'])
    .execute()
  await db.schema.createIndex('passages_by_other').on('passages').column('other_id').execute()
}

/** Sources: those that posts give, those that members add, and who asks for one. */
async function makeSources(db: Kysely<never>, { whole, serial, key, ordered }: Differences): Promise<void> {
  await db.schema
    .createTable('sources')
    .addColumn('id', serial, key)
    .addColumn('post_id', whole, c => c.notNull().references('posts.id').onDelete('cascade'))
    .addColumn('key', 'text', c => c.notNull())
    .addColumn('origin', 'text', c => c.notNull())
    .addColumn('url', 'text', c => c.notNull())
    .addColumn('address_key', 'text', c => c.notNull())
    .addColumn('publisher', ordered, c => c.notNull())
    .addColumn('published', 'text', c => c.notNull())
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('excerpt', 'text', c => c.notNull())
    .addColumn('verdict', 'text', c => c.notNull())
    .addColumn('difference', 'text', c => c.notNull())
    .addColumn('member_id', whole, c => c.references('members.id'))
    .addColumn('at', whole, c => c.notNull())
    .addColumn('checked_at', whole)
    .addColumn('removed_at', whole)
    .addColumn('removed_by', whole, c => c.references('members.id'))
    .addColumn('remove_reason', 'text', c => c.notNull().defaultTo(''))
    .addColumn('lost', 'integer', c => c.notNull().defaultTo(0))
    .execute()
  await db.schema.createIndex('sources_by_post').on('sources').columns(['post_id', 'key']).execute()
  await db.schema
    .createIndex('sources_by_publisher')
    .on('sources')
    .columns(['publisher', 'at', 'id'])
    .execute()
  await db.schema.createIndex('sources_by_address').on('sources').column('address_key').execute()
  await db.schema
    .createTable('source_requests')
    .addColumn('post_id', whole, c => c.notNull().references('posts.id').onDelete('cascade'))
    .addColumn('key', 'text', c => c.notNull())
    .addColumn('member_id', whole, c => c.notNull().references('members.id').onDelete('cascade'))
    .addColumn('at', whole, c => c.notNull())
    .addColumn('lost', 'integer', c => c.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('source_requests_key', ['post_id', 'key', 'member_id'])
    .execute()
  await db.schema
    .createIndex('source_requests_by_time')
    .on('source_requests')
    .columns(['at', 'post_id'])
    .execute()
  await sql`alter table boards add column excerpt_limit integer`.execute(db)
}

/** The record: what the forum reads in its posts. */
export async function up(db: Kysely<never>, differences: Differences): Promise<void> {
  await makeReadings(db, differences)
  await makeQuotations(db, differences)
  await makePassages(db, differences)
  await makeSources(db, differences)
  // Whoever keeps what was read counts it up first: so one waits for the other.
  await sql`insert into versions (name, value) values ('record', 0)`.execute(db)
}
