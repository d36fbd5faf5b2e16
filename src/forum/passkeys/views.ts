import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { HiddenInput } from '#web/components/field.ts'

/**
 * A form whose sending asks the browser for a passkey: a `new` one, or one to `get`. Without JavaScript it says that it
 * needs it. The one that gets is out of sight until the browser can.
 */
export function PasskeyForm(
  form: { words: Words; csrf: Html; kind: 'new' | 'get'; action: string; options: string },
  content: Html,
): Html {
  const { words, csrf, kind, action, options } = form
  const hidden = kind === 'get' && html` hidden`
  return html`<form class="form" method="post" action="${action}" data-passkey="${kind}" data-options="${options}" data-failed="${words.say('passkey.failed')}" data-unknown="${words.say('passkey.unknown')}"${hidden}>${csrf}${HiddenInput('credential', '')}${content}</form><noscript><p class="hint">${words.say('passkey.needs-script')}</p></noscript>`
}
