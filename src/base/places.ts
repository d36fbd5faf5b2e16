const TWO = /^(\d{1,16})\.(\d{1,16})$/

/** `1773500000000.7340033` → the two numbers by which an address says where a list goes on; null for anything else. */
export function twoNumbersOf(written: unknown): readonly [first: number, second: number] | null {
  const [, first, second] = (typeof written === 'string' && TWO.exec(written)) || []
  const numbers = [Number(first), Number(second)] as const
  return numbers.every(Number.isSafeInteger) ? numbers : null
}
