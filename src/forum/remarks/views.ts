import { type Html, html, type Part } from '#base/html.ts'
import { shortLine } from '#base/text.ts'
import type { Words } from '#base/words.ts'
import { fieldId } from '#web/components/notice.ts'
import { ACT } from '../posts/composer.ts'
import { postPath } from '../posts/views.ts'
import type { NamedPost } from '../quotations/model.ts'
import { MOST_OF_A_KIND, mendOf, type Remark, type Remarks } from './model.ts'

/** The longest run of words that a remark repeats, in UTF-16 units. */
const LONGEST_WORDS = 100
/** Below this part the writer is told how much of the text is their own. */
const LITTLE_OWN = 0.75

/**
 * What was read in a text that somebody writes, each with a way to its place and a button that mends it; null where there
 * is nothing to say. It stands within the form of the text, whose field is `source`.
 */
export function RemarksView(remarks: Remarks, words: Words): Html | null {
  const share = OwnWords(remarks, words)
  const { list } = remarks
  if (list.length === 0 && !share) return null
  const title = words.say('remarks.title', { count: list.length })
  const kinds = [...new Set(list.map(remark => remark.kind))]
  return html`<h2>${title}</h2><p class="hint">${words.say('remarks.about')}</p><ul role="list">${share}${kinds.map(
    kind =>
      OfAKind(
        list.filter(each => each.kind === kind),
        words,
      ),
  )}</ul>`
}

function OwnWords({ words: all, ownWords }: Remarks, words: Words): Html | null {
  if (all === 0 || ownWords / all >= LITTLE_OWN) return null
  const counts = { own: words.number(ownWords), all: words.number(all) }
  return html`<li>${words.say('remarks.own-words', { ...counts, percent: Math.round((100 * ownWords) / all) })}</li>`
}

function OfAKind(remarks: readonly Remark[], words: Words): Html {
  const told = remarks.slice(0, MOST_OF_A_KIND)
  const count = remarks.length - told.length
  return html`${told.map(remark => OneRemark(remark, words))}${
    count > 0 && html`<li class="hint">${words.say('remarks.more-like-it', { count })}</li>`
  }`
}

function OneRemark(remark: Remark, words: Words): Html {
  const said = html`<q dir="auto">${shortLine(remark.words.replace(/\s+/g, ' ').trim(), LONGEST_WORDS)}</q>`
  return html`<li>${Sentence(remark, said, words)} <span class="ways">${Way(remark, words)}${MendButton(remark, words)}</span></li>`
}

function Sentence(remark: Remark, said: Html, words: Words): Part {
  switch (remark.kind) {
    case 'unnamed':
      return words.sayHtml('remarks.unnamed', { said })
    case 'unsourced':
      return words.sayHtml('remarks.unsourced', { said })
    case 'repeat':
      return words.sayHtml('remarks.repeat', { said })
    case 'stray':
      return words.sayHtml('remarks.stray', { said })
    case 'posted': {
      const { post, wordCount: count } = remark
      const facts = { count, number: words.number(count), post: PostLink(post, words), said }
      const { authorName } = post
      if (authorName === null) return words.sayHtml('remarks.posted', facts)
      return words.sayHtml('remarks.posted-by', { ...facts, name: html`<bdi>${authorName}</bdi>` })
    }
    case 'excerpt': {
      const { from, wordCount: count, limit } = remark
      const source = typeof from === 'string' ? html`<bdi>${from}</bdi>` : PostLink(from, words)
      return words.sayHtml('remarks.excerpt', { source, count, number: words.number(count), limit })
    }
  }
}

function PostLink(post: NamedPost, words: Words): Html {
  const name = words.sayHtml('record.post-of', {
    number: html`<bdi>#${post.number}</bdi>`,
    title: html`<bdi>${post.threadTitle}</bdi>`,
  })
  return html`<a href="${postPath(post)}" target="_blank">${name}</a>`
}

/** Leads to the text; with a script to the place in it. */
function Way({ place }: Remark, words: Words): Html {
  const at = place && html` data-at="${place.start} ${place.end}"`
  return html`<a href="#${fieldId('source')}"${at}>${words.say('remarks.show')}</a>`
}

function MendButton(remark: Remark, words: Words): Html | null {
  const isFound = remark.place !== null && (remark.kind !== 'posted' || remark.places.length > 0)
  const label = isFound && labelOf(remark, words)
  if (label === false || label === null) return null
  return html` <button class="link" name="${ACT}" value="${mendOf(remark)}" formnovalidate data-mend>${label}</button>`
}

function labelOf({ kind }: Remark, words: Words): string | null {
  switch (kind) {
    case 'unsourced':
      return words.say('remarks.add-link')
    case 'posted':
      return words.say('remarks.quote-it')
    case 'repeat':
    case 'stray':
      return words.say('remarks.leave-out')
    case 'excerpt':
      return words.say('remarks.shorten')
    case 'unnamed':
      return null
  }
}
