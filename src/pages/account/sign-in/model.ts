/** UTF-16 units of the path to which somebody goes on. */
export const MAX_NEXT = 2000
/** What one network may ask for at each step of signing in: there is nobody yet to whom it could be counted. */
export const STEPS = { count: 30, seconds: 60 } as const
