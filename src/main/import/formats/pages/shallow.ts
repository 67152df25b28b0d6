/** Markup deeper than this is written by nobody; browsers stop at 512 elements. */
const deepest = 256

/** Tags that need no end: they do not make a page deep. */
const open = new Set(
  'html head body p li dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp area base br col embed hr img input link meta param source track wbr'.split(
    ' '
  )
)
const tag = /<(\/?)([a-z][a-z0-9]*)/gi

/** A page without the tags that are nested too deep, so that no reader of trees needs time by the square of their depth. */
export function withoutDeepTags(source: string): string {
  let depth = 0
  let most = 0
  for (const [, end, name = ''] of source.matchAll(tag)) {
    if (open.has(name.toLowerCase())) continue
    depth = end ? Math.max(0, depth - 1) : depth + 1
    most = Math.max(most, depth)
  }
  return most > deepest ? flattened(source) : source
}

function flattened(source: string): string {
  const kept: string[] = []
  let [depth, at] = [0, 0]
  for (const { 1: end, 2: name = '', index } of source.matchAll(tag)) {
    if (index < at || open.has(name.toLowerCase())) continue
    const before = depth
    depth = end ? Math.max(0, depth - 1) : depth + 1
    if (Math.max(before, depth) <= deepest) continue
    kept.push(source.slice(at, index), ' ')
    const close = source.indexOf('>', index)
    at = close < 0 ? source.length : close + 1
  }
  kept.push(source.slice(at))
  return kept.join('')
}
