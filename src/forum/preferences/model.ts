import { type Choices, DENSITIES, MARGINS, THEMES } from '#base/looks.ts'
import { LOCALES } from '#base/words.ts'
import { PAGE_SIZES, type PageSize, POSTS_PER_PAGE } from '../threads/model.ts'

export const SIGNATURE_CHOICES = ['shown', 'hidden'] as const

/** What a member chose for reading threads. */
export interface Reading {
  readonly postsAPage: PageSize
  readonly signatures: (typeof SIGNATURE_CHOICES)[number]
}

/** What a member chose, on every device. */
export interface MemberPreferences {
  /** How pages look, as the web engine needs it. */
  readonly choices: Choices
  readonly reading: Reading
}

/** How guests read, and members who chose nothing. */
export const USUAL_READING: Reading = { postsAPage: POSTS_PER_PAGE, signatures: 'shown' }
const NOTHING_CHOSEN: MemberPreferences = { choices: {}, reading: USUAL_READING }

/** JSON as it is stored → the choices; one that is not offered (any more) counts as none. */
export function preferencesOf(stored: string): MemberPreferences {
  if (stored === '') return NOTHING_CHOSEN
  const read = JSON.parse(stored) as Record<string, unknown>
  const one = <const T>(name: string, offered: readonly T[]): T | undefined =>
    offered.find(each => each === read[name])
  const language = one(
    'language',
    LOCALES.map(({ locale }) => locale),
  )
  const [theme, margin, density] = [one('theme', THEMES), one('margin', MARGINS), one('density', DENSITIES)]
  return {
    choices: {
      ...(language && { language }),
      ...(theme && { theme }),
      ...(margin && { margin }),
      ...(density && { density }),
    },
    reading: {
      postsAPage: one('postsAPage', PAGE_SIZES) ?? USUAL_READING.postsAPage,
      signatures: one('signatures', SIGNATURE_CHOICES) ?? USUAL_READING.signatures,
    },
  }
}

/** The same as it is stored. */
export const storedPreferences = ({ choices, reading }: MemberPreferences): string =>
  JSON.stringify({ ...choices, ...reading })
