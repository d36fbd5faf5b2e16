/** How far a long work is; `of` is the whole. */
interface Progress {
  done: number
  of: number
}

/** Where progress is shown. */
interface Screen {
  write(text: string): unknown
  isTTY?: boolean
}

const REDRAW = 100
const QUIET_REDRAW = 5000
/** Back to the start of the line, and everything on it removed. */
const CLEAR = '\r\u001b[K'

/**
 * Shows how far a work is, on standard error: a line that is drawn again on a terminal, elsewhere a line every few
 * seconds. `end` removes what is drawn.
 */
export function showProgress(
  what: string,
  screen: Screen = process.stderr,
  now: () => number = performance.now.bind(performance),
): { progress(now: Progress): void; end(): void } {
  const interactive = screen.isTTY === true
  const wait = interactive ? REDRAW : QUIET_REDRAW
  let last = now()
  let drawn = false
  return {
    progress: ({ done, of }) => {
      if (now() - last < wait || of === 0) return
      last = now()
      const text = `${what}: ${Math.floor((100 * done) / of)} %`
      screen.write(interactive ? CLEAR + text : `${text}\n`)
      drawn = true
    },
    end: () => {
      if (interactive && drawn) screen.write(CLEAR)
      drawn = false
    },
  }
}
