import { text } from 'node:stream/consumers'

/** A terminal that can be read key by key. */
interface Terminal extends NodeJS.ReadableStream {
  isTTY?: boolean
  setRawMode?(raw: boolean): unknown
}

const INTERRUPT = '\u0003'
const END = ['\r', '\n', '\u0004']
const BACK = ['\u007f', '\b']

/** Everything on standard input, without the line break at its end. */
export async function readInput(input: NodeJS.ReadableStream = process.stdin): Promise<string> {
  return (await text(input)).replace(/\r?\n$/, '')
}

/** Whether somebody sits at a terminal who can be asked. */
export const canAsk = (input: Terminal = process.stdin): boolean =>
  input.isTTY === true && input.setRawMode !== undefined

/**
 * Asks for a secret at the terminal and shows nothing of what is typed. Throws an `Error` when the answer is broken off
 * (Ctrl+C).
 */
export function askSecret(
  question: string,
  input: Terminal = process.stdin,
  output: { write(text: string): unknown } = process.stderr,
): Promise<string> {
  output.write(question)
  input.setRawMode?.(true)
  input.setEncoding('utf8')
  return new Promise((resolve, reject) => {
    let typed = ''
    const finish = (settle: () => void): void => {
      input.off('data', take)
      input.setRawMode?.(false)
      input.pause()
      output.write('\n')
      settle()
    }
    const take = (keys: string | Buffer): void => {
      for (const key of String(keys)) {
        if (key === INTERRUPT) finish(() => reject(new Error('Broken off; nothing was changed.')))
        else if (END.includes(key)) finish(() => resolve(typed))
        else typed = BACK.includes(key) ? [...typed].slice(0, -1).join('') : typed + key
        if (key === INTERRUPT || END.includes(key)) return
      }
    }
    input.on('data', take)
    input.resume()
  })
}
