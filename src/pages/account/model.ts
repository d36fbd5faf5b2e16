import type { Key } from '#base/words.ts'

/** Where the pages of an account are. */
export const PATHS = {
  register: '/register',
  signIn: '/sign-in',
  signOut: '/sign-out',
  code: '/sign-in/code',
  signInPasskey: '/sign-in/passkey',
  profile: '/account',
  name: '/account/name',
  privacy: '/account/privacy',
  signature: '/account/signature',
  picture: '/account/avatar',
  password: '/account/password',
  address: '/account/address',
  sessions: '/account/sessions',
  scheduled: '/account/scheduled',
  drafts: '/account/drafts',
  factor: '/account/factor',
  passkeys: '/account/passkeys',
  providers: '/account/providers',
  conversations: '/account/conversations',
  reports: '/account/reports',
  ties: '/account/ties',
  link: '/password/:token',
} as const

/** The parts of an account that its owner keeps, in the order of the menu. */
export const PARTS: readonly { readonly path: string; readonly name: Key }[] = [
  { path: PATHS.profile, name: 'account.profile' },
  { path: PATHS.name, name: 'account.name' },
  { path: PATHS.privacy, name: 'account.privacy' },
  { path: PATHS.signature, name: 'account.signature' },
  { path: PATHS.picture, name: 'account.picture' },
  { path: PATHS.password, name: 'account.password' },
  { path: PATHS.address, name: 'account.address' },
  { path: PATHS.sessions, name: 'account.sessions' },
  { path: PATHS.scheduled, name: 'scheduled.title' },
  { path: PATHS.drafts, name: 'drafts.title' },
  { path: PATHS.factor, name: 'factor.title' },
  { path: PATHS.conversations, name: 'conversation.list' },
  { path: PATHS.reports, name: 'report.own-list' },
  { path: PATHS.ties, name: 'tie.title' },
  { path: PATHS.passkeys, name: 'passkey.title' },
]
