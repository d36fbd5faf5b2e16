import * as v from 'valibot'

/** Passkeys that one member may keep. */
export const MOST_PASSKEYS = 20
export const MAX_PASSKEY_NAME = 60
/** UTF-16 units of what a browser sends of a passkey, as JSON. */
export const MAX_CREDENTIAL = 20_000
const MAX_PART = 8000

/** A passkey as its owner sees it. */
export interface PasskeyLine {
  readonly id: number
  readonly name: string
  readonly at: number
  readonly usedAt: number | null
}

/** A passkey as it is checked with. */
export interface StoredPasskey {
  readonly id: number
  readonly memberId: number
  /** Base64url, as the browser names it. */
  readonly credential: string
  /** COSE, in base64url. */
  readonly publicKey: string
  readonly counter: number
}

/** For whom passkeys are made: the host that they belong to, and the one origin that may ask for them. */
export interface Party {
  readonly host: string
  readonly origin: string
}

/** The public address of the forum → its party. */
export function partyOf(url: string): Party {
  const { hostname, origin } = new URL(url)
  return { host: hostname, origin }
}

const part = v.pipe(v.string(), v.maxLength(MAX_PART), v.regex(/^[\w-]*$/))
const named = { id: part, rawId: part, type: v.literal('public-key') }

/** A passkey that was just made, as `PublicKeyCredential.toJSON` writes it; what we do not need is left out. */
const MadeSchema = v.object({
  ...named,
  response: v.object({
    clientDataJSON: part,
    attestationObject: part,
    transports: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(30))), v.maxLength(10)), []),
  }),
})

/** A passkey that is shown. */
const ShownSchema = v.object({
  ...named,
  response: v.object({
    clientDataJSON: part,
    authenticatorData: part,
    signature: part,
    userHandle: v.nullish(part),
  }),
})

export type MadePasskey = v.InferOutput<typeof MadeSchema>
export type ShownPasskey = v.InferOutput<typeof ShownSchema>

function parsed<const S extends v.GenericSchema>(schema: S, text: string): v.InferOutput<S> | null {
  try {
    const read = v.safeParse(schema, JSON.parse(text))
    return read.success ? read.output : null
  } catch {
    return null
  }
}

/** What a browser sent of a new passkey; null for anything else. */
export const readMade = (text: string): MadePasskey | null => parsed(MadeSchema, text)

/** What a browser sent of a passkey that it was asked for; null for anything else. */
export const readShown = (text: string): ShownPasskey | null => parsed(ShownSchema, text)
