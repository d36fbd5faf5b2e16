import { Command, CommanderError } from 'commander'
import { Refused } from '#base/errors.ts'
import about from '../../package.json' with { type: 'json' }

/** Exit codes: an error while working, and a command that was written wrongly. A command may set its own. */
const FAILED = 1
const MISUSED = 2

/** Adds a command to the program. */
type Adding = (program: Command) => void

/** Every command, loaded when it is called: what serves readers is started without the tools of others. */
const COMMANDS: Record<string, () => Promise<Adding>> = {
  serve: async () => (await import('./serve.ts')).addServe,
  migrate: async () => (await import('./migrate.ts')).addMigrate,
  import: async () => (await import('./import.ts')).addImport,
  demo: async () => (await import('./demo.ts')).addDemo,
  member: async () => (await import('./member.ts')).addMemberCommands,
  backup: async () => (await import('./backup.ts')).addBackup,
  restore: async () => (await import('./restore.ts')).addRestore,
  doctor: async () => (await import('./doctor.ts')).addDoctor,
  record: async () => (await import('./record.ts')).addRecord,
}

/** What a command line needs: the command it names, or all for whoever asks what there is. */
async function addCommands(program: Command, name: string | undefined): Promise<void> {
  const known = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  for (const load of known ? [known] : Object.values(COMMANDS)) (await load())(program)
}

/** Reads the command line and runs one command. Returns the exit code; errors are told on standard error. */
export async function run(words: readonly string[]): Promise<number> {
  const program = new Command('rostra').description('A discussion forum that reads what is posted.')
  program.version(about.version).exitOverride().showHelpAfterError('(rostra --help tells how)')
  try {
    await addCommands(program, words[0])
    await program.parseAsync(words, { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : MISUSED
    console.error(await sentenceOf(error))
    return FAILED
  }
}

/** What went wrong, for the operator. A refusal is told as a page would tell it. */
async function sentenceOf(error: unknown): Promise<string> {
  if (!(error instanceof Refused)) return error instanceof Error ? error.message : String(error)
  const [{ wordsFor }, errors] = await Promise.all([import('#base/words.ts'), import('#web/errors.ts')])
  return errors.sentenceOf(error, wordsFor('en'))
}

// Whoever reads what is printed may stop reading: `rostra record FILE | head`.
process.stdout.on('error', error =>
  process.exit((error as NodeJS.ErrnoException).code === 'EPIPE' ? 0 : FAILED),
)

process.exitCode = await run(process.argv.slice(2))
