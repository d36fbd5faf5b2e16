/** Whether anybody may become a member, after an administrator agreed, by invitation alone, or nobody. */
export const REGISTRATIONS = ['open', 'approval', 'invitation', 'closed'] as const
export type Registration = (typeof REGISTRATIONS)[number]

/** What an administrator may change, each with its default. Values are texts in the table, typed here. */
export interface Settings {
  /** The forum's name, in the bar and in every title. */
  readonly name: string
  /** One or two sentences under the name on the start page. */
  readonly welcome: string
  /** IANA zone in which guests, and members who chose none, read times. */
  readonly timeZone: string
  /** How somebody becomes a member. */
  readonly registration: Registration
}

export const DEFAULT_SETTINGS: Settings = {
  name: 'Rostra',
  welcome: '',
  timeZone: 'UTC',
  registration: 'open',
}

export const MAX_FORUM_NAME = 60
export const MAX_WELCOME = 500

/** Rows of the table → the settings; a value that makes no sense any more counts as not set. */
export function settingsOf(rows: readonly { name: string; value: string }[]): Settings {
  const stored = Object.fromEntries(rows.map(row => [row.name, row.value])) as Partial<Record<string, string>>
  return {
    name: stored['name'] || DEFAULT_SETTINGS.name,
    welcome: stored['welcome'] ?? DEFAULT_SETTINGS.welcome,
    timeZone: stored['timeZone'] || DEFAULT_SETTINGS.timeZone,
    registration: REGISTRATIONS.find(each => each === stored['registration']) ?? 'open',
  }
}
