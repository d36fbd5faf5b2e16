import type { FastifyRequest } from 'fastify'
import { type Html, html, kept, trusted } from '#base/html.ts'
import type { Density, Theme } from '#base/looks.ts'
import type { Words } from '#base/words.ts'
import type { PageAnswer } from '../respond.ts'
import type { InlineStyle } from '../static.ts'

/** The colours of the paper, for the frame that a browser draws around the page. */
const PAPER = { light: '#fbfaf6', dark: '#16171a' }

/** A whole page in the site's frame. */
export function document(request: FastifyRequest, answer: PageAnswer): Html {
  const { words, theme, density } = request.visitor
  const { options } = request.server.web
  const { assets, config } = options
  const shell = options.shell(
    { title: answer.title, main: answer.main(), trail: answer.trail ?? [] },
    request,
  )
  const full = assets.path('full.css')
  const app = assets.path('app.js')
  const sheet = full && html`<link rel="stylesheet" href="${full}">`
  const head = html`${answer.description && html`<meta name="description" content="${answer.description}">`}
${answer.canonical && html`<link rel="canonical" href="${config.url}${answer.canonical}">`}
${answer.robots && html`<meta name="robots" content="${answer.robots}">`}
${app && html`<script type="module" src="${app}"></script>`}
${answer.style === 'full' && sheet}${shell.head}${answer.head?.()}`
  const body = html`<a class="skip" href="#main">${words.say('page.skip')}</a>${shell.body}${answer.style !== 'full' && sheet}`
  return skeleton({ words, theme, density, core: assets.core, title: shell.title, head, body })
}

/** A page with nothing around it, for what is said when the rest of the house is not to be relied on. */
export function plainDocument(page: {
  words: Words
  theme: Theme
  core: InlineStyle
  title: string
  main: Html
}): Html {
  return skeleton({ ...page, head: null, body: html`<main id="main">${page.main}</main>` })
}

function skeleton(page: {
  words: Words
  theme: Theme
  density?: Density
  core: InlineStyle
  title: string
  head: Html | null
  body: Html
}): Html {
  const { words, theme, density } = page
  return html`<!doctype html>
<html lang="${words.locale}" dir="${words.direction}"${theme !== 'auto' && html` data-theme="${theme}"`}${density === 'compact' && html` data-density="compact"`}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
${ThemeColours(theme)}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${StyleOf(page.core)}
${page.head}</head>
<body>${page.body}</body></html>
`
}

const styles = new WeakMap<InlineStyle, Html>()

function StyleOf(core: InlineStyle): Html {
  const style = styles.get(core) ?? kept(html`<style>${trusted(core.text)}</style>`)
  styles.set(core, style)
  return style
}

function ThemeColours(theme: Theme): Html {
  if (theme !== 'auto') return html`<meta name="theme-color" content="${PAPER[theme]}">`
  return html`<meta name="theme-color" media="(prefers-color-scheme: light)" content="${PAPER.light}"><meta name="theme-color" media="(prefers-color-scheme: dark)" content="${PAPER.dark}">`
}
