import type { Command } from 'commander'
import { openFiles } from '#files/files.ts'
import { backUp } from '#store/backup.ts'
import { contentsOf, megabytes } from './figures.ts'
import { withPlace } from './open.ts'
import { showProgress } from './progress.ts'

/** `rostra backup FILE`: writes the whole forum, as it is at one moment, into one file. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('write the whole forum into one file, while the server goes on')
    .argument('<file>', 'the file to write, readable by its owner alone')
    .option('--overwrite', 'replace a file of that name')
    .option('--json', 'print a machine-readable account')
    .action(
      async (file: string, { overwrite = false, json = false }: { overwrite?: boolean; json?: boolean }) => {
        const { progress, end } = showProgress('Backing up')
        let lie = ''
        const account = await withPlace((place, config) => {
          lie = openFiles(config).store.place
          return backUp(place, file, { overwrite, progress })
        }).finally(end)
        if (json) console.log(JSON.stringify(account))
        else {
          console.log(`Wrote ${file}: ${megabytes(account.bytes)}, ${contentsOf(account.rows)}.`)
          if ((account.rows['attachments'] ?? 0) > 0)
            console.log(`Attached files are not in it. They lie in ${lie}; copy that after each backup.`)
        }
      },
    )
}
