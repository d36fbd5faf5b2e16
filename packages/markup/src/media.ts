import { safeAddress } from './addresses.ts'
import { MAX_ADDRESS } from './limits.ts'

/** Identity of a thing on a site → its canonical address; the pattern says which identities exist. */
const PROVIDERS: Record<string, { identity: RegExp; address: (identity: string) => string }> = {
  youtube: { identity: /^[\w-]{11}$/, address: id => `https://www.youtube.com/watch?v=${id}` },
  vimeo: { identity: /^\d{5,12}$/, address: id => `https://vimeo.com/${id}` },
  dailymotion: { identity: /^[a-z0-9]{5,9}$/i, address: id => `https://www.dailymotion.com/video/${id}` },
  twitch: { identity: /^\d{6,12}$/, address: id => `https://www.twitch.tv/videos/${id}` },
  twitter: { identity: /^\d{8,20}$/, address: id => `https://twitter.com/i/status/${id}` },
  instagram: { identity: /^[\w-]{8,14}$/, address: id => `https://www.instagram.com/p/${id}/` },
  tiktok: { identity: /^\d{15,20}$/, address: id => `https://www.tiktok.com/embed/${id}` },
  facebook: { identity: /^\d{8,20}$/, address: id => `https://www.facebook.com/watch/?v=${id}` },
  imgur: { identity: /^(?:a\/)?\w{5,8}$/, address: id => `https://imgur.com/${id}` },
  streamable: { identity: /^[a-z0-9]{4,8}$/i, address: id => `https://streamable.com/${id}` },
  spotify: {
    identity: /^(?:spotify:)?(?:track|album|playlist|artist|episode|show)[:/]\w{15,30}$/,
    address: id => `https://open.spotify.com/${id.replace(/^spotify:/, '').replace(':', '/')}`,
  },
  soundcloud: { identity: /^[\w-]+\/[\w-]+$/, address: id => `https://soundcloud.com/${id}` },
  reddit: { identity: /^\w+\/comments\/\w+$/, address: id => `https://www.reddit.com/r/${id}` },
}
const OTHER_NAMES: Record<string, string> = {
  yt: 'youtube',
  x: 'twitter',
  tweet: 'twitter',
  youtubevideo: 'youtube',
}
const YOUTUBE =
  /^https?:\/\/(?:(?:www|m|music)\.)?(?:youtube\.com\/(?:watch\?(?:[^#]*&)?v=|embed\/|shorts\/|v\/)|youtu\.be\/)([\w-]{11})$/i

/** What XenForo puts behind an identity: the start of a video, its list. */
const ADDITION = /^([^;?&]+)[;?&][\w=&;?:,.%-]{0,80}$/
const ANY_ADDITION = /^([^:;?&]+)[:;?&][\w=&;?:,.%-]{0,80}$/
const ADDRESS = /^https?:\/\/([^/?#]+)/i

const withoutAdditions = (written: string): string[] =>
  [ADDITION, ANY_ADDITION].map(pattern => pattern.exec(written)?.[1] ?? '')

/**
 * What a media tag names → the site and the address to link to, or null. `content` is the site's identity of it (with
 * XenForo's `:…` and `;…` additions dropped) or an address; a site that is not known must then be part of its host.
 */
export function mediaAddress(site: string, content: string): { provider: string; href: string } | null {
  const written = content.trim()
  if (written.length > MAX_ADDRESS) return null
  const named = site
    .trim()
    .toLowerCase()
    .replace(/\.com$/, '')
  const provider = Object.hasOwn(OTHER_NAMES, named) ? (OTHER_NAMES[named] as string) : named
  const known = Object.hasOwn(PROVIDERS, provider) ? PROVIDERS[provider] : undefined
  const host = ADDRESS.exec(written)?.[1]?.toLowerCase()
  if (host !== undefined) {
    if (!known && !host.includes(provider)) return null
    const video = YOUTUBE.exec(written)?.[1]
    if (video) return { provider: 'youtube', href: `https://www.youtube.com/watch?v=${video}` }
    const href = safeAddress(written)
    return href === null ? null : { provider, href }
  }
  const identity = [written, ...withoutAdditions(written)].find(id => known?.identity.test(id))
  return known && identity ? { provider, href: known.address(identity) } : null
}
