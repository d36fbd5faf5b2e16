import { type Html, html } from '#base/html.ts'
import type { Key, Words } from '#base/words.ts'
import { SubmitButton } from '#web/components/button.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'

/** What the page of a link says. */
export interface Sentences {
  readonly title: Key
  readonly about: Key
  readonly send: Key
}

/** The page behind a link that came by mail: what it does, and the button that does it. */
export function ConfirmAddress(page: {
  words: Words
  csrf: Html
  state: FormState
  action: string
  sentences: Sentences
  name: string
  address: string
}): Html {
  const { words, csrf, state, action, sentences } = page
  const about = words.sayHtml(sentences.about, {
    name: html`<b><bdi>${page.name}</bdi></b>`,
    address: html`<b><bdi>${page.address}</bdi></b>`,
  })
  return html`<h1>${words.say(sentences.title)}</h1><p class="lead">${about}</p>${FormNotice(state)}<form class="form" method="post" action="${action}">${csrf}<div class="sends">${SubmitButton(words.say(sentences.send))}</div></form>`
}
