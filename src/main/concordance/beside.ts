import type { DocumentId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import type { Comparison } from '../services/compare'
import { answersTo as linkedWith } from '../services/links-by-passage'
import { type Reading, readVersion, type Version } from '../services/version'
import { othersOf } from '../services/versions-of-works'

/**
 * Which hits of a document stand beside sentences of another version that hold (or where `negated` do not hold) a hit of the
 * other side. A document without other versions has none.
 * @param hits of the document's present text
 * @param others the hits of the other side, by document
 */
export async function hitsBeside(
  reading: Reading,
  comparison: Comparison,
  id: DocumentId,
  hits: readonly Span[],
  others: ReadonlyMap<DocumentId, readonly Span[]>,
  negated: boolean
): Promise<Span[]> {
  const document = reading.state.documents.get(id)
  const versions = document ? othersOf(reading.state, document) : []
  const own = versions.length === 0 ? null : await readVersion(reading, id)
  if (!own?.ok) return []
  const said = new Set<Span>()
  for (const each of versions) {
    const there = others.get(each.id) ?? []
    if (there.length === 0) continue
    const version = await readVersion(reading, each.id)
    if (!version.ok) continue
    for (const hit of await linkedHits(reading, comparison, own.value, version.value, hits, there))
      said.add(hit)
  }
  return hits.filter((hit) => said.has(hit) !== negated)
}

async function linkedHits(
  reading: Reading,
  comparison: Comparison,
  own: Version,
  version: Version,
  hits: readonly Span[],
  there: readonly Span[]
): Promise<Span[]> {
  const links = await comparison.links(reading, own, version)
  return hits.filter((hit) => {
    const { answers } = linkedWith(links, hit)
    return answers.some(({ start, end }) => there.some((each) => each.start < end && each.end > start))
  })
}
