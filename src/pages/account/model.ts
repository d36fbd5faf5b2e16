import type { Key } from '#base/words.ts'

/** Where the pages of an account are. */
export const PATHS = {
  register: '/register',
  signIn: '/sign-in',
  signOut: '/sign-out',
  profile: '/account',
  picture: '/account/avatar',
  password: '/account/password',
  address: '/account/address',
  sessions: '/account/sessions',
  link: '/password/:token',
} as const

/** The parts of an account that its owner keeps, in the order of the menu. */
export const PARTS: readonly { readonly path: string; readonly name: Key }[] = [
  { path: PATHS.profile, name: 'account.profile' },
  { path: PATHS.picture, name: 'account.picture' },
  { path: PATHS.password, name: 'account.password' },
  { path: PATHS.address, name: 'account.address' },
  { path: PATHS.sessions, name: 'account.sessions' },
]
