import { isDay, isoDay } from '../dates/calendar.ts'

/** Suffixes of two parts under which names are registered; the list of the Public Suffix project, shortened to what news use. */
const TWO_PART_SUFFIXES = new Set(
  (
    'co.uk org.uk gov.uk ac.uk me.uk ltd.uk com.au net.au org.au gov.au edu.au co.nz org.nz govt.nz net.nz co.jp or.jp ne.jp ac.jp go.jp co.kr or.kr go.kr ' +
    'com.br org.br gov.br net.br com.mx org.mx gob.mx com.ar org.ar gob.ar com.co gov.co com.pe gob.pe com.ve com.ec com.uy com.cn org.cn gov.cn net.cn com.hk org.hk gov.hk ' +
    'com.tw org.tw gov.tw com.sg org.sg gov.sg edu.sg com.my org.my gov.my co.in net.in org.in gov.in nic.in ac.in co.id go.id or.id com.ph gov.ph co.th or.th go.th com.vn gov.vn ' +
    'com.tr org.tr gov.tr co.il org.il gov.il ac.il com.sa gov.sa com.eg gov.eg com.pk gov.pk com.bd co.za org.za gov.za co.ke or.ke go.ke com.ng gov.ng com.gh ' +
    'com.ua gov.ua org.ua in.ua com.pl org.pl gov.pl net.pl com.ro com.gr gov.gr com.cy com.mt com.pt gov.pt com.es org.es gob.es com.fr gouv.fr asso.fr co.at or.at gv.at ac.at com.ru msk.ru'
  ).split(' '),
)
/** Hosts that lend a name to whoever writes there: the part before is the publisher. */
const LENDERS = new Set(
  'wordpress.com blogspot.com substack.com medium.com tumblr.com github.io gitlab.io livejournal.com typepad.com ghost.io weebly.com wixsite.com netlify.app vercel.app pages.dev hatenablog.com'.split(
    ' ',
  ),
)
/** Parts before a host that tell only how it is shown. */
const SHOWN_AS = /^(?:www\d{0,2}|m|amp|mobile|wap|touch)\./
const TRACKING =
  /^(?:utm_.*|fb_.*|fbclid|gclid|gclsrc|dclid|msclkid|twclid|yclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|cmpid|cmp|ocid|smid|smtyp|sr_share|ref|ref_src|ref_url|referrer|source|src|share|shared|sh|spm|si|feature|amp|outputtype|at_.*|xtor|wt_.*|pk_.*|mtm_.*|hsctatracking|_hsenc|_hsmi|guccounter|guce_.*|partner|campaign|via|ns_.*|ito|trk|cvid|taid|soc_.*)$/
const MAX_ADDRESS = 2_000

/** An address of the web → its parts; null for anything else. A missing scheme is read as https. */
function parsed(url: string): URL | null {
  if (url.length > MAX_ADDRESS) return null
  const whole = /^https?:\/\//i.test(url) ? url : /^www\./i.test(url) ? `https://${url}` : ''
  if (whole === '' || !URL.canParse(whole)) return null
  const address = new URL(whole)
  return address.hostname.includes('.') ? unwrapped(address, 0) : null
}

/** What an address stands for that only leads on: copies for phones, archives, redirections. */
function unwrapped(address: URL, depth: number): URL {
  const { hostname, pathname, searchParams } = address
  const host = hostname.replace(SHOWN_AS, '')
  let inner: string | null = null
  if (/^(?:[a-z]+\.)?google\.[a-z.]+$/.test(host) && pathname === '/url')
    inner = searchParams.get('q') ?? searchParams.get('url')
  else if (/^google\.[a-z.]+$/.test(host) && pathname.startsWith('/amp/'))
    inner = `https://${pathname.slice(5).replace(/^s\//, '')}`
  else if (host.endsWith('.cdn.ampproject.org'))
    inner = `https://${pathname.replace(/^\/[a-z]\//, '').replace(/^s\//, '')}`
  else if (host === 'l.facebook.com' || host === 'lm.facebook.com') inner = searchParams.get('u')
  else if (host === 'web.archive.org')
    inner = `${/^\/web\/\d+[a-z_]*\/(https?:\/\/.*)$/.exec(pathname)?.[1] ?? ''}${address.search}`
  if (inner === null || depth > 2 || !URL.canParse(inner)) return address
  const found = new URL(inner)
  return /^https?:$/.test(found.protocol) && found.hostname.includes('.')
    ? unwrapped(found, depth + 1)
    : address
}

