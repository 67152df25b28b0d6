/** What of a field's looks decides where its lines break. */
const copied = [
  'boxSizing',
  'width',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'borderTopWidth',
  'borderRightWidth',
  'borderBottomWidth',
  'borderLeftWidth',
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'letterSpacing',
  'lineHeight',
  'tabSize'
] as const

/**
 * The lower edge of the line in which a place of a text field stands, in pixels below the field's upper edge. A text field
 * does not tell: a copy of it, out of sight, does.
 */
export function caretLine(field: HTMLTextAreaElement, offset: number): number {
  const copy = document.createElement('div')
  const looks = getComputedStyle(field)
  for (const name of copied) copy.style[name] = looks[name]
  Object.assign(copy.style, {
    position: 'absolute',
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
    borderStyle: 'solid'
  })
  copy.textContent = field.value.slice(0, offset)
  const mark = document.createElement('span')
  mark.textContent = '\u200b'
  copy.append(mark)
  field.parentElement?.append(copy)
  const bottom = mark.offsetTop + mark.offsetHeight + field.clientTop - field.scrollTop
  copy.remove()
  return Math.min(field.offsetHeight, Math.max(0, bottom))
}
