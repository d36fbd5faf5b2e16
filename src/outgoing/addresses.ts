import ipaddr from 'ipaddr.js'

/** Where IPv6 is given out to the world (RFC 4291, IANA); everything else embeds something, or is for a house alone. */
const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3')
/** An address of the public kind at which the machines of a large provider reach that provider's own services. */
const PROVIDER = ipaddr.IPv4.parseCIDR('168.63.129.16/32')

/**
 * Whether an IP address, as a resolver gives it, belongs to the world: no private, loopback, link-local, shared, multicast,
 * documentation or reserved one, none that carries another address inside it (mapped, NAT64, 6to4, Teredo), none with a
 * zone. False for whatever is no address in its usual spelling. After the special-purpose registries of IANA (RFC 6890).
 */
export function isPublic(address: string): boolean {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) {
    const four = ipaddr.IPv4.parse(address)
    return four.range() === 'unicast' && !four.match(PROVIDER)
  }
  if (!address.includes(':') || address.includes('%') || !ipaddr.IPv6.isValid(address)) return false
  const six = ipaddr.IPv6.parse(address)
  return six.range() === 'unicast' && six.match(GLOBAL)
}

/** Whether the host of an address is an IP address: `203.0.113.7`, `[2001:db8::1]`. */
export const isLiteral = (host: string): boolean =>
  host.startsWith('[') || ipaddr.IPv4.isValidFourPartDecimal(host)
