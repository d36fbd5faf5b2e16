/** What of a field's style decides where its letters stand. */
const COPIED = [
  ...['direction', 'boxSizing', 'width', 'paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft'],
  ...['borderTopWidth', 'borderRightWidth', 'borderBottomWidth', 'borderLeftWidth', 'borderStyle'],
  ...['fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'letterSpacing', 'lineHeight', 'tabSize'],
  ...['textAlign', 'textIndent', 'textTransform', 'wordSpacing', 'unicodeBidi'],
] as const

/** Where a place of a text stands within its field, in CSS pixels from the field's corner; below its line. */
export function caretOf(field: HTMLTextAreaElement, at: number): { left: number; bottom: number } {
  const style = getComputedStyle(field)
  const mirror = document.createElement('div')
  for (const name of COPIED) Reflect.set(mirror.style, name, Reflect.get(style, name))
  Object.assign(mirror.style, {
    ...{ position: 'absolute', visibility: 'hidden', insetBlockStart: '0', left: '0' },
    ...{ whiteSpace: 'pre-wrap', overflowWrap: 'break-word', overflow: 'hidden' },
  })
  mirror.textContent = field.value.slice(0, at)
  const mark = document.createElement('span')
  mark.textContent = field.value.slice(at, at + 1) || '.'
  mirror.append(mark)
  document.body.append(mirror)
  const place = { left: mark.offsetLeft, bottom: mark.offsetTop + mark.offsetHeight - field.scrollTop }
  mirror.remove()
  return { left: place.left, bottom: Math.min(place.bottom, field.clientHeight) }
}
