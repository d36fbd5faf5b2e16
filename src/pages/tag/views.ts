import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { ThreadRow, threadJson } from '#forum/lists/views.ts'
import { MAX_TAG } from '#forum/tags/model.ts'
import { tagPath } from '#forum/tags/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import type { TagPage } from './model.ts'

/** The threads of a tag, and for those who look after tags the way to change it. */
export function TagView(page: TagPage, { words, now }: { words: Words; now: number }): Html {
  const { tag, threads, details, boards, mayKeep } = page
  const keep =
    mayKeep && html`<p class="meta"><a href="${tagPath(tag)}/edit">${words.say('tag.keep')}</a></p>`
  const rows = threads.map(thread =>
    ThreadRow(thread, { words, now, details: details.get(thread.id), board: boards.get(thread.boardId) }),
  )
  return html`<h1>${words.sayHtml('tag.title', { name: html`<bdi>${tag.name}</bdi>` })}</h1>${keep}<section><h2 class="unseen">${words.say('tag.list')}</h2>${rows}</section>${Onward(page, words)}`
}

/** Where older threads of a tag are; null where there are none. */
export function olderPath({ tag, threads, hasOlder }: TagPage): string | null {
  const last = threads.at(-1)
  return hasOlder && last ? `${tagPath(tag)}?before=${last.id}` : null
}

function Onward(page: TagPage, words: Words): Html | null {
  const older = olderPath(page)
  if (older === null && page.before === null) return null
  return html`<nav class="pager" aria-label="${words.say('tag.list')}"><ol>${
    page.before !== null && html`<li><a href="${tagPath(page.tag)}">${words.say('tag.newest')}</a></li>`
  }${older !== null && html`<li><a href="${older}" rel="next">${words.say('tag.older')}</a></li>`}</ol></nav>`
}

/** The same for a program. */
export const tagPageJson = (page: TagPage): object => ({
  ...{ name: page.tag.name, path: tagPath(page.tag) },
  threads: page.threads.map(thread => threadJson(thread, page.details.get(thread.id))),
  older: olderPath(page),
})

/** The forms that change a tag: another name, and its removal. */
export function KeepTag(
  form: FormState,
  { words, csrf, name }: { words: Words; csrf: Html; name: string },
): Html {
  const path = tagPath({ name })
  const input = LineInput(form, {
    ...{ name: 'tags', label: words.say('tag.name'), max: MAX_TAG, required: true, autofocus: true },
    hint: words.say('tag.name-hint', { limit: MAX_TAG }),
  })
  return html`<h1>${words.say('tag.keep')}</h1><form class="form" method="post" action="${path}/edit">${csrf}${FormNotice(form)}${input}<div class="sends">${SubmitButton(words.say('tag.save'))}<a href="${path}">${words.say('compose.cancel')}</a></div></form><h2>${words.say('tag.remove')}</h2><p>${words.say('tag.remove-about')}</p><form method="post" action="${path}/remove">${csrf}${SubmitButton(words.say('tag.remove'), { kind: 'grave' })}</form>`
}
