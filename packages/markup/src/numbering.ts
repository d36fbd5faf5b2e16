import type { Numbering } from './tree.ts'

const ROMAN = Object.entries({
  ...{ m: 1000, cm: 900, d: 500, cd: 400, c: 100, xc: 90, l: 50 },
  ...{ xl: 40, x: 10, ix: 9, v: 5, iv: 4, i: 1 },
})
/** Beyond these, browsers too count in figures. */
const MOST_ROMAN = 3_999

function roman(number: number): string {
  let rest = number
  let out = ''
  for (const [letters, value] of ROMAN) for (; rest >= value; rest -= value) out += letters
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
