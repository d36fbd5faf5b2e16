import { type Html, html, joined, type Part } from '#base/html.ts'
import type { Key, Words } from '#base/words.ts'
import { MAX_ADDRESS } from '#forum/addresses/model.ts'
import { findingPath } from '#forum/findings/views.ts'
import { MemberLink } from '#forum/members/views.ts'
import type { EntrySource } from '#forum/record/model.ts'
import { dayOf } from '#forum/record/views-entry.ts'
import type { Found } from '#forum/sources/finding.ts'
import { MAX_REMOVAL_REASON, type Verdict } from '#forum/sources/model.ts'
import { SubmitButton } from '#web/components/button.ts'
import { ChangedWords } from '#web/components/changed-words.ts'
import { HiddenInput, LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import type { FormState } from '#web/forms.ts'
import type { FindingPage, GivenSource } from '../model.ts'

/** How the page of a finding is written. */
export interface FindingOptions {
  readonly words: Words
  /** Epoch milliseconds. */
  readonly now: number
  /** The hidden field that makes a form ours. Asked for only where there is a form, so not for guests. */
  csrf(): Html
  /** What was typed into the form for a source. */
  readonly form: FormState
  /** For guests the way to sign in and back; null for members. */
  readonly signInHref: string | null
}

const placeOf = ({ post, key }: FindingPage): string => findingPath(post, key)

/** The sources of a finding, who asks for one, and the form to give one. */
export function Sources(page: FindingPage, options: FindingOptions): Html {
  const { words, signInHref } = options
  const { given, inText, found, may } = page
  const listed = [
    ...given.map(each => GivenView(page, each, options)),
    ...inText.map(source => InTextView(source, found, words)),
  ]
  const list =
    listed.length > 0
      ? html`<ul class="cited" role="list">${listed}</ul>`
      : html`<p>${words.say('finding.no-sources')}</p>`
  const signIn =
    signInHref !== null &&
    html`<p><a href="${signInHref}" rel="nofollow">${words.say('finding.sign-in')}</a></p>`
  return html`<section><h2>${words.say('finding.sources')}</h2>${list}${Asking(page, options)}${
    may.source ? GiveForm(page, options) : signIn
  }</section>`
}

/** Who asks for a source, and the button to do so or no more. */
function Asking(page: FindingPage, { words, csrf }: FindingOptions): Html | null {
  const { requests, askers, given, inText, may } = page
  const hasSource = given.length > 0 || inText.length > 0
  const { count, mine } = requests
  const names = joined(askers.map(MemberLink), ', ')
  const asked = count > 0 && words.sayHtml('finding.asked', { count, number: words.number(count), names })
  const mayAsk = may.source && (mine || !hasSource)
  if (!asked && !mayAsk) return null
  const button =
    mayAsk &&
    html`<form method="post" action="${placeOf(page)}/requests">${csrf()}${HiddenInput('here', 1)}${SubmitButton(
      words.say(mine ? 'finding.unask' : 'finding.ask'),
      { kind: 'quiet', name: mine ? 'unask' : 'ask', value: '1' },
    )}</form>`
  return html`<div class="asking">${asked && html`<p>${asked}</p>`}${button}</div>`
}

function GiveForm(page: FindingPage, { words, csrf, form }: FindingOptions): Html {
  const address = LineInput(form, {
    ...{ name: 'address', label: words.say('finding.address'), max: MAX_ADDRESS, required: true },
    ...{ inputmode: 'url', hint: words.say('finding.address-about') },
  })
  const published = LineInput(form, {
    ...{ name: 'published', label: words.say('finding.published-label'), type: 'date' },
    hint: words.say('finding.published-about'),
  })
  return html`<h3 id="give">${words.say('finding.give')}</h3><form class="form" method="post" action="${placeOf(page)}/sources">${csrf()}${FormNotice(
    form,
  )}${address}${published}<div class="sends">${SubmitButton(words.say('finding.give-send'))}</div></form>`
}

/** A source that a member gave. */
function GivenView(page: FindingPage, given: GivenSource, options: FindingOptions): Html {
  const { words, now } = options
  const { source, giver } = given
  const { publisher, published, at, difference, excerpt, verdict } = source
  const time = words.time(at, now)
  const facts: Part[] = [
    ...(source.title === '' ? [] : [html`<bdi>${publisher}</bdi>`]),
    ...(published === '' ? [] : [words.sayHtml('finding.dated', { date: dayOf(published, words) })]),
    giver
      ? words.sayHtml('finding.given-by', { name: MemberLink(giver), time })
      : words.sayHtml('finding.given', { time }),
  ]
  const isShown = verdict === 'altered' && difference.length > 0
  return html`<li id="s${source.id}">${PageLink(source)}<p class="meta">${joined(facts, ' · ')}</p>${VerdictLine(
    { verdict, isShown },
    page.found,
    words,
  )}${isShown && html`<p>${ChangedWords(difference, words)}</p>`}${
    excerpt !== '' && Excerpt(source.url, excerpt, words)
  }${SourceActs(page, given, options)}</li>`
}

const PageLink = ({ url, title, publisher }: Pick<EntrySource, 'url' | 'title' | 'publisher'>): Html =>
  html`<a href="${url}" rel="nofollow ugc noopener"><bdi>${title || publisher}</bdi></a>`

const Excerpt = (url: string, excerpt: string, words: Words): Html =>
  html`<figure><figcaption>${words.say('finding.excerpt')}</figcaption><blockquote cite="${url}" dir="auto">${excerpt}</blockquote></figure>`

function VerdictLine(
  { verdict, isShown }: { verdict: Verdict; isShown: boolean },
  found: Found,
  words: Words,
): Html {
  const holds = verdict === 'word-for-word' ? 'ok' : verdict === 'unchecked' ? 'hint' : 'ask'
  return html`<p class="${holds}">${words.say(sentenceOf(verdict, isShown, found.kind === 'figure'))}</p>`
}

function sentenceOf(verdict: Verdict, isShown: boolean, isFigure: boolean): Key {
  switch (verdict) {
    case 'word-for-word':
      return isFigure ? 'finding.exact-figure' : 'finding.exact'
    case 'altered':
      return isShown ? 'finding.altered' : 'finding.altered-only'
    case 'not-found':
      return isFigure ? 'finding.not-found-figure' : 'finding.not-found'
    case 'unreadable':
      return 'finding.unreadable'
    case 'unchecked':
      return 'finding.unchecked'
  }
}

function SourceActs(
  page: FindingPage,
  { source, may }: GivenSource,
  { words, csrf }: FindingOptions,
): Html | null {
  if (!may.check && !may.remove) return null
  const { id, publisher } = source
  const path = `${placeOf(page)}/sources/${id}`
  const check =
    may.check &&
    html`<form method="post" action="${path}/check">${csrf()}<button aria-label="${words.say('finding.check-label', { publisher })}">${words.say('finding.check')}</button></form>`
  const remove =
    may.remove &&
    html`<a href="${path}/remove" aria-label="${words.say('finding.remove-label', { publisher })}">${words.say('finding.remove')}</a>`
  return html`<div class="acts">${check}${remove}</div>`
}

function InTextView(source: EntrySource, found: Found, words: Words): Html {
  const { published, verdict } = source
  const facts: Part[] = [
    ...(published === '' ? [] : [words.sayHtml('finding.dated', { date: dayOf(published, words) })]),
    words.say('finding.source-in-text'),
  ]
  return html`<li>${PageLink(source)}<p class="meta">${joined(facts, ' · ')}</p>${
    verdict !== 'unchecked' && VerdictLine({ verdict, isShown: false }, found, words)
  }</li>`
}

/** The question before a source is taken out. */
export function RemoveForm(
  page: FindingPage & { readonly removal: GivenSource },
  { words, csrf, form, isOwn }: Pick<FindingOptions, 'words' | 'csrf' | 'form'> & { readonly isOwn: boolean },
): Html {
  const { source } = page.removal
  const reason = LineInput(form, {
    ...{ name: 'reason', label: words.say('finding.reason'), max: MAX_REMOVAL_REASON, required: !isOwn },
    hint: words.say('finding.reason-about', { limit: MAX_REMOVAL_REASON }),
  })
  return html`<h1>${words.say('finding.remove-title')}</h1><p>${PageLink(source)}</p><p>${words.say('finding.remove-about')}</p><form class="form" method="post" action="${placeOf(
    page,
  )}/sources/${source.id}/remove">${csrf()}${FormNotice(form)}${reason}<div class="sends">${SubmitButton(
    words.say('finding.remove'),
    { kind: 'grave' },
  )}<a href="${placeOf(page)}">${words.say('compose.cancel')}</a></div></form>`
}
