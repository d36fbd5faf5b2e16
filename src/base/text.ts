/** What stays of an input as somebody typed it: everything a person can read. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
/** A line is cut between words where the last space stands no earlier than this part of it. */
const EARLIEST_SPACE = 0.6
/** What is printed as nothing at all, though it has a place in a text. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u

/**
 * Text as typed or sent → the same in one normal form: new lines as `\n`, characters composed (NFC), control characters
 * other than new lines and tabs left out, halves of surrogate pairs replaced.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .normalize('NFC')
}

/** The same on one line: white space at its ends is dropped, within it becomes one space. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim()

/** The same on several lines, kept as typed but for white space at its end and empty lines at its start. */
export const cleanLines = (text: string): string =>
  cleanText(text)
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd()

/** Whether there is anything in a text that a reader could see. */
export const isVisible = (text: string): boolean => VISIBLE.test(text)

/** A line of at most `limit` UTF-16 units as it is; a longer one cut, between words where that can be, with an ellipsis. */
export function shortLine(line: string, limit: number): string {
  if (line.length <= limit) return line
  const cut = line.slice(0, limit - 1)
  const space = line[cut.length] === ' ' ? cut.length : cut.lastIndexOf(' ')
  const start = space >= limit * EARLIEST_SPACE ? cut.slice(0, space) : cut
  return `${(start.isWellFormed() ? start : start.slice(0, -1)).replace(/[\s,;:([{–—-]+$/, '')}…`
}
