import { Parser } from 'htmlparser2'

/** What a page of ours may never hold, whoever wrote something into it. */
const NEVER =
  /^(?:iframe|frame|frameset|object|embed|applet|base|math|audio|portal|marquee|x-canary|isindex|xmp|plaintext)$/
/** Elements that stand where the templates put them. */
const PLACED: Record<string, (attributes: Record<string, string>) => boolean> = {
  script: ({ src = '' }) => src.startsWith('/assets/'),
  style: attributes => Object.keys(attributes).length === 0,
  link: ({ href = '' }) => /^(?:\/|http:\/\/forum\.test\/)/.test(href),
  meta: attributes => !('http-equiv' in attributes),
  form: ({ action = '/' }) => action === '' || isLocal(action),
  template: attributes => attributes['class'] !== undefined,
  noscript: attributes => Object.keys(attributes).length === 0,
  svg: attributes => attributes['class'] !== undefined,
}
const ADDRESSES = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'data',
  'poster',
  'cite',
  'background',
  'xlink:href',
])
const NAME = /^[a-z][a-z-]*$/
const NO_ATTRIBUTE = /^(?:on|style$|srcdoc$|srcset$|ping$|xmlns|formtarget$|http-equiv$|background$|xlink)/

const isLocal = (address: string): boolean =>
  /^(?:\/(?![/\\])|[?#])/.test(address) && !/[\t\n\r]/.test(address)

function addressFinding(element: string, name: string, value: string): string | null {
  const url = URL.canParse(value, 'http://forum.test/') ? new URL(value, 'http://forum.test/') : null
  if (element === 'a' || element === 'link') {
    // What is no address at all leads nowhere.
    if (url && !['http:', 'https:', 'mailto:', 'otpauth:'].includes(url.protocol)) return `${name} ${value}`
    return url && url.origin !== 'http://forum.test' && /^[/?#\\]/.test(value)
      ? `${name} leaves: ${value}`
      : null
  }
  return isLocal(value) || value === '' ? null : `<${element}> ${name} ${value}`
}

/** What the values and the texts of markup are, entities decoded: each text whole, and the values of all attributes. */
export interface Looked {
  readonly findings: string[]
  /** Texts as they are read, put together where an element of text alone stands between. */
  readonly texts: string[]
}

/** Markup of a whole page or a part of one → what in it could act, and what it says. */
export function lookAt(markup: string): Looked {
  const findings: string[] = []
  const texts: string[] = []
  const inside: string[] = []
  let current = ''
  const end = () => {
    if (current !== '') texts.push(current)
    current = ''
  }
  const parser = new Parser({
    onopentag: (element, attributes) => {
      if (element !== 'mark' && element !== 'bdi') end()
      inside.push(element)
      if (NEVER.test(element) || PLACED[element]?.(attributes) === false)
        findings.push(`<${element} ${JSON.stringify(attributes).slice(0, 100)}>`)
      for (const [name, value] of Object.entries(attributes)) {
        if (!NAME.test(name) && !(inside.includes('svg') && NAME.test(name.toLowerCase())))
          findings.push(`<${element}> has ${name}`)
        if (NO_ATTRIBUTE.test(name)) findings.push(`<${element}> has ${name}`)
        const address = ADDRESSES.has(name) ? addressFinding(element, name, value) : null
        if (address) findings.push(address)
        // An address is made of a text, it does not print it.
        if (!ADDRESSES.has(name)) texts.push(value)
      }
    },
    ontext: text => {
      if (inside.includes('script')) findings.push(`a script: ${text.slice(0, 60)}`)
      current += text
    },
    onclosetag: element => {
      inside.pop()
      if (element !== 'mark' && element !== 'bdi') end()
    },
    oncomment: comment => findings.push(`a comment: ${comment.slice(0, 60)}`),
    onprocessinginstruction: (_, text) => {
      if (!/^!doctype html$/i.test(text)) findings.push(`an instruction: ${text.slice(0, 60)}`)
    },
  })
  parser.end(markup)
  end()
  return { findings, texts }
}

/** The texts of a JSON value that are printed: those that are markup, and the others. */
export function textsOfJson(value: unknown, name = ''): { markup: string[]; plain: string[] } {
  if (typeof value === 'string') {
    if (/html$/i.test(name)) return { markup: [value], plain: [] }
    return { markup: [], plain: name === 'slug' || /^(?:\/|https?:)/.test(value) ? [] : [value] }
  }
  const parts = Object.entries(value ?? {}).map(([key, each]) => textsOfJson(each, key))
  return { markup: parts.flatMap(part => part.markup), plain: parts.flatMap(part => part.plain) }
}
