import { Refused } from '#base/errors.ts'
import { type Actor, hasRole } from '../actor.ts'
import type { Group } from '../permissions/model.ts'
import type { Site } from '../site.ts'
import { MOST_FILES } from './model.ts'

/** What the members of a group may keep. Sizes are in bytes. */
export interface Quota {
  /** In all. */
  readonly total: number
  /** Within 24 hours. */
  readonly day: number
  /** The largest file. */
  readonly file: number
  /** Files a post. */
  readonly files: number
}

/** What somebody keeps already, in bytes. */
export interface Used {
  readonly total: number
  readonly day: number
}

/** What was set, by the ids of the groups. */
export type Quotas = Readonly<Record<number, Quota>>

/** The name under which that stands among the settings. */
export const QUOTAS = 'attachmentQuotas'

export const MEGABYTE = 2 ** 20
/** The most that can be set, in megabytes. */
export const MOST_MEGABYTES = 1_000_000

const NOTHING: Quota = { total: 0, day: 0, file: 0, files: 0 }
const inMegabytes = (total: number, day: number, file: number, files: number): Quota => ({
  ...{ total: total * MEGABYTE, day: day * MEGABYTE, file: file * MEGABYTE },
  files,
})
const DEFAULTS: Readonly<Record<Group['kind'], Quota>> = {
  guest: NOTHING,
  member: inMegabytes(200, 40, 8, 10),
  moderator: inMegabytes(1000, 200, 32, 20),
  administrator: inMegabytes(10_000, 1000, 1024, 20),
  custom: NOTHING,
}

/** The stored setting → what was set; what makes no sense any more counts as not set. */
export function quotasOf(stored: string | undefined): Quotas {
  if (stored === undefined) return {}
  const read = JSON.parse(stored) as Record<string, Partial<Record<keyof Quota, unknown>>>
  const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
  const whole = Object.entries(read).flatMap(([id, { total, day, file, files }]) =>
    isSize(total) && isSize(day) && isSize(file) && isSize(files) ? [[id, { total, day, file, files }]] : [],
  )
  return Object.fromEntries(whole) as Quotas
}

/** What is set for a group, or what holds until something is. */
export function quotaOfGroup(site: Site, group: Pick<Group, 'id' | 'kind'>): Quota {
  return site.attachmentQuotas[group.id] ?? DEFAULTS[group.kind]
}

/** What somebody may keep: of all their groups the highest of each. `largest` is what the operator allows for a file. */
export function quotaOf(site: Site, actor: Actor, largest: number): Quota {
  const mine = site.access.groups.filter(({ kind, id }) =>
    kind === 'custom' ? actor.groups.includes(id) : kind !== 'guest' && hasRole(actor, kind),
  )
  const all = mine.map(group => quotaOfGroup(site, group))
  const highest = (name: keyof Quota): number => Math.max(0, ...all.map(quota => quota[name]))
  return {
    ...{ total: highest('total'), day: highest('day') },
    ...{ file: Math.min(highest('file'), largest), files: Math.min(highest('files'), MOST_FILES) },
  }
}

/** Bytes in whole megabytes, as limits are told. */
export const megabytes = (bytes: number): number => Math.round((bytes / MEGABYTE) * 10) / 10

/** Throws `too-large`, with the limit, for the field `file`, unless a file of a size is small enough for somebody. */
export function mustBeSmall(quota: Quota, size: number): void {
  if (size > quota.file) throw tooMuch('attachment.file-limit', quota.file)
}

/** Throws `not-allowed`, with the limit, for the field `file`, unless somebody may keep so many bytes more. */
export function mustHaveRoom(quota: Quota, used: Used, size: number): void {
  if (quota.total === 0) throw new Refused('not-allowed', 'attachment.none-allowed', { field: 'file' })
  if (used.total + size > quota.total) throw tooMuch('attachment.total-limit', quota.total)
  if (used.day + size > quota.day) throw tooMuch('attachment.day-limit', quota.day)
}

const tooMuch = (message: string, limit: number): Refused =>
  new Refused(message === 'attachment.file-limit' ? 'too-large' : 'not-allowed', message, {
    field: 'file',
    values: { limit: megabytes(limit) },
  })

/** Throws `not-allowed`, with the limit, for the field `file`, where a post would have too many files. */
export function mustBeFew(quota: Quota, count: number): void {
  if (count > quota.files)
    throw new Refused('not-allowed', 'attachment.files-limit', {
      field: 'file',
      values: { limit: quota.files },
    })
}
