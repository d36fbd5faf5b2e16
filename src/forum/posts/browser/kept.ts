import { element, tokenOf, type WritingForm } from './typing.ts'

/** How what a browser keeps is called: this, the member, the place. */
export const KEPT = 'draft '
const PAUSE = 3000
const RETRY = 20_000
/** Browsers send no more than this once a page is left. */
const LAST_BYTES = 60_000
const LEFT_OUT = new Set(['csrf', 'requestKey', 'act', 'file', 'place'])

/** A draft as a browser keeps it until the forum has it. */
interface Kept {
  readonly fields: string
  /** By the clock of this browser. */
  readonly at: number
  readonly requestKey: string
}

type State = 'saved' | 'emptied' | 'older' | 'posted'

/** What of a form goes into a draft, as JSON. */
function fieldsOf(form: HTMLFormElement): string {
  const fields: Record<string, string | string[]> = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || LEFT_OUT.has(name)) continue
    const there = fields[name]
    fields[name] = there === undefined ? value : [...[there].flat(), value]
  }
  return JSON.stringify(fields)
}

const storage = {
  read(key: string): Kept | null {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
    } catch {
      return null
    }
  },
  /** False where the browser keeps nothing, or has no room. */
  write(key: string, kept: Kept): boolean {
    try {
      localStorage.setItem(key, JSON.stringify(kept))
      return true
    } catch {
      return false
    }
  },
  forget(key: string): void {
    try {
      localStorage.removeItem(key)
    } catch {
      // Nothing is kept then.
    }
  },
  keysOf(beginning: string): string[] {
    try {
      return Object.keys(localStorage).filter(key => key.startsWith(beginning))
    } catch {
      return []
    }
  },
}

/** Gives the forum a draft. Rejects when it did not take it. */
async function send(csrf: string, place: string, kept: Kept, isLast = false): Promise<State> {
  const { fields, at, requestKey } = kept
  const age = String(Math.max(0, Math.round(Date.now() - at)))
  const body = new URLSearchParams({ csrf, place, fields, age, requestKey })
  const keepalive = isLast && String(body).length < LAST_BYTES
  const headers = { accept: 'application/json', 'x-csrf-token': csrf }
  const answer = await fetch('/drafts', { method: 'post', body, headers, keepalive })
  if (!answer.ok) throw new Error('not kept')
  return ((await answer.json()) as { state: State }).state
}

/**
 * Keeps what is typed as a draft: in this browser at once, at the forum every few seconds. Whatever the browser still
 * has from earlier is given to the forum first, which knows the newer of two; a newer one of this place is then shown.
 */
export function keepDraft({ form, words }: WritingForm): void {
  const { draft: place, writer } = form.dataset
  if (place === undefined || writer === undefined) return
  const key = `${KEPT}${writer} ${place}`
  const status = element('span', 'kept-where')
  status.setAttribute('role', 'status')
  form.querySelector('.sends')?.append(status)
  const save = new Saving(form, { place, key, tellOf: where => show(status, words[where] ?? '') })
  form.addEventListener('input', () => save.soon())
  form.addEventListener('change', () => save.soon())
  form.addEventListener('submit', event => {
    const { submitter } = event
    if (submitter instanceof HTMLButtonElement && submitter.value === 'save') {
      event.preventDefault()
      void save.now(true)
    } else if (!event.defaultPrevented) save.posting()
  })
  addEventListener('online', () => void save.now())
  addEventListener('pagehide', () => void save.last())
  addEventListener('pageshow', event => {
    if (event.persisted) save.resume()
  })
  void giveKept(form, writer, key)
}

/** Gives the forum what this browser has from earlier. A newer draft of this very form is shown by loading it again. */
async function giveKept(form: HTMLFormElement, writer: string, own: string): Promise<void> {
  const beginning = `${KEPT}${writer} `
  const untouched = fieldsOf(form)
  for (const key of storage.keysOf(beginning)) {
    const kept = storage.read(key)
    if (!kept) continue
    try {
      const state = await send(tokenOf(form), key.slice(beginning.length), kept)
      if (storage.read(key)?.at === kept.at) storage.forget(key)
      if (key === own && state === 'saved' && kept.fields !== untouched && fieldsOf(form) === untouched)
        location.reload()
    } catch {
      return
    }
  }
}

/** Where a draft belongs, where the browser keeps it, and who says so. */
interface Target {
  readonly place: string
  readonly key: string
  tellOf(where: 'saved' | 'kept'): void
}

/** A screen reader hears of it when it changes, not each time. */
function show(status: HTMLElement, said: string): void {
  if (status.textContent !== said) status.textContent = said
}

/** Saves one form. */
class Saving {
  readonly #form: HTMLFormElement
  readonly #to: Target
  #last: string
  #timer = 0
  #typedAt = 0
  #isPosting = false

  constructor(form: HTMLFormElement, to: Target) {
    this.#form = form
    this.#to = to
    this.#last = fieldsOf(form)
  }

  soon(): void {
    this.#typedAt = Date.now()
    delete this.#form.dataset['saved']
    if (this.#timer === 0) this.#timer = window.setTimeout(() => void this.now(), PAUSE)
  }

  /** Keeps what was typed since the last time; `asked` says so even where that is nothing. */
  async now(asked = false): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = 0
    const kept = this.#changed()
    if (this.#isPosting || (!kept && !asked)) return
    const { place, key } = this.#to
    const given = kept ?? this.#kept(this.#last)
    storage.write(key, given)
    try {
      const state = await send(tokenOf(this.#form), place, given)
      this.#last = given.fields
      if (storage.read(key)?.at === given.at) storage.forget(key)
      if (state === 'saved') this.#to.tellOf('saved')
      if (fieldsOf(this.#form) === given.fields) this.#form.dataset['saved'] = ''
    } catch {
      if (storage.read(key) !== null) this.#to.tellOf('kept')
      if (this.#timer === 0) this.#timer = window.setTimeout(() => void this.now(), RETRY)
    }
  }

  /** The page is left: the browser sends it when it can, and keeps it until the forum answers. */
  async last(): Promise<void> {
    const kept = this.#changed()
    if (this.#isPosting || !kept) return
    const { place, key } = this.#to
    storage.write(key, kept)
    try {
      await send(tokenOf(this.#form), place, kept, true)
      if (storage.read(key)?.at === kept.at) storage.forget(key)
    } catch {
      // It is given to the forum when a form is opened again.
    }
  }

  /** The form is on its way: kept here, so that nothing is lost where it does not arrive. */
  posting(): void {
    this.#isPosting = true
    clearTimeout(this.#timer)
    const { key } = this.#to
    storage.write(key, this.#kept(fieldsOf(this.#form)))
  }

  resume(): void {
    this.#isPosting = false
  }

  #changed(): Kept | null {
    const fields = fieldsOf(this.#form)
    return fields === this.#last ? null : this.#kept(fields)
  }

  #kept(fields: string): Kept {
    const requestKey = this.#form.querySelector<HTMLInputElement>('input[name=requestKey]')?.value ?? ''
    return { fields, at: this.#typedAt || Date.now(), requestKey }
  }
}
