/** Raised whenever the same text is read differently, for those who keep what was read. */
export const ENGINE_VERSION = 1

/** The longest text that is read, in UTF-16 units. */
export const MAX_TEXT = 200_000
