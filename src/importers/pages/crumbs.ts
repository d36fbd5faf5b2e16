import { original } from './addresses.ts'
import { attribute, type Element, hasClass, textOf } from './dom.ts'
import type { Crumb } from './model.ts'

/** Last parts of an address that lead to a forum's start page. */
const START = new Set([
  '',
  'index.php',
  'index.html',
  'index.htm',
  'forum',
  'forums',
  'board',
  'boards',
  'community',
  'forum.php',
  'home',
  '..',
  '.',
])

/**
 * Links of a breadcrumb, in order → its boards: start pages at its front are left out, and the title of the thread where
 * it ends the breadcrumb. A step is a section where its address only jumps to a place on the start page, or says so.
 */
export function crumbsOf(links: readonly Element[], threadTitle = ''): Crumb[] {
  const crumbs = links
    .map(link => ({
      title: textOf(link, 200),
      link: original(attribute(link, 'href'))
        .replace(/([?&;])(?:sid|s|PHPSESSID)=[^&;#]*[&;]?/gi, '$1')
        .replace(/[?&;](?=#|$)/, ''),
      element: link,
    }))
    .filter(({ title }) => title !== '')
  let front = 0
  while (front < crumbs.length && isStart(crumbs[front]?.link ?? '', crumbs[front]?.element)) front++
  return crumbs
    .slice(front)
    .filter(
      ({ title, link }, index, rest) =>
        !(index === rest.length - 1 && title === threadTitle && isThread(link)),
    )
    .map(({ title, link }) => ({ title, section: /#|categor(?:y|ies)\//i.test(link) }))
}

function isStart(link: string, element: Element | undefined): boolean {
  if (
    element &&
    (/^(?:home|index)$/.test(attribute(element, 'data-navbar-reference')) ||
      attribute(element, 'accesskey') === 'h')
  )
    return true
  if (element?.parent && 'attribs' in element.parent && hasClass(element.parent as Element, 'navbithome'))
    return true
  if (link.includes('#') || /\bf(?:id|orum)?=\d|\d+(?:\.\d+)?\/?$/.test(link)) return false
  const path = link
    .replace(/^https?:\/\/[^/]+/i, '')
    .replace(/\?.*$/s, '')
    .replace(/\.html$/, match => (/index\.(?:php\.)?html$/.test(link) ? match : ''))
  const query = /\?(.*)$/s.exec(link)?.[1] ?? ''
  const last = path.replace(/\/+$/, '').split('/').at(-1) ?? ''
  return (
    START.has(last.replace(/^index\.php\.html$/, 'index.php')) &&
    !/(?:^|[&;])(?:board|f|fid|t|forums?|showforum)[=/]/.test(query)
  )
}

const isThread = (link: string): boolean => /topic|thread|\bt=\d|\/t\//i.test(link)
