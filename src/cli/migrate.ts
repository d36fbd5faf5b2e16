import type { Command } from 'commander'
import { migrate } from '#store/migrate.ts'
import { withStore } from './open.ts'

/** `rostra migrate`: brings the database up to this version and names what it changed. */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to this version')
    .option('--json', 'print a machine-readable account')
    .action(async (options: { json?: true }) => {
      const applied = await withStore(store => migrate(store))
      if (options.json) console.log(JSON.stringify({ applied }))
      else console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.')
    })
}
