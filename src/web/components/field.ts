import { type Html, html, type Part } from '#base/html.ts'
import type { FormState } from '../forms.ts'
import { fieldId } from './notice.ts'

interface FieldText {
  readonly name: string
  readonly label: Part
  /** A sentence under the label. */
  readonly hint?: Part
  readonly required?: boolean
}

/** What an input of one line needs. */
export interface LineField extends FieldText {
  readonly type?: 'text' | 'password' | 'email' | 'url' | 'search' | 'number' | 'date' | 'datetime-local'
  /** The fewest characters, for a script to say what is lacking. */
  readonly least?: number
  readonly max?: number
  readonly autocomplete?: string
  /** Brings up the right keyboard. */
  readonly inputmode?: 'numeric' | 'email' | 'url' | 'search'
  /** The caret stands here when the page is opened. At most one on a page. */
  readonly autofocus?: boolean
  /** What is offered while it is typed in. */
  readonly offers?: readonly string[]
}

export interface TextField extends FieldText {
  readonly max?: number
  readonly rows?: number
  readonly autofocus?: boolean
}

/** One thing to choose. */
export interface Option {
  readonly value: string
  readonly label: string
  /** Options with the same one stand together under it. */
  readonly group?: string
}

/** What a field shows: the text typed last, or that it was given. */
function typedText(form: FormState, name: string): string {
  const value = Object.hasOwn(form.values, name) ? form.values[name] : undefined
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

function typedTexts(form: FormState, name: string): readonly string[] {
  const value = Object.hasOwn(form.values, name) ? form.values[name] : undefined
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

const problemOf = (form: FormState, name: string): string | null =>
  form.problem?.field === name ? form.problem.message : null

/** The attributes that tie an input to its label, hint and problem. */
function tied(form: FormState, field: FieldText): Html {
  const id = fieldId(field.name)
  const problem = problemOf(form, field.name)
  const described = [field.hint != null && `${id}-hint`, problem !== null && `${id}-problem`].filter(Boolean)
  return html` id="${id}" name="${field.name}"${field.required && html` required`}${
    described.length > 0 && html` aria-describedby="${described.join(' ')}"`
  }${problem !== null && html` aria-invalid="true"`}`
}

function framed(form: FormState, field: FieldText, input: Html): Html {
  const id = fieldId(field.name)
  return html`<div class="field"><label for="${id}">${field.label}</label>${Hint(field)}${input}${Problem(form, field.name)}</div>`
}

function Hint(field: FieldText): Html | null {
  return field.hint == null ? null : html`<p class="hint" id="${fieldId(field.name)}-hint">${field.hint}</p>`
}

function Problem(form: FormState, name: string): Html | null {
  const problem = problemOf(form, name)
  return problem === null ? null : html`<p class="problem" id="${fieldId(name)}-problem">${problem}</p>`
}

/** A label and an input of one line. */
export function LineInput(form: FormState, field: LineField): Html {
  const type = field.type ?? 'text'
  const value = type === 'password' ? '' : typedText(form, field.name)
  const input = html`<input type="${type}"${tied(form, field)} value="${value}"${
    field.max !== undefined && html` maxlength="${field.max}"`
  }${field.least !== undefined && html` data-min="${field.least}"`}${field.autocomplete && html` autocomplete="${field.autocomplete}"`}${
    field.inputmode && html` inputmode="${field.inputmode}"`
  }${type === 'text' && html` dir="auto"`}${field.autofocus && html` autofocus`}${field.offers && html` list="${fieldId(field.name)}-offers"`}>${
    field.offers &&
    html`<datalist id="${fieldId(field.name)}-offers">${field.offers.map(offer => html`<option value="${offer}">`)}</datalist>`
  }`
  return framed(form, field, input)
}

/** A label and room for several lines. Too long a text is refused when sent, never cut off while it is pasted. */
export function TextInput(form: FormState, field: TextField): Html {
  const input = html`<textarea${tied(form, field)} rows="${field.rows ?? 8}" dir="auto"${
    field.max !== undefined && html` data-max="${field.max}"`
  }${field.autofocus && html` autofocus`}>
${typedText(form, field.name)}</textarea>`
  return framed(form, field, input)
}

/** A label and a list to choose one thing from. */
export function SelectInput(form: FormState, field: FieldText, options: readonly Option[]): Html {
  const chosen = typedText(form, field.name)
  const groups = [...new Set(options.map(option => option.group))]
  const shown = (group: string | undefined): Html[] =>
    options
      .filter(option => option.group === group)
      .map(
        each =>
          html`<option value="${each.value}"${each.value === chosen && html` selected`}>${each.label}</option>`,
      )
  const content = groups.map(group =>
    group === undefined ? shown(group) : html`<optgroup label="${group}">${shown(group)}</optgroup>`,
  )
  return framed(form, field, html`<select${tied(form, field)}>${content}</select>`)
}

/** A box to tick, with its label after it. */
export function TickInput(form: FormState, field: FieldText): Html {
  const ticked = !['', '0', 'false'].includes(typedText(form, field.name))
  return html`<div class="field tick"><input type="checkbox" value="1"${tied(form, field)}${ticked && html` checked`}><label for="${fieldId(field.name)}">${field.label}</label>${Hint(field)}${Problem(form, field.name)}</div>`
}

/** A question with one or, as `many`, several answers to tick. */
export function ChoiceInput(
  form: FormState,
  field: FieldText & { readonly many?: boolean },
  options: readonly Option[],
): Html {
  const id = fieldId(field.name)
  const chosen = new Set(typedTexts(form, field.name))
  const problem = problemOf(form, field.name)
  const choices = options.map(
    (option, index) =>
      html`<label><input type="${field.many ? 'checkbox' : 'radio'}"${index === 0 && html` id="${id}"`} name="${field.name}" value="${option.value}"${chosen.has(option.value) && html` checked`}> ${option.label}</label>`,
  )
  return html`<fieldset class="field"${problem !== null && html` aria-describedby="${id}-problem"`}><legend>${field.label}</legend>${Hint(field)}${choices}${Problem(form, field.name)}</fieldset>`
}

/** A value that goes with the form unseen. */
export function HiddenInput(name: string, value: string | number): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}
