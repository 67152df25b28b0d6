import type { ConcordanceStop } from '../../shared/concordance/lines'
import type { QueryNode } from '../../shared/concordance/query'
import type { DocumentId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import { span } from '../../shared/model/span'
import type { Comparison } from '../services/compare'
import { readingOf } from '../services/version'
import { hitsBeside } from './beside'
import { HitColumns } from './hit-columns'
import type { FoundNews } from './questions'
import { type CorpusSearch, searchCorpus } from './search-corpus'

/** Searches both sides, and keeps the hits of the first that stand beside (or not beside) hits of the other. */
export async function searchBeside(
  search: Omit<CorpusSearch, 'query'>,
  comparison: Comparison,
  query: QueryNode & { kind: 'beside' }
): Promise<ConcordanceStop | null> {
  const { ordered, session, signal } = search
  const { documents } = ordered
  const side = async (of: QueryNode, done: number) => {
    const found = new Map<DocumentId, Span[]>()
    const heard = ({ hits, unread, searched }: FoundNews) => {
      for (const [at, index] of hits.document.entries()) {
        const id = documents[index]?.id
        if (!id) continue
        const own = found.get(id) ?? []
        found.set(id, own)
        own.push(span(hits.start[at] ?? 0, hits.end[at] ?? 0))
      }
      search.heard({ id: search.id, hits: new HitColumns().all(), unread, searched: done + searched })
    }
    const stopped = await searchCorpus({ ...search, query: of, heard })
    return { found, stopped }
  }
  const other = await side(query.other, 0)
  if (other.stopped) return other.stopped
  const own = await side(query.of, documents.length)
  const reading = readingOf(session)
  for (const [index, { id }] of documents.entries()) {
    signal.throwIfAborted()
    const hits = own.found.get(id)
    if (!hits) continue
    const kept = await hitsBeside(reading, comparison, id, hits, other.found, query.negated)
    const found = new HitColumns()
    found.add(index, { starts: kept.map(({ start }) => start), ends: kept.map(({ end }) => end) })
    search.heard({ id: search.id, hits: found.all(), unread: [], searched: 2 * documents.length })
  }
  return own.stopped
}
