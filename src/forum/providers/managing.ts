import { Refused } from '#base/errors.ts'
import { type Act, act, type Forum } from '../act.ts'
import { type Actor, mustAdminister } from '../actor.ts'
import { sealClientSecret } from './asking.ts'
import { MOST_PROVIDERS, type Provider, readIssuer } from './model.ts'
import { deleteProvider, insertProvider, isIssuerTaken, providersOf, updateProvider } from './store.ts'

/** What an administrator says of a provider. */
export interface ProviderInput extends Omit<Provider, 'id'> {
  /** '' leaves the one that is there. */
  readonly clientSecret: string
}

const issuerOf = ({ issuer }: ProviderInput): string => {
  const read = readIssuer(issuer)
  if (read === null) throw new Refused('invalid', 'provider.issuer-wrong', { field: 'issuer' })
  return read
}

const isTaken = (): Refused => new Refused('conflict', 'provider.issuer-taken', { field: 'issuer' })

/**
 * Adds a provider; → its id. Throws `not-allowed` for anybody but an administrator, `invalid` or `conflict` for the field that
 * cannot be used.
 */
export async function addProvider(forum: Forum, actor: Actor, input: ProviderInput): Promise<number> {
  mustAdminister(actor)
  const issuer = issuerOf(input)
  if (input.clientSecret === '') throw new Refused('invalid', 'form.required', { field: 'clientSecret' })
  const clientSecret = sealClientSecret(forum, issuer, input.clientSecret)
  return act(forum, actor, async a => {
    if ((await providersOf(a.db)).length >= MOST_PROVIDERS)
      throw new Refused('conflict', 'provider.too-many', { values: { limit: MOST_PROVIDERS } })
    const id = await insertProvider(a.db, { ...input, issuer, clientSecret })
    if (id === null) throw isTaken()
    return id
  })
}

/**
 * Changes a provider. Another issuer needs the secret anew: it must not be sent to somebody else than it was given for. Throws
 * as `addProvider` does, and `not-found`.
 */
export async function changeProvider(
  forum: Forum,
  actor: Actor,
  id: number,
  input: ProviderInput,
): Promise<void> {
  mustAdminister(actor)
  const issuer = issuerOf(input)
  const { clientSecret: typed, ...columns } = input
  const secret = typed === '' ? {} : { clientSecret: sealClientSecret(forum, issuer, typed) }
  await act(forum, actor, async a => {
    const before = (await providersOf(a.db)).find(each => each.id === id)
    if (!before) throw new Refused('not-found')
    if (before.issuer !== issuer && typed === '')
      throw new Refused('invalid', 'provider.secret-again', { field: 'clientSecret' })
    if (await isIssuerTaken(a.db, issuer, id)) throw isTaken()
    await updateProvider(a.db, id, { ...columns, issuer, ...secret })
  })
}

/** Forgets a provider; nobody can sign in by it any more. Throws `not-allowed` and `not-found`. */
export async function removeProvider({ db, actor }: Act, id: number): Promise<void> {
  mustAdminister(actor)
  if (!(await deleteProvider(db, id))) throw new Refused('not-found')
}
