import type { Element } from './dom.ts'

/** Classes of what softwares print around a text without its writer having written it. */
const CHROME = new Set([
  'adsbygoogle',
  'after_content',
  'attachbox',
  'badge-notification',
  'bbCodeBlock-expandLink',
  'bbCodeBlock-shrinkLink',
  'bbCodeSpoiler-button',
  'bbcode_description',
  'bbcode_postedby',
  'clicks',
  'codeheader',
  'codetitle',
  'cooked-selection-barrier',
  'edited_post',
  'ipsComment_edited',
  'ipsQuote_citation',
  'ipsSpoiler_header',
  'js-selectToQuoteEnd',
  'lbContainer-zoomer',
  'message-lastEdit',
  'quote-controls',
  'quotefooter',
  'quoteheader',
  'quotetitle',
  'reactionsBar',
  'samItem',
  'signature',
  'sr-only',
  'u-srOnly',
])

const SILENT = new Set([
  'button',
  'form',
  'head',
  'input',
  'link',
  'meta',
  'noscript',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
])

/** True for an element inside a body that is no part of its text: buttons, headings of boxes, adverts, edit notes. */
export function isChrome(element: Element): boolean {
  if (SILENT.has(element.name)) return true
  const classes = element.attribs.class
  return classes?.split(/\s+/).some(name => CHROME.has(name)) ?? false
}
