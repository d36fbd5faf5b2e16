/** What one check found. */
export interface Finding {
  check: string
  good: boolean
  /** What is the case, in a sentence. */
  says: string
  /** What to do about it; only where it is bad. */
  advice?: string
}

export const good = (check: string, says: string): Finding => ({ check, good: true, says })

export const bad = (check: string, says: string, advice: string): Finding => ({
  check,
  good: false,
  says,
  advice,
})
