import type { Key, Words } from '#base/words.ts'

/** One thing that can be written, as it is typed in each of the two ways; null where one of them has no mark for it. */
export interface Construct {
  readonly name: Key
  readonly about?: Key
  readonly markdown: string | null
  readonly bbcode: string | null
}

/** Everything that can be written, with words of the reader's language in it. */
export function constructs(words: Words): readonly Construct[] {
  const [w, more] = [words.say('help.words'), words.say('help.more-words')]
  return [...withinLines(w, more), ...ofLines(w, more, words), ...ofPeople(w, words), ...ofLooks(w)]
}

const withinLines = (w: string, more: string): Construct[] => [
  {
    name: 'help.emphasis',
    markdown: `**${w}** *${w}* ~~${w}~~`,
    bbcode: `[b]${w}[/b] [i]${w}[/i] [s]${w}[/s] [u]${w}[/u]`,
  },
  { name: 'help.breaks', markdown: `${w}\n${w}\n\n${more}`, bbcode: `${w}\n${w}\n\n${more}` },
  {
    name: 'help.links',
    markdown: `[${w}](https://example.org)\nhttps://example.org`,
    bbcode: `[url=https://example.org]${w}[/url]\nhttps://example.org`,
  },
  { name: 'help.code', markdown: `\`${w}\``, bbcode: `[icode]${w}[/icode]` },
  {
    name: 'help.hidden-words',
    markdown: `${more} [spoiler]${w}[/spoiler]`,
    bbcode: `${more} [ispoiler]${w}[/ispoiler]`,
  },
  { name: 'help.footnotes', markdown: `${w}[^1]\n\n[^1]: ${more}`, bbcode: null },
]

const ofLines = (w: string, more: string, words: Words): Construct[] => [
  {
    name: 'help.quotes',
    about: 'help.quotes-about',
    markdown: `> ${w}\n\n[quote="${words.say('help.name')}"]\n${w}\n[/quote]`,
    bbcode: `[quote="${words.say('help.name')}"]${w}[/quote]`,
  },
  { name: 'help.lists', markdown: `- ${w}\n- ${more}`, bbcode: `[list]\n[*]${w}\n[*]${more}\n[/list]` },
  {
    name: 'help.numbered',
    markdown: `1. ${w}\n2. ${more}`,
    bbcode: `[list=1]\n[*]${w}\n[*]${more}\n[/list]`,
  },
  { name: 'help.tasks', markdown: `- [ ] ${w}\n- [x] ${more}`, bbcode: null },
  {
    name: 'help.headings',
    markdown: `## ${w}\n### ${more}`,
    bbcode: `[heading=2]${w}[/heading]\n[h3]${more}[/h3]`,
  },
  {
    name: 'help.code-block',
    markdown: `\`\`\`js\nconst answer = 42\n\`\`\``,
    bbcode: `[code=js]\nconst answer = 42\n[/code]`,
  },
  {
    name: 'help.tables',
    markdown: `| ${w} | ${more} |\n| --- | ---: |\n| ${w} | 7 |`,
    bbcode: `[table]\n[tr][th]${w}[/th][th]${more}[/th][/tr]\n[tr][td]${w}[/td][td]7[/td][/tr]\n[/table]`,
  },
  {
    name: 'help.spoilers',
    markdown: `[spoiler=${w}]\n${more}\n[/spoiler]`,
    bbcode: `[spoiler=${w}]${more}[/spoiler]`,
  },
  { name: 'help.rules', markdown: `${w}\n\n---\n\n${more}`, bbcode: `${w}[hr]${more}` },
]

const ofPeople = (w: string, words: Words): Construct[] => {
  const named = `@${words.say('help.name')} @"${words.say('help.spaced-name')}" ${w}`
  return [{ name: 'help.mentions', about: 'help.mentions-about', markdown: named, bbcode: named }]
}

const ofLooks = (w: string): Construct[] => [
  {
    name: 'help.colours',
    markdown: `[color=red]${w}[/color]`,
    bbcode: `[color=red]${w}[/color] [size=5]${w}[/size]`,
  },
  { name: 'help.alignment', markdown: null, bbcode: `[center]${w}[/center]\n[rtl]${w}[/rtl]` },
  { name: 'help.plain', markdown: `\\*${w}\\*`, bbcode: `[noparse][b]${w}[/b][/noparse]` },
]

/** What keys do while somebody writes. */
export const SHORTCUTS: readonly { readonly keys: string; readonly does: Key }[] = [
  { keys: 'Ctrl + B', does: 'help.key-strong' },
  { keys: 'Ctrl + I', does: 'help.key-emphasis' },
  { keys: 'Ctrl + K', does: 'help.key-link' },
  { keys: 'Ctrl + Enter', does: 'help.key-send' },
  { keys: 'Ctrl + Shift + P', does: 'help.key-preview' },
  { keys: '← →', does: 'help.key-tools' },
  { keys: '@', does: 'help.key-mention' },
]
