/** The address of the set-up page behind a token. */
export const setUpPath = (token: string): string => `/set-up/${token}`
