import { parse, renderHtml } from '@rostra/markup'
import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { PostText } from '#forum/posts/views.ts'
import { type Construct, constructs, SHORTCUTS } from './model.ts'

/** The page that says how posts are written: each construct as it is typed and as it is shown, by the forum's own hand. */
export function WritingHelp(words: Words): Html {
  const sections = constructs(words).map((construct, index) => Section(construct, index, words))
  return html`<article class="help"><h1>${words.say('help.title')}</h1><p>${words.say('help.about')}</p>${sections}${Keys(words)}</article>`
}

function Section({ name, about, markdown, bbcode }: Construct, index: number, words: Words): Html {
  const ways = [
    markdown !== null && Way('Markdown', { source: markdown, format: 'markdown', at: `m${index}-` }, words),
    bbcode !== null && Way('BBCode', { source: bbcode, format: 'bbcode', at: `b${index}-` }, words),
  ]
  const id = name.slice(name.indexOf('.') + 1)
  return html`<section id="${id}"><h2>${words.say(name)}</h2>${about && html`<p>${words.say(about)}</p>`}<div class="ways">${ways}</div></section>`
}

interface Example {
  readonly source: string
  readonly format: 'markdown' | 'bbcode'
  /** What tells the names in it apart from those of the other examples. */
  readonly at: string
}

function Way(name: string, { source, format, at }: Example, words: Words): Html {
  const rendered = renderHtml(parse(source, format), {
    idPrefix: at,
    mention: member => ({ href: '#mentions', name: member }),
  })
  return html`<div><h3>${name}</h3><pre dir="ltr" tabindex="0" aria-label="${words.say('help.typed')}"><code>${source}</code></pre><div class="body" role="group" aria-label="${words.say('help.shown')}">${PostText(rendered)}</div></div>`
}

function Keys(words: Words): Html {
  const rows = SHORTCUTS.map(
    ({ keys, does }) =>
      html`<tr><th scope="row"><kbd dir="ltr">${keys}</kbd></th><td>${words.say(does)}</td></tr>`,
  )
  return html`<section id="keys"><h2>${words.say('help.shortcuts')}</h2><p>${words.say('help.shortcuts-about')}</p><table><thead><tr><th scope="col">${words.say('help.keys')}</th><th scope="col">${words.say('help.does')}</th></tr></thead><tbody>${rows}</tbody></table></section>`
}
