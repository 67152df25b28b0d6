import type { ParsedQuote } from '../parsed-sidecars'
import { type Json, listOf, objectsIn, textOf } from './json'

/** What selectors say of a passage: its words and surroundings, its position, or both. */
export type Selected = Pick<ParsedQuote, 'exact' | 'prefix' | 'suffix' | 'start'> &
  Partial<Pick<ParsedQuote, 'end' | 'inBytes' | 'until'>>

const deepest = 20

/**
 * The passage that selectors of the W3C's Selectors and States (2017) select: several that stand side by side select the
 * same one. Null where nothing in them can be found in a text (CSS, XPath, SVG).
 */
export function selectedBy(selector: unknown, depth = 0): Selected | null {
  if (depth > deepest) return null
  const top = objectsIn(selector)
  const quote = top.map((each) => quoteIn(each, depth)).find((each) => each !== null)
  const position = firstOf(top, positionIn)
  const range = firstOf(top, (each) => rangeIn(each, depth))
  if (range && !quote) return range.exact === '' && position ? { ...range, ...position } : range
  if (!quote && !position) return null
  return { ...(quote ?? noWords), ...(position ?? { start: null }) }
}

const noWords = { exact: '', prefix: '', suffix: '' }

function firstOf<T>(all: readonly Json[], read: (each: Json) => T | null): T | null {
  for (const each of all) {
    const found = read(each)
    if (found !== null) return found
  }
  return null
}

/** The words of a quote selector; of one that refines another, for it is the narrower. */
function quoteIn(selector: Json, depth: number): Pick<Selected, 'exact' | 'prefix' | 'suffix'> | null {
  if (depth > deepest) return null
  const inner = objectsIn(selector.refinedBy).map((each) => quoteIn(each, depth + 1))
  const refined = inner.find((each) => each !== null)
  if (refined) return refined
  if (isOf(selector, 'TextQuoteSelector'))
    return { exact: words(selector.exact), prefix: words(selector.prefix), suffix: words(selector.suffix) }
  return isOf(selector, 'FragmentSelector') ? textFragment(textOf(selector.value)) : null
}

/** A position in the text as a whole. One that refines another selector counts from that one, and says nothing here. */
function positionIn(selector: Json): Pick<Selected, 'start' | 'end' | 'inBytes'> | null {
  if (isOf(selector, 'TextPositionSelector')) return stated(selector.start, selector.end)
  if (isOf(selector, 'DataPositionSelector')) {
    const found = stated(selector.start, selector.end)
    return found && { ...found, inBytes: true }
  }
  if (!isOf(selector, 'FragmentSelector')) return null
  const [, start, end] = /(?:^|[#&])char=(\d+),(\d+)/.exec(textOf(selector.value)) ?? []
  return start && end ? stated(Number(start), Number(end)) : null
}

function stated(start: unknown, end: unknown): Pick<Selected, 'start' | 'end'> | null {
  if (typeof start !== 'number' || !(start >= 0)) return null
  return { start, ...(typeof end === 'number' && end > start && { end }) }
}

/** From where one selector begins to where another does. */
function rangeIn(selector: Json, depth: number): Selected | null {
  if (!isOf(selector, 'RangeSelector')) return null
  const first = selectedBy(selector.startSelector, depth + 1)
  const last = selectedBy(selector.endSelector, depth + 1)
  if (!first || !last) return null
  if (first.exact !== '' && last.exact !== '') {
    const { exact, prefix, suffix } = last
    return { ...first, until: { exact, prefix, suffix } }
  }
  if (first.start === null || last.start === null || last.start <= first.start) return null
  return { ...noWords, start: first.start, end: last.start }
}

/** The words of a text fragment (`#:~:text=before-,first,last,-after`, WICG). */
function textFragment(value: string): Pick<Selected, 'exact' | 'prefix' | 'suffix'> | null {
  const [, directive] = /:~:text=([^&]*)/.exec(value) ?? []
  if (directive === undefined) return null
  const parts = directive.split(',').map(decoded)
  const prefix = parts[0]?.endsWith('-') ? (parts.shift()?.slice(0, -1) ?? '') : ''
  const suffix = parts.at(-1)?.startsWith('-') ? (parts.pop()?.slice(1) ?? '') : ''
  const [exact, ...more] = parts
  return exact && more.length === 0 ? { exact, prefix, suffix } : null
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

function isOf(item: Json, kind: string): boolean {
  return listOf(item.type ?? item['@type']).some((each) => textOf(each).endsWith(kind))
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
