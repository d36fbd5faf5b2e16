import { Command, CommanderError } from 'commander'
import { addMigrate } from './migrate.ts'

/** Exit codes: an error while working, and a command that was written wrongly. */
const FAILED = 1
const MISUSED = 2

/** Reads the command line and runs one command. Returns the exit code; errors are told on standard error. */
export async function run(words: readonly string[]): Promise<number> {
  const program = new Command('rostra').description('A discussion forum that reads what is posted.')
  program.exitOverride().showHelpAfterError('(rostra --help tells how)')
  addMigrate(program)
  try {
    await program.parseAsync(words, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : MISUSED
    console.error(error instanceof Error ? error.message : String(error))
    return FAILED
  }
}

process.exitCode = await run(process.argv.slice(2))
