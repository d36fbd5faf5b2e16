import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A process of its own that answers one question after the other. */
export interface Child<Question, Answer> {
  readonly pid: number
  /** Rejects with what the child said on standard error when it ends instead of answering. */
  ask(question: Question): Promise<Answer>
  end(): Promise<void>
}

/** Starts a file of this folder, seen from here, as a child that uses `answerParent`. */
export function startChild<Question extends object, Answer>(file: string): Child<Question, Answer> {
  const child = fork(join(import.meta.dirname, file), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    serialization: 'advanced',
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const gone = once(child, 'close').then((): never => {
    throw new Error(`${file} ended:\n${said}`)
  })
  // Whoever asks hears of it; an end that was wished for is no news.
  gone.catch(() => undefined)
  return {
    pid: child.pid as number,
    ask: async question => {
      const answer = once(child, 'message')
      child.send(question)
      return (await Promise.race([answer, gone]))[0] as Answer
    },
    end: async () => {
      child.kill('SIGKILL')
      await gone.catch(() => undefined)
    },
  }
}

/** In a child: answers every question of its parent, until the parent ends it. */
export function answerParent<Question, Answer>(
  answer: (question: Question) => Promise<Answer> | Answer,
): void {
  process.on('message', async (question: Question) => {
    process.send?.(await answer(question))
  })
  process.on('disconnect', () => process.exit())
}
