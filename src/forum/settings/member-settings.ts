/** A rung of the title ladder. */
export interface TitleStep {
  /** Messages that it takes. */
  readonly messages: number
  readonly title: string
}

/** What an administrator may change about members. */
export interface MemberSettings {
  /** Days between two names that a member gives themself. */
  readonly renameDays: number
  /** Messages from which on a member may choose a title; null for never. */
  readonly titleFrom: number | null
  /** The title ladder, the highest first; empty for the one of the catalogue. */
  readonly titles: readonly TitleStep[]
  readonly signatures: 'off' | 'on'
  readonly signaturePictures: 'no' | 'yes'
}

export const DEFAULT_MEMBER_SETTINGS: MemberSettings = {
  renameDays: 30,
  titleFrom: null,
  titles: [],
  signatures: 'off',
  signaturePictures: 'no',
}

export const MAX_RENAME_DAYS = 3650
export const MAX_MESSAGES_NEEDED = 1_000_000
/** Characters of a title, in UTF-16 units, the same for the ladder and for titles of one's own. */
export const MAX_TITLE = 40
export const MOST_TITLES = 20

const isCount = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most

function titlesOf(value: unknown): readonly TitleStep[] {
  if (!Array.isArray(value)) return []
  return value
    .filter(
      (step): step is TitleStep =>
        isCount(step?.messages, MAX_MESSAGES_NEEDED) && typeof step.title === 'string',
    )
    .map(({ messages, title }) => ({ messages, title }))
    .sort((one, other) => other.messages - one.messages)
}

/** JSON as it was stored → the settings; what makes no sense counts as not set. */
export function memberSettingsOf(stored: string | undefined): MemberSettings {
  let read: Partial<Record<keyof MemberSettings, unknown>> = {}
  try {
    if (stored) read = (JSON.parse(stored) ?? {}) as typeof read
  } catch {
    // Not ours, so not set.
  }
  const { renameDays, titleFrom } = read
  return {
    renameDays: isCount(renameDays, MAX_RENAME_DAYS) ? renameDays : DEFAULT_MEMBER_SETTINGS.renameDays,
    titleFrom: isCount(titleFrom, MAX_MESSAGES_NEEDED) ? titleFrom : null,
    titles: titlesOf(read.titles),
    signatures: read.signatures === 'on' ? 'on' : 'off',
    signaturePictures: read.signaturePictures === 'yes' ? 'yes' : 'no',
  }
}
