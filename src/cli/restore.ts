import type { Command } from 'commander'
import { restore } from '#store/restore.ts'
import { contentsOf } from './figures.ts'
import { makeDataFolder, withPlace } from './open.ts'
import { showProgress } from './progress.ts'

/** `rostra restore FILE`: puts the forum of a backup in place of the one there. */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('put the forum of a backup in place; the server must not be running')
    .argument('<file>', 'a file that `rostra backup` wrote, on either database')
    .option('--overwrite', 'replace a forum that holds something')
    .option('--json', 'print a machine-readable account')
    .action(
      async (file: string, { overwrite = false, json = false }: { overwrite?: boolean; json?: boolean }) => {
        const { progress, end } = showProgress('Restoring')
        const account = await withPlace((place, config) => {
          if (place.kind === 'sqlite') makeDataFolder(config)
          return restore(file, place, { overwrite, progress })
        }).finally(end)
        if (json) console.log(JSON.stringify(account))
        else console.log(`Restored ${contentsOf(account.rows)} from ${file}.`)
      },
    )
}
