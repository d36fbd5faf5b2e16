import type { Format } from '../src/markup.ts'

/** Numbers that look random and are the same in every run (xorshift, 32 bits). */
export function numbers(seed: number): (below: number) => number {
  let state = seed | 1
  return below => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const WORDS =
  `the council harbour vote ferry said on Friday that new rules for boats will start in spring and nobody
  asked members who live near the old quay whether they agree with it because last year's plan was dropped after two
  meetings while prices rose by 12 per cent since then I don't think anyone read it's report über naïve café 2026`.split(
    /\s+/,
  )
const NAMES = ['Maren Oduya', 'tide_watch', 'Jonas', "O'Hara", 'Élodie']

type Random = (below: number) => number

const pick = <Item>(random: Random, items: readonly Item[]): Item => items[random(items.length)] as Item

function words(random: Random, count: number): string {
  const chosen = Array.from({ length: count }, () => pick(random, WORDS))
  return chosen.join(' ')
}

function decorated(random: Random, format: Format): string {
  const text = words(random, 1 + random(4))
  const address = `https://harbour.example/news/${random(9_999)}/some_title`
  const forms =
    format === 'markdown'
      ? [
          `**${text}**`,
          `*${text}*`,
          `[${text}](${address})`,
          address,
          `\`${text}\``,
          `~~${text}~~`,
          '@tide_watch',
        ]
      : [
          `[b]${text}[/b]`,
          `[i]${text}[/i]`,
          `[url=${address}]${text}[/url]`,
          address,
          `[icode]${text}[/icode]`,
        ]
  return pick(random, forms)
}

function paragraph(random: Random, format: Format): string {
  let text = ''
  for (let sentence = 1 + random(5); sentence > 0; sentence--) {
    text += `${words(random, 6 + random(14))}`
    if (random(3) === 0) text += ` ${decorated(random, format)} ${words(random, 3)}`
    text += random(6) === 0 ? '.\n' : '. '
  }
  return text.trim()
}

function markdownBlock(random: Random): string {
  switch (random(12)) {
    case 0:
      return `> ${paragraph(random, 'markdown').replaceAll('\n', '\n> ')}`
    case 1:
      return Array.from({ length: 2 + random(5) }, () => `- ${words(random, 5)}`).join('\n')
    case 2:
      return `## ${words(random, 4)}`
    case 3:
      return `\`\`\`js\nconst value = ${random(100)}\nif (value < 3) run(value)\n\`\`\``
    case 4:
      return `| ${words(random, 2)} | b |\n|---|---|\n| ${words(random, 3)} | ${random(100)} |\n| c | ${random(100)} |`
    default:
      return paragraph(random, 'markdown')
  }
}

function bbcodeBlock(random: Random): string {
  switch (random(12)) {
    case 0:
      return `[list]\n${Array.from({ length: 2 + random(5) }, () => `[*]${words(random, 5)}`).join('\n')}\n[/list]`
    case 1:
      return `[code]if (value < ${random(9)}) run(value)[/code]`
    case 2:
      return `[center][size=5]${words(random, 4)}[/size][/center]`
    case 3:
      return `[img]https://harbour.example/pictures/${random(999)}.jpg[/img]`
    default:
      return paragraph(random, 'bbcode')
  }
}

/** Invented posts as a busy board has them: a quote now and then, a few paragraphs, some lists, links and code. */
export function forumTexts(format: Format, count: number): string[] {
  const random = numbers(20_261_124)
  return Array.from({ length: count }, () => {
    const blocks: string[] = []
    if (format === 'bbcode' && random(3) === 0)
      blocks.push(
        `[quote="${pick(random, NAMES)}, post: 7/${random(90)}"]\n${paragraph(random, format)}\n[/quote]`,
      )
    for (let left = 1 + random(8); left > 0; left--)
      blocks.push(format === 'markdown' ? markdownBlock(random) : bbcodeBlock(random))
    return blocks.join('\n\n')
  })
}
