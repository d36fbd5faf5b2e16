/** Text → a pattern of SQL for what begins with it. */
export const beginning = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`
