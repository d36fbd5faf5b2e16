import type { Key } from '#base/words.ts'
import type { Level } from '#forum/permissions/model.ts'

/** A part of the administration: where it is, its name, and a sentence about it. */
export interface Part {
  readonly path: string
  readonly name: Key
  readonly about: Key
}

export const START_PATH = '/administration'
export const SETTINGS_PATH = '/administration/settings'
export const BOARDS_PATH = '/administration/boards'
export const PREFIXES_PATH = '/administration/prefixes'
export const GROUPS_PATH = '/administration/groups'
export const MEMBERS_PATH = '/administration/members'
export const PROFILE_FIELDS_PATH = '/administration/profile-fields'
export const TITLES_PATH = '/administration/titles'
export const BADGES_PATH = '/administration/badges'
export const JOINING_PATH = '/administration/joining'
export const MAIL_PATH = '/administration/mail'
export const PROVIDERS_PATH = '/administration/providers'
export const ATTACHMENTS_PATH = '/administration/attachments'
export const WHY_PATH = '/administration/why'
export const READING_PATH = '/administration/reading'

/** In the order of the menu, those together that belong together. */
export const PART_GROUPS: readonly { readonly name: Key; readonly parts: readonly Part[] }[] = [
  {
    name: 'administration.group-forum',
    parts: [
      { path: SETTINGS_PATH, name: 'administration.settings', about: 'administration.settings-about' },
      { path: MAIL_PATH, name: 'administration.mail', about: 'administration.mail-about' },
      { path: READING_PATH, name: 'administration.reading', about: 'administration.reading-about' },
    ],
  },
  {
    name: 'administration.group-boards',
    parts: [
      { path: BOARDS_PATH, name: 'administration.boards', about: 'administration.boards-about' },
      { path: PREFIXES_PATH, name: 'administration.prefixes', about: 'administration.prefixes-about' },
      { path: ATTACHMENTS_PATH, name: 'attachment.administration', about: 'attachment.administration-about' },
    ],
  },
  {
    name: 'administration.group-people',
    parts: [
      { path: MEMBERS_PATH, name: 'administration.members', about: 'administration.members-about' },
      { path: GROUPS_PATH, name: 'administration.groups', about: 'administration.groups-about' },
      { path: WHY_PATH, name: 'administration.why', about: 'administration.why-about' },
      {
        path: PROFILE_FIELDS_PATH,
        name: 'administration.profile-fields',
        about: 'administration.profile-fields-about',
      },
      { path: TITLES_PATH, name: 'administration.titles', about: 'administration.titles-about' },
      { path: BADGES_PATH, name: 'administration.badges', about: 'administration.badges-about' },
    ],
  },
  {
    name: 'administration.group-coming',
    parts: [
      { path: JOINING_PATH, name: 'administration.joining', about: 'administration.joining-about' },
      { path: PROVIDERS_PATH, name: 'administration.providers', about: 'administration.providers-about' },
    ],
  },
]

/** The same parts, without their groups. */
export const PARTS: readonly Part[] = PART_GROUPS.flatMap(({ parts }) => parts)

/** What each level is called. */
export const LEVEL_NAMES: Readonly<Record<Level, Key>> = {
  none: 'administration.level-none',
  see: 'administration.level-see',
  read: 'administration.level-read',
  reply: 'administration.level-reply',
  start: 'administration.level-start',
}

/** How much there is of everything. */
export interface Numbers {
  readonly members: number
  readonly boards: number
  readonly threads: number
  readonly posts: number
}
