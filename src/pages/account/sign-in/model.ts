/** UTF-16 units of the path to which somebody goes on. */
export const MAX_NEXT = 2000
