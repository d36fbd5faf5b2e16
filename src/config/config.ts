import { nearest } from './nearest.ts'
import { VARIABLES, type Values, type Variable } from './variables.ts'

/** What the operator set, checked. Sizes are in bytes; undefined stands where the operator left the choice to Rostra. */
export interface Config extends Omit<Values, 'url'> {
  /** The public origin, e.g. `https://forum.example`, without a slash at the end. */
  readonly url: string
  /** Whether readers come by https. */
  readonly secure: boolean
}

/** The environment cannot be used. `problems` holds one sentence per wrong variable, the message all of them. */
export class ConfigError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

const OWN_PREFIX = 'ROSTRA_'
const LONGEST_SHOWN = 60
const NAMES: readonly string[] = Object.values(VARIABLES).map(each => each.name)

/**
 * Environment → configuration. Space around a value is dropped; an empty value counts as not set. Throws a
 * `ConfigError` that names every wrong variable, and every `ROSTRA_…` that does not exist.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = []
  const values: Record<string, unknown> = {}
  for (const [name, variable] of Object.entries<Variable<unknown>>(VARIABLES)) {
    const text = env[variable.name]?.trim() || variable.initial
    if (text === undefined) continue
    values[name] = variable.kind.read(text)
    if (values[name] === undefined) problems.push(complaint(variable, text))
  }
  for (const name of Object.keys(env)) {
    if (name.startsWith(OWN_PREFIX) && !NAMES.includes(name)) problems.push(unknown(name))
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return complete({ ...EMPTY, ...(values as Partial<Values>) } as Values)
}

/** Every name of a value, so that those not set are there as undefined. */
const EMPTY = Object.fromEntries(Object.keys(VARIABLES).map(name => [name, undefined]))

function complete(values: Values): Config {
  const url = values.url ?? `http://localhost:${values.port}`
  return { ...values, url, secure: url.startsWith('https:') }
}

function complaint(variable: Variable<unknown>, text: string): string {
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
  return `${variable.name} must be ${variable.kind.expects}${variable.secret ? '' : `, not ${JSON.stringify(shown)}`}.`
}

function unknown(name: string): string {
  const bare = name.slice(OWN_PREFIX.length)
  const meant = NAMES.includes(bare) ? bare : nearest(name, NAMES)
  return `There is no variable ${name}${meant ? `; did you mean ${meant}?` : '.'}`
}
