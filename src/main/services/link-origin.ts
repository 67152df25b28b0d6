import type { SentenceLink } from '../../shared/alignment/align'
import type { FixedLink } from '../../shared/alignment/constraints'
import type { Link } from '../../shared/model/alignment'
import { spansOf, type Version } from './version'

/** A link by sentence numbers that knows who made it. */
export interface MadeLink extends SentenceLink {
  readonly origin: Link['origin']
}

/** Links of which those that were fixed are by hand. */
export function withOrigin(links: readonly SentenceLink[], fixed: readonly FixedLink[]): MadeLink[] {
  const name = ({ a, b }: FixedLink) => `${a.join(' ')}|${b.join(' ')}`
  const byHand = new Set(fixed.flatMap((link) => [name(link), ...alone(link).map(name)]))
  return links.map((link) => ({ ...link, origin: byHand.has(name(link)) ? 'hand' : 'auto' }))
}

/** A left-out of several sentences made by hand comes back as one of each. */
function alone({ a, b }: FixedLink): FixedLink[] {
  if (a.length > 0 && b.length > 0) return []
  return [...a.map((each) => ({ a: [each], b: [] })), ...b.map((each) => ({ a: [], b: [each] }))]
}

/** A link by the offsets of its sentences in either text. */
export function spanned(link: MadeLink, a: Version, b: Version): Link {
  return { a: spansOf(a, link.a), b: spansOf(b, link.b), confidence: link.confidence, origin: link.origin }
}
