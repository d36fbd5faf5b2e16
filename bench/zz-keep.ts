import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { RARITIES } from '../packages/record/src/frequencies.ts'
import { keepPassages } from '../src/forum/passages/keep.ts'
import { keepQuotations } from '../src/forum/quotations/keep.ts'
import { migrate } from '../src/store/migrate.ts'
import { openStore } from '../src/store/store.ts'
import { readPost } from '../tests/support/reading.ts'
import { drawing, idOfPlace } from './fingerprints/drawn.ts'

const words = RARITIES.flatMap(l => l.split(' ').filter(w => /^[a-z]{2,}$/.test(w)))
const dir = mkdtempSync('/tmp/rostra-zz-')
const store = openStore({ kind: 'sqlite', file: join(dir, 'f.sqlite') })
await migrate(store)
const N = Number(process.argv[2] ?? 2000)
const run = (n: number, d: () => number) =>
  Array.from({ length: n }, () => words[Math.floor(words.length * d() ** 2)]).join(' ')
const posts = Array.from({ length: N }, (_, i) => {
  const d = drawing(i + 1)
  let text = run(60 + Math.floor(100 * d()), d)
  if (d() < 0.1) text += '. ' + run(80, drawing(5e6 + Math.floor(300 * d() ** 3)))
  const says: [string, string][] = []
  const q = Math.floor(3 * d())
  for (let k = 0; k < q; k++) {
    const s = drawing(9e6 + Math.floor(3000 * d() ** 3))
    let w = run(6 + Math.floor(15 * s()), s)
    if (d() < 0.2) w = w.replace(/ \w+ /, ' altered ')
    says.push([w, 'Person ' + run(1, s)])
  }
  return { i, text, says }
})
await sql`insert into boards (id, position, title, description, section) values (1, 1, 'News', '', 0)`.execute(
  store.write,
)
await store.write.transaction().execute(async db => {
  for (let t = 0; t <= N / 20; t++)
    await sql`insert into threads (id, board_id, title, slug, created_at, post_count, last_number, last_post_at) values (${t + 1}, 1, 'T', 't', 1, 20, 20, 1)`.execute(
      db,
    )
})
const read = posts.map(({ i, text, says }) =>
  readPost(
    { postId: idOfPlace(i), threadId: Math.floor(i / 20) + 1, boardId: 1, at: i * 1000 },
    { text, says },
  ),
)
await store.write.transaction().execute(async db => {
  for (const p of read)
    await sql`insert into posts (id, guest_name, created_at, html, renderer, revision) values (${p.postId}, 'Bo', ${p.at}, ${'<p>' + p.text + '</p>'}, 1, 1)`.execute(
      db,
    )
})
let tq = 0,
  tp = 0
for (let s = 0; s < N; s += 50) {
  const batch = read.slice(s, s + 50)
  await store.write.transaction().execute(async db => {
    const a = performance.now()
    await keepQuotations(db, batch)
    const b = performance.now()
    await keepPassages(db, batch)
    const c = performance.now()
    tq += b - a
    tp += c - b
  })
}
console.log('per post ms: quotations', (tq / N).toFixed(3), 'passages', (tp / N).toFixed(3))
console.log(
  (
    await sql`select (select count(*) from passages) p, (select count(*) from quotations) q, (select count(*) from stands) s, (select max(post_count) from quotations) m`.execute(
      store.write,
    )
  ).rows,
)
await store.close()
rmSync(dir, { recursive: true })
