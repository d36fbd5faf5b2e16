import type { Locale } from './words.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Whether what was read in a text stands beside it. */
export const MARGINS = ['shown', 'hidden'] as const
export type Margin = (typeof MARGINS)[number]

/** How close things stand to each other. */
export const DENSITIES = ['comfortable', 'compact'] as const
export type Density = (typeof DENSITIES)[number]

/** What somebody chose of how pages look and speak; what is missing is as their browser has it. */
export interface Choices {
  readonly language?: Locale
  readonly theme?: Theme
  readonly margin?: Margin
  readonly density?: Density
}
