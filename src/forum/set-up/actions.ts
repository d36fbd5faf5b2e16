import { Refused } from '#base/errors.ts'
import { randomToken, sha256 } from '#base/ids.ts'
import { DAY } from '#base/time.ts'
import { type Act, act, type Forum } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { addBoard } from '../boards/actions.ts'
import { addMember } from '../members/actions/admit.ts'
import type { PasswordHash } from '../members/passwords.ts'
import { changeSettings } from '../settings/actions.ts'
import { hasAdministrator, knowsLink, removeLinks, replaceLink, useLink } from './store.ts'

/** How long a set-up link is good for; every start makes a new one. */
const LINK_LIFE = 7 * DAY

/** What whoever sets a forum up says. */
export interface SetUpInput {
  readonly forumName: string
  /** IANA name. */
  readonly timeZone: string
  readonly name: string
  readonly address: string
  readonly password: PasswordHash
  /** The title of a first board; null where the boards come from elsewhere. */
  readonly firstBoard: string | null
}

/** The token of a new set-up link, which voids every earlier one; null as soon as somebody administers the forum. */
export async function makeSetUpLink(forum: Forum): Promise<string | null> {
  if (await hasAdministrator(forum.store.read)) return null
  const token = randomToken()
  await act(forum, SYSTEM, ({ db, now }) => replaceLink(db, sha256(token), now + LINK_LIFE))
  return token
}

/** Throws `not-found` unless a token is that of the set-up link. */
export async function mustKnowLink(forum: Forum, token: string): Promise<void> {
  if (!(await knowsLink(forum.store.read, sha256(token), forum.clock()))) throw new Refused('not-found')
}

/**
 * Makes the administrator and names the forum, by the one link; → the administrator's id. Throws `not-found` for any other
 * link and when it was used, `invalid` or `conflict` for a field that cannot be used; the link then stays good.
 */
export async function setUp(a: Act, token: string, input: SetUpInput): Promise<number> {
  const { forumName, timeZone, name, address, password, firstBoard } = input
  if (!(await useLink(a.db, sha256(token), a.now)) || (await hasAdministrator(a.db)))
    throw new Refused('not-found')
  const asForum = { ...a, actor: SYSTEM }
  const id = await addMember(asForum, { name, address, password, role: 'administrator' })
  await changeSettings(asForum, { name: forumName, timeZone })
  if (firstBoard !== null)
    await addBoard(asForum, null, { title: firstBoard, description: '', section: false })
  await removeLinks(a.db)
  return id
}
