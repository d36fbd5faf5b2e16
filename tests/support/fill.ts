import { Parser } from 'htmlparser2'
import type { Actor } from '#forum/actor.ts'
import type { HostileTexts } from './hostile-texts.ts'
import type { Fields, TestPages } from './pages.ts'

/** A field in which a person writes. */
export interface TextField {
  readonly name: string
  readonly type: string
  /** The most UTF-16 units that it says it takes. */
  readonly max: number
}

/** A form as it stands in a page. */
export interface PageForm {
  /** The path to which it is sent. */
  readonly action: string
  readonly method: string
  /** What it sends when nothing is touched, buttons aside. */
  readonly fields: Record<string, string[]>
  readonly texts: readonly TextField[]
}

const WRITTEN = new Set(['text', 'search', 'url', 'email', 'password', 'textarea'])
/** Where a field says nothing, a text of a few lines is enough. */
const USUAL_ROOM = 300

/** The forms of a page. `at` is its own path. */
export function formsIn(body: string, at: string): PageForm[] {
  const forms: (PageForm & { texts: TextField[] })[] = []
  let select: { name: string; first: string | undefined; chosen: string | undefined } | null = null
  let area: { name: string; text: string } | null = null
  const parser = new Parser({
    onopentag: (element, attributes) => {
      const form = forms.at(-1)
      if (element === 'form')
        forms.push({
          ...{ action: attributes['action'] || at, method: (attributes['method'] ?? 'get').toLowerCase() },
          ...{ fields: {}, texts: [] },
        })
      else if (!form) return
      else if (element === 'select')
        select = { name: attributes['name'] ?? '', first: undefined, chosen: undefined }
      else if (element === 'option' && select) {
        select.first ??= attributes['value'] ?? ''
        if ('selected' in attributes) select.chosen = attributes['value'] ?? ''
      } else if (element === 'textarea') {
        area = { name: attributes['name'] ?? '', text: '' }
        form.texts.push(textField(attributes, 'textarea'))
      } else if (element === 'input') addInput(form, attributes)
    },
    ontext: text => {
      if (area) area.text += text
    },
    onclosetag: element => {
      const fields = forms.at(-1)?.fields ?? {}
      if (element === 'select' && select) {
        fields[select.name] = [select.chosen ?? select.first ?? '']
        select = null
      }
      if (element === 'textarea' && area) {
        fields[area.name] = [area.text.replace(/^\n/, '')]
        area = null
      }
    },
  })
  parser.end(body)
  return forms
}

const textField = (attributes: Record<string, string>, type: string): TextField => ({
  ...{ name: attributes['name'] ?? '', type },
  max: Number(attributes['maxlength'] ?? attributes['data-max'] ?? USUAL_ROOM),
})

function addInput(
  form: { fields: PageForm['fields']; texts: TextField[] },
  attributes: Record<string, string>,
): void {
  const { name = '', type = 'text', value = '' } = attributes
  if (name === '' || name === 'csrf' || type === 'file' || type === 'submit') return
  if ((type === 'checkbox' || type === 'radio') && !('checked' in attributes)) return
  const values = form.fields[name] ?? []
  values.push(type === 'checkbox' || type === 'radio' ? (attributes['value'] ?? 'on') : value)
  form.fields[name] = values
  if (WRITTEN.has(type)) form.texts.push(textField(attributes, type))
}

/** How somebody fills in a form of a page. */
export interface Filling {
  /** The page, and the end of the path to which the form is sent, when the page has several. */
  readonly page: string
  readonly to?: string
  /** What is sent instead of hostile texts, where only few things are taken. */
  readonly with?: Fields
  /** The statuses that are right; a way on unless given. */
  readonly gives?: number
}

/** What was sent for a form, and what answered. */
export interface Filled {
  readonly status: number
  readonly body: string
  readonly location: string
}

/** Fills in every text of a form with hostile texts, and sends it. Throws where the form is missing or answers otherwise. */
export async function fillIn(
  pages: TestPages,
  who: Actor,
  texts: HostileTexts,
  filling: Filling,
): Promise<Filled> {
  const shown = await pages.get(who, filling.page)
  const forms = formsIn(shown.body, filling.page.split('?')[0] as string).filter(
    form => form.method === 'post',
  )
  const form = forms.find(each =>
    each.action.split('?')[0]?.endsWith(filling.to ?? filling.page.split('?')[0]!),
  )
  if (!form)
    throw new Error(
      `no form in ${filling.page} (${shown.statusCode}): ${forms.map(each => each.action).join(' ')}`,
    )
  const fields: Record<string, string | readonly string[]> = { ...form.fields }
  for (const field of form.texts)
    if (!(field.name in (filling.with ?? {}))) fields[field.name] = textFor(texts, field)
  Object.assign(fields, filling.with)
  const sent = await pages.post(who, form.action, fields)
  if (sent.statusCode !== (filling.gives ?? 303))
    throw new Error(
      `${filling.page} ${form.action}: ${sent.statusCode} ${/class="problem"[^>]*>[^<]*|<li>[^<]*<a href="#field[^<]*/.exec(sent.body)?.[0]} ${JSON.stringify(fields).slice(0, 300)}`,
    )
  return { status: sent.statusCode, body: sent.body, location: String(sent.headers['location'] ?? '') }
}

function textFor(texts: HostileTexts, { name, type, max }: TextField): string {
  if (type === 'password') return ''
  if (name === 'source' || name === 'signature') return texts.written('markdown', Math.min(max, 20_000))
  return texts.line(max)
}
