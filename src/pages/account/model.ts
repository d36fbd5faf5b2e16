import type { Key } from '#base/words.ts'

/** Where the pages of an account are. */
export const PATHS = {
  register: '/register',
  registerWaiting: '/register/waiting',
  forgotten: '/password/forgotten',
  confirm: '/confirm/:token',
  newAddress: '/address/:token',
  addressBack: '/address-back/:token',
  mail: '/account/mail',
  unsubscribe: '/mail/unsubscribe/:token',
  invitations: '/account/invitations',
  signIn: '/sign-in',
  signOut: '/sign-out',
  code: '/sign-in/code',
  signInPasskey: '/sign-in/passkey',
  named: '/sign-in/named',
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
  data: '/account/data',
  leave: '/account/delete',
  link: '/password/:token',
} as const

interface AccountPart {
  readonly path: string
  readonly name: Key
}

/** The parts of an account that its owner keeps, in the order of the menu, those together that belong together. */
export const PART_GROUPS: readonly { readonly name: Key; readonly parts: readonly AccountPart[] }[] = [
  {
    name: 'account.group-shown',
    parts: [
      { path: PATHS.profile, name: 'account.profile' },
      { path: PATHS.name, name: 'account.name' },
      { path: PATHS.picture, name: 'account.picture' },
      { path: PATHS.signature, name: 'account.signature' },
      { path: PATHS.privacy, name: 'account.privacy' },
    ],
  },
  {
    name: 'account.group-signing-in',
    parts: [
      { path: PATHS.password, name: 'account.password' },
      { path: PATHS.passkeys, name: 'passkey.title' },
      { path: PATHS.factor, name: 'factor.title' },
      { path: PATHS.providers, name: 'provider.title' },
      { path: PATHS.sessions, name: 'account.sessions' },
    ],
  },
  {
    name: 'account.group-writing',
    parts: [
      { path: PATHS.drafts, name: 'drafts.title' },
      { path: PATHS.scheduled, name: 'scheduled.title' },
      { path: PATHS.reports, name: 'report.own-list' },
    ],
  },
  {
    name: 'account.group-others',
    parts: [
      { path: PATHS.address, name: 'account.address' },
      { path: PATHS.mail, name: 'account.mail' },
      { path: PATHS.conversations, name: 'account.conversations' },
      { path: PATHS.ties, name: 'tie.title' },
      { path: PATHS.invitations, name: 'account.invitations' },
    ],
  },
  {
    name: 'account.group-leaving',
    parts: [
      { path: PATHS.data, name: 'data.title' },
      { path: PATHS.leave, name: 'leaving.title' },
    ],
  },
]

/** The same parts, without their groups. */
export const PARTS: readonly AccountPart[] = PART_GROUPS.flatMap(({ parts }) => parts)
