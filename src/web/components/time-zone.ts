import type { Option } from './field.ts'

/**
 * All time zones to choose from, grouped by continent: `America/New_York` reads "America/New York". The one that is set is
 * among them, though it may be another name of one.
 */
export function timeZoneOptions(current: string): Option[] {
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), current])
  return [...zones].filter(Boolean).sort().map(zoneOption)
}

function zoneOption(zone: string): Option {
  const [continent = '', place] = zone.split('/', 2)
  const label = zone.replaceAll('_', ' ')
  return { value: zone, label, ...(place !== undefined && { group: continent }) }
}
