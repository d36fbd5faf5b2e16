import { plainText, renderHtml } from '@rostra/markup'
import { Refused } from '#base/errors.ts'
import { isVisible } from '#base/text.ts'
import type { Reader } from '#store/store.ts'
import type { Act } from '../act.ts'
import { mustChangeProfile } from '../members/rules.ts'
import { updateMember } from '../members/store-accounts.ts'
import { type ReadText, readTexts, resolutionOf } from '../posts/rendering.ts'
import { mustBeSmall, readSignature } from './model.ts'

/** A signature as it is kept: source and HTML, both '' for none. */
export interface Signature {
  readonly source: string
  readonly html: string
}

/** A signature as somebody typed it → the same, printed. Throws `invalid` for the field `signature`. */
export async function printSignature(
  db: Reader,
  memberId: number,
  typed: string,
  options: { readonly mayHavePictures: boolean; readonly origin: string | undefined },
): Promise<Signature> {
  const source = readSignature(typed)
  if (source === '') return { source, html: '' }
  const [text] = await readTexts(db, [{ source, format: 'markdown' }])
  const { document } = text!
  mustBeSmall(document, options.mayHavePictures)
  if (!isVisible(plainText(document)))
    throw new Refused('invalid', 'refused.nothing-to-see', { field: 'signature' })
  return { source, html: htmlOf(text!, memberId, options.origin) }
}

/** The text of a member's signature → its HTML. */
export const htmlOf = (text: ReadText, memberId: number, origin: string | undefined): string =>
  renderHtml(text.document, resolutionOf(text, `s${memberId}-`, origin))

/**
 * Gives a member a signature; '' takes it away. Throws `not-signed-in`, `not-allowed`, also where the forum has none,
 * `not-found`, and `invalid` for the field `signature`.
 */
export async function setSignature(a: Act, memberId: number, typed: string): Promise<void> {
  mustChangeProfile(a.actor, memberId)
  const { signatures, signaturePictures } = a.site.memberSettings
  if (signatures === 'off' && typed.trim() !== '') throw new Refused('not-allowed', 'signature.off')
  const options = { mayHavePictures: signaturePictures === 'yes', origin: a.origin }
  const { source, html } = await printSignature(a.db, memberId, typed, options)
  if (!(await updateMember(a.db, memberId, { signature: source, signatureHtml: html })))
    throw new Refused('not-found')
  a.emit({ type: 'member.changed', memberId })
}
