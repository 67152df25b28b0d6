import type { KnownPair } from '../../shared/alignment/align'
import type { Alignment, Link } from '../../shared/model/alignment'
import type { VariorumDocument } from '../../shared/model/document'
import type { WorkId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import type { ProjectState } from '../../shared/model/state'
import { canonicalText } from '../../shared/text/canonical'
import type { Reading } from './version'

/** More would teach little and take longer than the alignment itself. */
const mostPairs = 200
const sure = 0.9

/**
 * Sentences of other works of the project that are known to say the same in the languages of two documents: from the
 * alignments that a hand has gone over, its own links first, then those that are all but certain. They depend on nothing
 * but the stored alignments, so that a comparison is the same tomorrow.
 */
export async function seedPairs(
  { state, contents }: Reading,
  a: VariorumDocument,
  b: VariorumDocument
): Promise<KnownPair[]> {
  const own = new Set<WorkId>([...a.works, ...b.works])
  const works = [...state.alignments.keys()].filter((id) => !own.has(id)).sort()
  const [byHand, likely]: [KnownPair[], KnownPair[]] = [[], []]
  for (const work of works)
    for (const stored of Object.values(state.alignments.get(work) ?? {})) {
      const turned = inLanguages(state, stored, a.language, b.language)
      if (turned === null) continue
      const texts = await Promise.all([stored.revisionA, stored.revisionB].map((each) => contents.text(each)))
      const [left, right] = texts.map((text) => (text.ok ? canonicalText(text.value.blocks) : ''))
      for (const link of stored.links) {
        if (link.a.length === 0 || link.b.length === 0) continue
        const pair = [saying(left ?? '', link.a), saying(right ?? '', link.b)] as const
        listFor(link, byHand, likely)?.push(turned ? [pair[1], pair[0]] : pair)
      }
      if (byHand.length >= mostPairs) return byHand.slice(0, mostPairs)
    }
  return [...byHand, ...likely].slice(0, mostPairs)
}

function listFor({ origin, confidence }: Link, byHand: KnownPair[], likely: KnownPair[]) {
  if (origin === 'hand') return byHand
  return confidence >= sure ? likely : null
}

/** Whether an alignment is to be turned to go from one language to another; null where it is of other languages. */
function inLanguages(state: ProjectState, { a, b }: Alignment, from: string, to: string): boolean | null {
  const [left, right] = [a, b].map((id) => primary(state.documents.get(id)?.language ?? ''))
  if (left === primary(from) && right === primary(to)) return false
  return left === primary(to) && right === primary(from) ? true : null
}

function primary(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? ''
}

function saying(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(' ')
}
