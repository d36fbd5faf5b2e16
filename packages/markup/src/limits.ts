/** Raised whenever the same tree is printed differently, so that cached HTML is made again. */
export const RENDERER_VERSION = 2

/** The longest source that is parsed, in UTF-16 units. */
export const MAX_SOURCE = 200_000

/** How deep blocks, and within them formats, may stand in each other. What is deeper stays visible as typed. */
export const MAX_DEPTH = 40

/** The longest address that becomes a link, in UTF-16 units. */
export const MAX_ADDRESS = 2_000

/** How many columns or rows a cell may cover. */
export const MAX_SPAN = 50
