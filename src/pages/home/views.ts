import { type Html, html } from '#base/html.ts'
import { shortLine } from '#base/text.ts'
import type { Words } from '#base/words.ts'
import { type BoardLineOptions, BoardRow, boardJson, boardPath } from '#forum/boards/views.ts'
import { quotationPath } from '#forum/findings/views.ts'
import { postPath } from '#forum/posts/views.ts'
import { ButtonLink } from '#web/components/button.ts'
import type { BoardGroup, HomePage } from './model.ts'

/** In UTF-16 units; more would push the boards away on a phone. */
const LONGEST_QUOTATION = 140

/** The start page: all boards that may be seen, under the headings of their sections. */
export function Home(home: HomePage, options: BoardLineOptions): Html {
  const { words } = options
  if (home.isWaiting) return Waiting(words)
  const boards = home.groups.length > 0 ? home.groups.map(group => Group(group, options)) : Empty(home, words)
  return html`<div class="beside"><div><h1><bdi>${home.name}</bdi></h1>${
    home.welcome && html`<p class="lead" dir="auto">${home.welcome}</p>`
  }${boards}</div>${home.groups.length > 0 && html`<aside>${OnRecord(home, words)}${Numbers(home, words)}</aside>`}</div>`
}

function Group({ section, lines }: BoardGroup, options: BoardLineOptions): Html {
  const heading = section
    ? html`<a href="${boardPath(section)}"><bdi>${section.title}</bdi></a>`
    : options.words.say('home.boards')
  return html`<section><h2>${heading}</h2>${lines.map(line => BoardRow(line, options))}</section>`
}

/** What the start page says until somebody has followed the link. */
function Waiting(words: Words): Html {
  return html`<h1>${words.say('set-up.waiting')}</h1><p class="lead">${words.say('set-up.waiting-about')}</p>`
}

function Empty(home: HomePage, words: Words): Html {
  return html`<p class="nothing">${words.say(home.mayAdminister ? 'home.empty-for-administrators' : 'home.empty')}</p>${
    home.mayAdminister && html`<p>${ButtonLink('/administration/boards', words.say('home.first-board'))}</p>`
  }`
}

function Numbers({ threadCount, postCount }: HomePage, words: Words): Html {
  const bold = (value: number): Html => html`<b>${words.number(value)}</b>`
  return html`<h2>${words.say('home.numbers')}</h2><ol><li>${words.sayHtml('board.threads', {
    count: threadCount,
    number: bold(threadCount),
  })}</li><li>${words.sayHtml('home.posts', { count: postCount, number: bold(postCount) })}</li></ol>`
}

/** What was quoted last: the words, who spoke, and in which thread. */
function OnRecord({ onRecord }: HomePage, words: Words): Html | null {
  if (onRecord.length === 0) return null
  const items = onRecord.map(({ quotationId, words: said, speaker, post }) => {
    const quoted = html`<a href="${quotationPath(quotationId)}"><q dir="auto">${shortLine(said, LONGEST_QUOTATION)}</q></a>`
    const place = html`<a href="${postPath(post)}"><bdi>${post.threadTitle}</bdi></a>`
    return html`<li>${quoted}<br>${speaker && html`<bdi>${speaker.name}</bdi> · `}${place}</li>`
  })
  return html`<h2><a href="/record">${words.say('shell.record')}</a></h2><ol>${items}</ol>`
}

/** The same for a program. */
export function homeJson({ name, welcome, groups, threadCount, postCount, onRecord }: HomePage): object {
  return {
    ...{ name, welcome, threadCount, postCount },
    onRecord: onRecord.map(({ quotationId, words, speaker, post }) => ({
      ...{ words, path: quotationPath(quotationId), speaker: speaker?.name ?? null, post: postPath(post) },
    })),
    groups: groups.map(({ section, lines }) => ({
      section: section && { id: section.id, title: section.title, path: boardPath(section) },
      boards: lines.map(boardJson),
    })),
  }
}
