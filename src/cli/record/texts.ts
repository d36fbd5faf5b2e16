import { readFileSync } from 'node:fs'
import { readInput } from '../secret.ts'

/** A text to read, with whatever else its line of a `.jsonl` file says. */
export interface Text {
  readonly id: string
  readonly text: string
  /** When it was written, `2025-05-04`. */
  readonly date?: string
  readonly annotations: Readonly<Record<string, unknown>>
}

/**
 * The texts of a file: one of a plain file or of standard input (`-`), one a line of a `.jsonl` file. Throws an `Error`
 * that names the file, and the line that is no text.
 */
export async function readTexts(file: string): Promise<Text[]> {
  const content = file === '-' ? await readInput() : contentOf(file)
  if (!file.endsWith('.jsonl')) return [{ id: file, text: content.replace(/\r\n?/g, '\n'), annotations: {} }]
  return content.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const text = textOf(line, `${file}:${index + 1}`)
    if (text) return [text]
    throw new Error(`${file}:${index + 1} is no JSON object with a "text" or "paragraphs".`)
  })
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Error(`There is no file ${file}.`)
    if (code === 'EISDIR') throw new Error(`${file} is a folder. Name the files in it.`)
    if (code === 'EACCES') throw new Error(`${file} may not be read by who runs this.`)
    throw error
  }
}

function textOf(line: string, place: string): Text | undefined {
  const value = parsed(line)
  if (typeof value !== 'object' || value === null) return undefined
  const annotations = value as Record<string, unknown>
  const { id, text, paragraphs, date } = annotations
  const whole =
    typeof text === 'string' ? text : Array.isArray(paragraphs) ? paragraphs.join('\n') : undefined
  if (whole === undefined) return undefined
  return {
    id: typeof id === 'string' ? id : place,
    text: whole,
    ...(typeof date === 'string' && { date }),
    annotations,
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
