import type { Compilable, CompiledQuery, Kysely } from 'kysely'
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

/**
 * A query that is compiled when it is first run on a database, and from then on only given its values. `build` gets, in
 * place of each value, something of its type to put where the value goes; it must not look at it. Returns all rows.
 */
export function prepared<Values extends object, Row>(
  build: (db: Database, values: Values) => Compilable<Row>,
): (db: Reader | Writer, values: Values) => Promise<Row[]> {
  const compiled = new WeakMap<object, CompiledQuery<Row>>()
  const compile = (db: Database): CompiledQuery<Row> => {
    const { adapter } = db.getExecutor()
    const known = compiled.get(adapter)
    if (known) return known
    const query = build(db, slots as unknown as Values).compile()
    compiled.set(adapter, query)
    return query
  }
  return async (reader, values) => {
    const db = reader as Database
    const query = compile(db)
    const parameters = query.parameters.map(each =>
      each instanceof Slot ? values[each.name as keyof Values] : each,
    )
    return (await db.executeQuery<Row>({ ...query, parameters })).rows
  }
}
