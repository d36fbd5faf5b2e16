const AWKWARD = /[&<>"\u0000-\u0008\u000b-\u001f\u007f]|[\ud800-\udfff]/
const UNFIT = /[\u0000-\u0008\u000b-\u001f\u007f]|[\ud800-\udfff]/
const UNFIT_ALL =
  /[\u0000-\u0008\u000b-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

function entityOf(code: number): string {
  if (code === 60) return '&lt;'
  if (code === 62) return '&gt;'
  if (code === 38) return '&amp;'
  return code === 34 ? '&quot;' : ''
}

/**
 * Text → the same text, safe in an element or in an attribute between double quotation marks. Characters that HTML does
 * not allow become U+FFFD.
 */
export function escapeText(text: string): string {
  if (!AWKWARD.test(text)) return text
  const clean = UNFIT.test(text) ? text.replace(UNFIT_ALL, '\ufffd') : text
  let out = ''
  let from = 0
  for (let index = 0; index < clean.length; index++) {
    const entity = entityOf(clean.charCodeAt(index))
    if (entity === '') continue
    out += clean.slice(from, index) + entity
    from = index + 1
  }
  return out + clean.slice(from)
}
