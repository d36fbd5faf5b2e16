import type { Command } from 'commander'
import { type Config, ConfigError, readConfig } from '#config/config.ts'
import { checkDatabase } from './doctor/database.ts'
import { bad, type Finding } from './doctor/finding.ts'
import { checkMachine } from './doctor/machine.ts'

const SICK = 1

/** `rostra doctor`: looks at everything a forum stands on and says of each whether it is good, and what to do if not. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look whether all is well, and say what to do where it is not')
    .option('--repair', 'count anew what is counted wrong')
    .option('--json', 'print a machine-readable account')
    .action(async ({ repair = false, json = false }: { repair?: boolean; json?: boolean }) => {
      const findings = await examine(repair)
      const isWell = findings.every(finding => finding.good)
      if (json) console.log(JSON.stringify({ good: isWell, findings }))
      else for (const finding of findings) console.log(lineOf(finding))
      if (!isWell) process.exitCode = SICK
    })
}

async function examine(repair: boolean): Promise<Finding[]> {
  let config: Config
  try {
    config = readConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const advice = 'Correct the environment; docs/reference/environment.md lists it.'
    return error.problems.map(problem => bad('environment', problem, advice))
  }
  return [...checkMachine(config), ...(await checkDatabase(config, repair))]
}

const lineOf = ({ check, good, says, advice }: Finding): string =>
  `${good ? 'good' : 'BAD '}  ${check}: ${says}${advice === undefined ? '' : ` ${advice}`}`
