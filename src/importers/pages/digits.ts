/** Where the digits of a script begin in Unicode. */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10,
]
const OTHER_DIGITS = /(?![0-9])\p{Nd}/gu

/** Digits of any script → those of ASCII. */
export const asciiDigits = (text: string): string =>
  text.replace(OTHER_DIGITS, digit => {
    const code = digit.codePointAt(0) as number
    const zero = ZEROS.find(first => code >= first && code < first + 10)
    return zero === undefined ? digit : String(code - zero)
  })
