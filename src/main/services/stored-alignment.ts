import type { FixedLink } from '../../shared/alignment/constraints'
import { sameSentences } from '../../shared/alignment/same-sentences'
import type { Alignment, Link } from '../../shared/model/alignment'
import { alignmentKey } from '../../shared/model/alignment-key'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { ContentHash } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import type { ProjectState } from '../../shared/model/state'
import type { MadeLink } from './link-origin'
import { joinedLinks, sentencesUnder } from './sentences-under'
import { type Reading, readRevision, sentenceTexts, type Version } from './version'

/** The stored links of these very revisions by sentence numbers; null where there are none, or the sentences differ. */
export function storedAlignment(state: ProjectState, a: Version, b: Version): MadeLink[] | null {
  const stored = storedFor(state, a, b)
  if (!stored || stored.revisionA !== currentText(a.document) || stored.revisionB !== currentText(b.document))
    return null
  const links = joinedLinks(
    stored.links.map((link) => ({
      ...link,
      a: sentencesUnder(a.sentences, link.a),
      b: sentencesUnder(b.sentences, link.b)
    }))
  ).map(
    ({ a: own, b: other, confidence, origin }): MadeLink => ({
      a: own,
      b: other,
      confidence,
      worth: own.length > 0 && other.length > 0 && confidence > 0.5 ? 2 : 0,
      origin
    })
  )
  const held = links.reduce((sum, link) => sum + link.a.length + link.b.length, 0)
  return held === a.sentences.length + b.sentences.length ? links : null
}

/**
 * Links made by hand between earlier revisions of two versions, or before furniture was marked, as far as their
 * sentences stand unchanged in the texts that are read now.
 */
export async function handLinks(reading: Reading, a: Version, b: Version): Promise<FixedLink[]> {
  const stored = storedFor(reading.state, a, b)
  const byHand = stored?.links.filter((link) => link.origin === 'hand') ?? []
  if (!stored || byHand.length === 0) return []
  const [placeA, placeB] = [
    await placesIn(reading, stored.revisionA, a),
    await placesIn(reading, stored.revisionB, b)
  ]
  return byHand.flatMap((link) => {
    const own = link.a.flatMap(placeA)
    const other = link.b.flatMap(placeB)
    const all = [...own, ...other]
    // A link of which a sentence has changed is no longer what the hand has seen.
    return all.every((each) => each !== undefined) && all.length > 0
      ? [{ a: own.flatMap((each) => each ?? []), b: other.flatMap((each) => each ?? []) }]
      : []
  })
}

/** For a stretch of an earlier revision the numbers of its sentences now; undefined for one that has changed. */
async function placesIn(
  reading: Reading,
  revision: ContentHash,
  version: Version
): Promise<(stretch: Span) => (number | undefined)[]> {
  const read = await readRevision(reading, revision, furnitureOf(version.document, revision))
  if (!read.ok) return () => [undefined]
  const before = read.value
  const now = sameSentences(sentenceTexts(before), sentenceTexts(version))
  return (stretch) => sentencesUnder(before.sentences, [stretch]).map((old) => now.get(old))
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
