import type { FastifyRequest } from 'fastify'

/**
 * The words in an address are decoration: `/boards/7/any-thing` leads to board 7. → The address under which a page is
 * known, with the query that was asked, where it was asked by another one; null where the path is the right one, however
 * it is percent-encoded.
 */
export function properPath(request: Pick<FastifyRequest, 'url'>, path: string): string | null {
  const mark = request.url.indexOf('?')
  const asked = mark < 0 ? request.url : request.url.slice(0, mark)
  if (asked === path || decoded(asked) === decoded(path)) return null
  return mark < 0 ? path : path + request.url.slice(mark)
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