/**
 * An address → the publisher as readers know it: the name that was registered, without "www.", "m.", "amp." and other
 * parts before it ("https://edition.cnn.com/…" → "cnn.com", "https://www.bbc.co.uk/…" → "bbc.co.uk"); of an archive or
 * a copy for phones that of the original. '' for what is no web address.
 */
export function publisherOf(url: string): string {
  const address = parsed(url)
  return address === null ? '' : registered(address.hostname)
}

function registered(hostname: string): string {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  if (/^[\d.]+$/.test(host)) return host
  const labels = host.split('.')
  const last = labels.slice(-2).join('.')
  const short = host.replace(SHOWN_AS, '')
  if (LENDERS.has(last)) return short === last ? last : labels.slice(-3).join('.').replace(SHOWN_AS, '')
  return TWO_PART_SUFFIXES.has(last) ? labels.slice(-3).join('.') : last
}

/**
 * An address → one spelling for all that show the same page: https, without "www.", "m.", "amp.", without parameters that
 * follow readers, the fragment and a slash at the end; archives and copies for phones give the original. Parameters are
 * in alphabetical order. '' for what is no web address. For telling the same address, not for opening it.
 */
export function plainAddress(url: string): string {
  const address = parsed(url)
  if (address === null) return ''
  let host = address.hostname.toLowerCase().replace(/\.$/, '')
  for (let parts = 0; parts < 2 && SHOWN_AS.test(host) && host.split('.').length > 2; parts++)
    host = host.replace(SHOWN_AS, '')
  let path = address.pathname
  const kept = [...address.searchParams].filter(([name]) => !TRACKING.test(name.toLowerCase()))
  if (host === 'youtu.be' && path.length > 1) {
    kept.push(['v', path.slice(1)])
    host = 'youtube.com'
    path = '/watch'
  }
  host = host === 'twitter.com' ? 'x.com' : host
  path = withoutForm(path)
  kept.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
  const query = new URLSearchParams(kept).toString()
  return `https://${host}${address.port === '' ? '' : `:${address.port}`}${path}${query === '' ? '' : `?${query}`}`
}

/** A path without what tells only how the page is shown: "/amp", "index.html", slashes at the end. */
function withoutForm(path: string): string {
  let shown = path
  for (let last = ''; last !== shown; ) {
    last = shown
    shown = shown
      .replace(/^\/amp\//, '/')
      .replace(/\/amp$|\.amp$/, '')
      .replace(/\.amp\.html$/, '.html')
      .replace(/\/index\.(?:html?|php)$/, '')
    let end = shown.length
    while (shown[end - 1] === '/') end--
    shown = shown.slice(0, end)
  }
  return shown
}

const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** An address → the day of publication that its path says, as `2025-05-04`; '' for none. */
export function dateOfAddress(url: string): string {
  const address = parsed(url)
  if (address === null) return ''
  const path = address.pathname.slice(0, 500)
  const found =
    /\/((?:19|20)\d\d)[/-]([01]?\d|[a-z]{3})[/-]([0-3]?\d)(?=[/_.-]|$)/.exec(path) ??
    /(?:[/_-])((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?=[/_.-]|$)/.exec(path)
  if (found === null) return ''
  const year = Number(found[1])
  const name = found[2] as string
  const month = /\d/.test(name) ? Number(name) : MONTH_NAMES.indexOf(name) + 1
  const day = Number(found[3])
  return isDay(year, month, day) ? isoDay({ year, month, day }) : ''
}
