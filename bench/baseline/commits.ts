/** The least that posts can cost in SQLite: their rows, one commit a post, by `better-sqlite3` and nothing around it. */
import { numberOf, postId, threadOf } from '../../src/base/ids.ts'
import type { Database, Statement } from '../../src/store/driver.ts'
import { openForWriting } from '../../src/store/sqlite.ts'
import { answerParent } from '../children.ts'

/** Write posts for so long into a copy of the forum, again and again those that these threads hold. */
export interface CommitQuestion {
  file: string
  threads: readonly number[]
  seconds: number
}

type Row = Record<string, unknown>

/** What one post consists of. */
interface Written {
  post: Row
  revision: Row
  event: Row
}

class Commits {
  readonly #database: Database
  readonly #written: Written[]
  readonly #next = new Map<number, number>()
  readonly #commit: (written: Written) => void
  #turn = 0

  constructor(file: string, threads: readonly number[]) {
    this.#database = openForWriting(file, 'full')
    this.#written = threads.flatMap(thread => this.#postsOf(thread))
    for (const { post } of this.#written)
      this.#next.set(threadOf(Number(post['id'])), numberOf(Number(post['id'])))
    this.#commit = this.#committing()
  }

  /** Posts written for so many seconds; → posts a second. */
  run(seconds: number): number {
    const start = performance.now()
    const until = start + seconds * 1000
    let count = 0
    for (; performance.now() < until; count++)
      this.#commit(this.#written[this.#turn++ % this.#written.length] as Written)
    return (count * 1000) / (performance.now() - start)
  }

  #postsOf(thread: number): Written[] {
    const posts = this.#database
      .prepare('select * from posts where id between ? and ? and request_key is not null')
      .all(postId(thread, 2), postId(thread + 1, 0) - 1) as Row[]
    const revision = this.#database.prepare('select * from revisions where post_id = ?')
    const event = this.#database.prepare('select * from outbox where event like ?')
    return posts.map(post => ({
      post,
      revision: revision.get(post['id']) as Row,
      event: event.get(`%"postId":${post['id']},%`) as Row,
    }))
  }

  #insert(table: string, sample: Row, leave: string[] = []): (row: Row) => void {
    const names = Object.keys(sample).filter(name => !leave.includes(name))
    const marks = names.map(name => `@${name}`)
    const statement: Statement = this.#database.prepare(
      `insert into ${table} (${names.join(', ')}) values (${marks.join(', ')})`,
    )
    return row => statement.run(row)
  }

  /** One post: its rows, and what it changes of the thread, the board and the member. */
  #committing(): (written: Written) => void {
    const [sample] = this.#written
    if (!sample) throw new Error('there are no posts to write again')
    const addPost = this.#insert('posts', sample.post)
    const addRevision = this.#insert('revisions', sample.revision)
    const addEvent = this.#insert('outbox', sample.event, ['id'])
    const prepare = (text: string) => this.#database.prepare(text)
    const thread = prepare(
      'update threads set post_count = post_count + 1, last_number = ?, last_post_at = ?, last_author_id = ?, version = version + 1 where id = ? returning board_id',
    )
    const board = prepare(
      'update boards set post_count = post_count + 1, last_thread_id = ?, last_post_at = ?, version = version + 1 where id = ?',
    )
    const member = prepare('update members set message_count = message_count + 1 where id = ?')
    let key = 0
    return this.#database.transaction(({ post, revision, event }: Written) => {
      const id = threadOf(Number(post['id']))
      const number = (this.#next.get(id) as number) + 1
      this.#next.set(id, number)
      const again = postId(id, number)
      const { created_at: at, author_id: author } = post
      const { board_id: boardId } = thread.get(number, at, author, id) as { board_id: number }
      addPost({ ...post, id: again, request_key: `again-${key++}` })
      addRevision({ ...revision, post_id: again })
      addEvent(event)
      board.run(id, at, boardId)
      member.run(author)
    }).immediate
  }
}

let commits: Commits | undefined

answerParent<CommitQuestion, number>(({ file, threads, seconds }) => {
  commits ??= new Commits(file, threads)
  return commits.run(seconds)
})
