import { span, utf16 } from '../model/span'
import { anchorAll } from './anchor'
import { isExact } from './describe'
import type { AnchorQuery, AnchorResult } from './types'

/**
 * Finds the passages of a text again in its next revision. What lies before the first difference, or behind the last,
 * simply moves along; the rest is searched for, with places that stand once in both texts as landmarks.
 */
export function reanchor(oldText: string, newText: string, sought: readonly AnchorQuery[]): AnchorResult[] {
  const { before, after } = sameEnds(oldText, newText)
  const shift = newText.length - oldText.length
  const found: (AnchorResult | null)[] = sought.map((each) => {
    if (!isExact(oldText, { ...each, ...span(each.start, each.end) })) return null
    if (each.end <= before) return exactly(each.start, each.end)
    return each.start >= oldText.length - after ? exactly(each.start + shift, each.end + shift) : null
  })
  const open = sought.filter((_, index) => found[index] === null)
  if (open.length === 0) return found.flatMap((each) => each ?? [])
  const searched = anchorAll(newText, open, { text: oldText, sameBefore: before, sameAfter: after })
  let next = 0
  return found.map((each) => each ?? (searched[next++] as AnchorResult))
}

function exactly(start: number, end: number): AnchorResult {
  return { status: 'exact', start: utf16(start), end: utf16(end), confidence: 1 }
}

/** How many characters two texts share at their beginnings and at their ends. */
function sameEnds(a: string, b: string): { before: number; after: number } {
  const most = Math.min(a.length, b.length)
  let before = 0
  while (before < most && a.charCodeAt(before) === b.charCodeAt(before)) before++
  let after = 0
  while (after < most - before && a.charCodeAt(a.length - 1 - after) === b.charCodeAt(b.length - 1 - after))
    after++
  return { before, after }
}
