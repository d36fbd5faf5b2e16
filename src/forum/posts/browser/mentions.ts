import { caretOf } from './caret.ts'
import { mentionBegun, mentionOf } from './marks.ts'
import { change, element, filled, typedIn, type WritingForm } from './typing.ts'

interface Found {
  readonly name: string
  /** The path of the picture; null for none. */
  readonly picture: string | null
}

const PAUSE = 150
const REST = 30_000
const LEAST_LETTERS = 2
/** Room that a list needs beside the caret, in CSS pixels. */
const LIST_WIDTH = 200
let lists = 0

/**
 * Completes the name behind an `@` from the members whose names begin so. The list is a listbox that the text field
 * speaks of (`aria-activedescendant`); the caret stays in the text.
 */
export function completeMentions(writing: WritingForm): void {
  const { text } = writing
  const list = new MemberList(writing)
  const looking = new Looking(writing, list)
  let timer = 0
  text.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void looking.look(), PAUSE)
  })
  text.addEventListener('keydown', event => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    if (!isPlain || event.isComposing || !list.takesKey(event.key)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  })
  text.addEventListener('blur', () => list.close())
  void looking.look()
}

/** The list of members below the caret. */
class MemberList {
  readonly #list = element('ul', 'members-found')
  readonly #writing: WritingForm
  #found: readonly Found[] = []
  #chosen = 0
  /** The `@` whose list was closed by hand: it is left alone. */
  closedAt = -1

  constructor(writing: WritingForm) {
    this.#writing = writing
    const { text, words } = writing
    const list = this.#list
    list.id = `members-found-${++lists}`
    list.setAttribute('role', 'listbox')
    list.setAttribute('aria-label', words['membersList'] ?? '')
    list.hidden = true
    text.after(list)
    text.setAttribute('aria-autocomplete', 'list')
    text.setAttribute('aria-controls', list.id)
    list.addEventListener('pointerdown', event => {
      event.preventDefault()
      const option = event.target instanceof Element ? event.target.closest('[role=option]') : null
      if (option) this.#take([...list.children].indexOf(option))
    })
  }

  close(): void {
    this.#list.hidden = true
    this.#writing.text.removeAttribute('aria-activedescendant')
  }

  /** Shows members for the `@` at a place of the text. */
  open(members: readonly Found[], at: number): void {
    if (members.length === 0) {
      this.close()
      return
    }
    const { text, words, tell } = this.#writing
    const list = this.#list
    this.#found = members
    list.replaceChildren(...members.map((member, index) => optionOf(member, `${list.id}-${index}`)))
    const caret = caretOf(text, at)
    list.style.top = `${text.offsetTop + caret.bottom}px`
    list.style.left = `${text.offsetLeft + Math.max(0, Math.min(caret.left, text.clientWidth - LIST_WIDTH))}px`
    if (list.hidden) tell(filled(words['members'], { count: members.length }))
    list.hidden = false
    this.#choose(0)
  }

  /** Does what a key does in an open list; false for others. */
  takesKey(key: string): boolean {
    if (this.#list.hidden) return false
    if (key === 'ArrowDown') this.#choose(this.#chosen + 1)
    else if (key === 'ArrowUp') this.#choose(this.#chosen - 1)
    else if (key === 'Enter' || key === 'Tab') this.#take(this.#chosen)
    else if (key === 'Escape') {
      this.closedAt = mentionBegun(typedIn(this.#writing.text))?.at ?? -1
      this.close()
    } else return false
    return true
  }

  #choose(index: number): void {
    const { children, id } = this.#list
    this.#chosen = (index + this.#found.length) % this.#found.length
    for (const [at, option] of [...children].entries())
      option.setAttribute('aria-selected', String(at === this.#chosen))
    this.#writing.text.setAttribute('aria-activedescendant', `${id}-${this.#chosen}`)
    children[this.#chosen]?.scrollIntoView({ block: 'nearest' })
  }

  #take(index: number): void {
    const { text } = this.#writing
    const begun = mentionBegun(typedIn(text))
    const member = this.#found[index]
    this.close()
    if (!begun || !member) return
    const put = `${mentionOf(member.name)} `
    const end = begun.at + put.length
    change(text, { from: begun.at, to: text.selectionEnd, put, start: end, end })
  }
}

/** Asks who is meant. What was answered is remembered, and a name that nobody has is not asked for again. */
class Looking {
  readonly #writing: WritingForm
  readonly #list: MemberList
  readonly #answers = new Map<string, readonly Found[]>()
  #restUntil = 0

  constructor(writing: WritingForm, list: MemberList) {
    this.#writing = writing
    this.#list = list
  }

  async look(): Promise<void> {
    const { form, text } = this.#writing
    const begun = mentionBegun(typedIn(text))
    if (begun?.at !== this.#list.closedAt) this.#list.closedAt = -1
    const key = begun?.begins.toLowerCase() ?? ''
    const isNobody = [...this.#answers].some(
      ([begins, members]) => members.length === 0 && key.startsWith(begins),
    )
    const isAsked = begun && key.length >= LEAST_LETTERS && !isNobody && this.#list.closedAt < 0
    if (!isAsked || Date.now() < this.#restUntil) {
      this.#list.close()
      return
    }
    try {
      const members = this.#answers.get(key) ?? (await ask(form, begun.begins))
      this.#answers.set(key, members)
      // Meanwhile more may have been typed, which asks again.
      if (mentionBegun(typedIn(text))?.begins === begun.begins) this.#list.open(members, begun.at)
    } catch {
      this.#restUntil = Date.now() + REST
      this.#list.close()
    }
  }
}

/** Members whose names begin so, those of the thread first. Rejects when no answer came. */
async function ask(form: HTMLFormElement, begins: string): Promise<Found[]> {
  const thread = /^(?:thread|post):(\d+)/.exec(form.dataset['draft'] ?? '')?.[1]
  const query = new URLSearchParams({ begins, ...(thread && { thread }) })
  const answer = await fetch(`/members/completions?${query}`, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error('no members')
  return ((await answer.json()) as { members: Found[] }).members
}

function optionOf({ name, picture }: Found, id: string): HTMLLIElement {
  const option = element('li', '')
  option.id = id
  option.setAttribute('role', 'option')
  if (picture !== null) {
    const image = element('img', 'face small')
    Object.assign(image, { src: picture, alt: '', width: 28, height: 28 })
    option.append(image)
  }
  const shown = document.createElement('bdi')
  shown.textContent = name
  option.append(shown)
  return option
}
