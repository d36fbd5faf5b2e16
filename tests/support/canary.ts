import { Parser } from 'htmlparser2'

/** A text that would show as an element or an attribute wherever it is not escaped. */
export const CANARY = `"'></title></textarea><x-canary onx=1>&lt;\``

/** Where the canary became markup in a page: names of elements and attributes; none in a page that escapes. */
export function canariesIn(markup: string): string[] {
  const found: string[] = []
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'x-canary') found.push(`<${name}>`)
      for (const attribute of Object.keys(attributes)) {
        if (!/^[a-z][a-z-]*$/.test(attribute) || attribute === 'onx') found.push(`${name} ${attribute}`)
      }
    },
  })
  parser.end(markup)
  return found
}
