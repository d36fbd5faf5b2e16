import type { Command } from 'commander'
import { printed, recordJson } from './record/print.ts'
import { measureTime, scoreFile } from './record/score.ts'
import { readTexts, type Text } from './record/texts.ts'

interface Options {
  json?: boolean
  score?: boolean
  date?: string
}

/** `rostra record`: what the engine reads in texts, and how well it reads texts that people annotated. Needs no forum. */
export function addRecord(program: Command): void {
  program
    .command('record')
    .description('read texts: who is quoted, figures, dates, sources, repeats, stray paragraphs')
    .argument('<file...>', 'a text; - for standard input; .jsonl: one {"id", "text", "date"} a line')
    .option('--date <day>', 'when the text was written, 2025-05-04; dates are counted from it')
    .option(
      '--json',
      'print findings with their offsets (UTF-16 units), a line for each text of a .jsonl file',
    )
    .option('--score', 'compare with the annotations in .jsonl files and print the table')
    .action((files: string[], options: Options, command: Command) => {
      if (options.date !== undefined && !isDay(options.date))
        command.error('error: --date must be a day that there is, like 2025-05-04', { exitCode: 2 })
      return options.score ? score(files, options, command) : show(files, options)
    })
}

/** Whether it is a day as ISO 8601 writes it, and there is such a day. */
function isDay(written: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(written)
}

async function show(files: readonly string[], { json = false, date }: Options): Promise<void> {
  for (const file of files) for (const text of await readTexts(file)) tell(dated(text, date), json)
}

const dated = (text: Text, date: string | undefined): Text =>
  text.date === undefined && date !== undefined ? { ...text, date } : text

function tell(text: Text, json: boolean): void {
  if (json) console.log(JSON.stringify(recordJson(text)))
  else console.log(printed(text))
}

async function score(files: readonly string[], { json = false }: Options, command: Command): Promise<void> {
  const other = files.find(file => !file.endsWith('.jsonl'))
  if (other !== undefined)
    command.error(`error: ${other} is no .jsonl file with annotations`, { exitCode: 2 })
  const all: Text[] = []
  for (const file of files) {
    const texts = await readTexts(file)
    const rows = scoreFile(texts)
    all.push(...texts)
    tellRows(file, rows, json)
  }
  tellRows('all texts', measureTime(all), json)
}

function tellRows(file: string, rows: ReturnType<typeof scoreFile>, json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ file, rows }))
    return
  }
  console.log(file)
  for (const { what, reached, goal } of rows)
    console.log(`  ${what.padEnd(58)} ${reached.padEnd(24)} goal ${goal}`)
  if (rows.length === 0) console.log('  no annotations')
}
