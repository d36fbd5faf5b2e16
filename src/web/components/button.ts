import { type Html, html } from '#base/html.ts'

interface ButtonOptions {
  /** `quiet` for what stands beside the main act, `grave` for what is hard to undo. */
  kind?: 'main' | 'quiet' | 'grave'
  /** What the form tells which of its buttons was pressed. */
  name?: string
  value?: string
}

const CLASSES = { main: 'button', quiet: 'button quiet', grave: 'button grave' } as const

/** The button that sends a form. */
export function SubmitButton(label: string, options: ButtonOptions = {}): Html {
  const sent = options.name !== undefined && html` name="${options.name}" value="${options.value ?? ''}"`
  return html`<button class="${CLASSES[options.kind ?? 'main']}"${sent}>${label}</button>`
}

/** A link that looks like a button, for what leads to a form. */
export function ButtonLink(href: string, label: string, kind: ButtonOptions['kind'] = 'main'): Html {
  return html`<a class="${CLASSES[kind]}" href="${href}">${label}</a>`
}
