import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import type { ReadyStatement, Statements } from './statements.ts'
import type { Reader, Writer } from './store.ts'
import type { Tables } from './tables.ts'

/** Stands for a value while a query is compiled. */
class Slot {
  constructor(readonly name: string) {}
}

const slots = new Proxy({} as Record<string, Slot>, {
  get: (known, name: string) => (known[name] ??= new Slot(name)),
})

type Database = Kysely<Tables>

/** A query in the SQL of one database; where that is SQLite, ready to run. */
interface Compiled<Row> {
  query: CompiledQuery<Row>
  statement: ReadyStatement | undefined
}

/** Connections that answer at once, by what their Kysely and its transactions share. */
const connections = new WeakMap<object, { statements: Statements; reads: boolean }>()

/** Lets prepared queries go to a connection of SQLite directly: to one that writes only inside of transactions. */
export function answerDirectly(db: Database, statements: Statements, kind: 'reading' | 'writing'): void {
  connections.set(db.getExecutor().adapter, { statements, reads: kind === 'reading' })
}

/**
 * A query that is compiled when it is first run on a database, and from then on only given its values. `build` gets, in
 * place of each value, something of its type to put where the value goes; it must not look at it. Returns all rows.
 */
export function prepared<Values extends object, Row>(
  build: (db: Database, values: Values) => Compilable<Row>,
): (db: Reader | Writer, values: Values) => Promise<Row[]> {
  const compiled = new WeakMap<object, Compiled<Row>>()
  const compile = (db: Database): Compiled<Row> => {
    const { adapter } = db.getExecutor()
    const known = compiled.get(adapter)
    if (known) return known
    const query = build(db, slots as unknown as Values).compile()
    const made = { query, statement: connections.get(adapter)?.statements.prepare(query.sql) }
    compiled.set(adapter, made)
    return made
  }
  return async (reader, values) => {
    const db = reader as Database
    const { query, statement } = compile(db)
    const parameters = query.parameters.map(each =>
      each instanceof Slot ? values[each.name as keyof Values] : each,
    )
    if (statement && holdsConnection(db)) return rowsOf(statement, parameters) as Row[]
    return (await db.executeQuery<Row>({ ...query, parameters })).rows
  }
}

/** Whether nobody else's transaction can be under way on the connection. */
const holdsConnection = (db: Database): boolean =>
  db.isTransaction || connections.get(db.getExecutor().adapter)?.reads === true

function rowsOf(statement: ReadyStatement, parameters: readonly unknown[]): Record<string, unknown>[] {
  if (statement.reader) return statement.all(parameters)
  statement.run(parameters)
  return []
}

/** Lists are filled up to one of so many lengths, each compiled once; longer ones are asked for in parts. */
const LONGEST_LIST = 64

/**
 * The same for a query of a list of ids: `build` puts `ids` after `in`. A row for each id that is there, once. Returns
 * nothing, and asks nothing, for an empty list.
 */
export function preparedList<Row>(
  build: (db: Database, ids: readonly number[]) => Compilable<Row>,
): (db: Reader | Writer, ids: Iterable<number>) => Promise<Row[]> {
  const byLength = new Map<number, ReturnType<typeof prepared<Record<string, number>, Row>>>()
  const queryFor = (length: number) => {
    const known = byLength.get(length)
    if (known) return known
    const names = Array.from({ length }, (_, index) => `id${index}`)
    const query = prepared<Record<string, number>, Row>((db, values) =>
      build(
        db,
        names.map(name => values[name] as number),
      ),
    )
    byLength.set(length, query)
    return query
  }
  return async (db, ids) => {
    const wanted = [...new Set(ids)]
    const rows: Row[] = []
    for (let start = 0; start < wanted.length; start += LONGEST_LIST) {
      const part = wanted.slice(start, start + LONGEST_LIST)
      const length = 2 ** Math.ceil(Math.log2(part.length))
      const values = Array.from({ length }, (_, index) => [`id${index}`, part[index] ?? part[0]] as const)
      rows.push(...(await queryFor(length)(db, Object.fromEntries(values) as Record<string, number>)))
    }
    return rows
  }
}
