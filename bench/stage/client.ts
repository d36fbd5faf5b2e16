import { randomBytes, randomInt } from 'node:crypto'

/** What a page or a write was answered with. */
export interface Reply {
  status: number
  location: string | null
  text: string
}

/** A browser without a screen: it keeps cookies and sends forms with what stands in them. */
export class Client {
  /** May change: a server that is started again answers elsewhere. */
  site: string
  readonly #cookies = new Map<string, string>()

  constructor(site: string) {
    this.site = site
  }

  /** As a `Cookie` header. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** Rejects when nobody answers. `headers` go with the request. */
  async get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.#send(path, { headers })
  }

  /** Sends fields as a form. */
  async post(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams(fields), headers })
  }

  /** The fields of a form on a page, hidden ones with their values, by the path that it is sent to. */
  async formOn(page: string, action: string): Promise<Record<string, string>> {
    const { status, text } = await this.get(page)
    const form = new RegExp(`<form\\b[^>]*\\baction="${action}[?"][\\s\\S]*?</form>`).exec(text)?.[0]
    if (form === undefined)
      throw new Error(`${page} (${status}) has no form for ${action}:\n${text.slice(0, 2000)}`)
    const inputs = form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)
    return Object.fromEntries([...inputs].map(([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')]))
  }

  async #send(
    path: string,
    init: Omit<RequestInit, 'headers'> & { headers: Record<string, string> },
  ): Promise<Reply> {
    const headers: Record<string, string> = {
      'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
      ...(this.cookie === '' ? {} : { cookie: this.cookie }),
      ...init.headers,
    }
    const response = await fetch(this.site + path, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split('=', 2)
      if (value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    return {
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
    }
  }
}

const attribute = (tag: string, name: string): string =>
  (new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** A key that makes a form that is sent twice one post. */
export const requestKey = (): string => randomBytes(16).toString('hex')
