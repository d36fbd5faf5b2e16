const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** Text → a pattern of SQL for what begins with it. */
export const beginning = (text: string): string => `${escaped(text)}%`

/** Text → a pattern of SQL for what holds it. */
export const containing = (text: string): string => `%${escaped(text)}%`
