import type { Numbering } from './tree.ts'

const ROMAN: readonly [number, string][] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
  ] as const),
  ...([
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
]
/** Beyond these, browsers too count in figures. */
const MOST_ROMAN = 3_999

function roman(number: number): string {
  let rest = number
  let out = ''
  for (const [value, letters] of ROMAN) for (; rest >= value; rest -= value) out += letters
  return out
}

/** 1 → a, 26 → z, 27 → aa. */
function letters(number: number): string {
  let out = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    out = String.fromCharCode(97 + ((rest - 1) % 26)) + out
  return out
}

/** The number of a list's item as it is counted, such as `c` or `iv`, without a dot. */
export function counted(number: number, numbering: Numbering): string {
  if (numbering === '1' || !Number.isSafeInteger(number) || number < 1) return String(number)
  const isRoman = numbering === 'i' || numbering === 'I'
  if (isRoman && number > MOST_ROMAN) return String(number)
  const low = isRoman ? roman(number) : letters(number)
  return numbering === 'A' || numbering === 'I' ? low.toUpperCase() : low
}
