import type { FixedLink } from '../../shared/alignment/fixed'
import { sameSentences } from '../../shared/alignment/same-sentences'
import type { Alignment, Link } from '../../shared/model/alignment'
import { alignmentKey } from '../../shared/model/alignment-key'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { ContentHash } from '../../shared/model/ids'
import type { ProjectState } from '../../shared/model/state'
import type { Session } from '../project/session'
import type { MadeLink } from './made-link'
import { readRevision, sentenceTexts, type Version } from './version'

/** The stored links of these very revisions by sentence numbers; null where there are none, or the sentences differ. */
export function storedAlignment(state: ProjectState, a: Version, b: Version): MadeLink[] | null {
  const stored = storedFor(state, a, b)
  if (!stored || stored.revisionA !== currentText(a.document) || stored.revisionB !== currentText(b.document))
    return null
  const placeA = new Map(a.sentences.map((each, at) => [each.start as number, at]))
  const placeB = new Map(b.sentences.map((each, at) => [each.start as number, at]))
  let held = 0
  const links = stored.links.map((link): MadeLink => {
    const own = link.a.flatMap((each) => placeA.get(each.start) ?? [])
    const other = link.b.flatMap((each) => placeB.get(each.start) ?? [])
    held += own.length + other.length
    return {
      a: own,
      b: other,
      confidence: link.confidence,
      worth: own.length > 0 && other.length > 0 && link.confidence > 0.5 ? 2 : 0,
      origin: link.origin
    }
  })
  return held === a.sentences.length + b.sentences.length ? links : null
}

/**
 * Links made by hand between earlier revisions of two versions, or before furniture was marked, as far as their
 * sentences stand unchanged in the texts that are read now.
 */
export async function handLinks(session: Session, a: Version, b: Version): Promise<FixedLink[]> {
  const stored = storedFor(session.state, a, b)
  const byHand = stored?.links.filter((link) => link.origin === 'hand') ?? []
  if (!stored || byHand.length === 0) return []
  const [placeA, placeB] = [
    await placesIn(session, stored.revisionA, a),
    await placesIn(session, stored.revisionB, b)
  ]
  return byHand.flatMap((link) => {
    const own = link.a.map((each) => placeA.get(each.start))
    const other = link.b.map((each) => placeB.get(each.start))
    const all = [...own, ...other]
    // A link of which a sentence has changed is no longer what the hand has seen.
    return all.every((each) => each !== undefined) && all.length > 0
      ? [{ a: own.flatMap((each) => each ?? []), b: other.flatMap((each) => each ?? []) }]
      : []
  })
}

/** For the start of each sentence of an earlier revision the number of the same sentence now. */
async function placesIn(
  session: Session,
  revision: ContentHash,
  version: Version
): Promise<ReadonlyMap<number, number>> {
  const read = await readRevision(session, revision, furnitureOf(version.document, revision))
  if (!read.ok) return new Map()
  const before = read.value
  const now = sameSentences(sentenceTexts(before), sentenceTexts(version))
  return new Map([...now].map(([old, at]) => [before.sentences[old]?.start ?? -1, at]))
}

/** What was furniture in a revision: kept with it once another has taken its place, with the document before. */
function furnitureOf({ revisions, furniture }: VariorumDocument, revision: ContentHash): readonly number[] {
  const past = revisions.slice(0, -1).find((each) => each.text === revision)
  return past?.furniture ?? furniture
}

/** The alignment of two versions, turned so that `a` is the side asked for. */
function storedFor(state: ProjectState, a: Version, b: Version): Alignment | null {
  const key = alignmentKey(a.document.id, b.document.id)
  const stored = a.document.works.map((work) => state.alignments.get(work)?.[key]).find(Boolean)
  if (!stored) return null
  if (stored.a === a.document.id) return stored
  const links = stored.links.map((link): Link => ({ ...link, a: link.b, b: link.a }))
  return {
    ...stored,
    a: stored.b,
    b: stored.a,
    revisionA: stored.revisionB,
    revisionB: stored.revisionA,
    links
  }
}
