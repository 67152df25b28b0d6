import { setImmediate as nextTurn } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { currentText } from '../../shared/model/current-text'
import type { ContentHash, DocumentId } from '../../shared/model/ids'
import { type Hit, plainSearch, type Searchable, searchable } from '../../shared/search/plain-search'
import { blockSpans, canonicalText } from '../../shared/text/canonical'
import type { Session } from '../project/session'

export interface DocumentHits {
  readonly document: DocumentId
  readonly hits: readonly Hit[]
}

export interface SearchResult {
  readonly documents: readonly DocumentHits[]
  readonly total: number
  /** Documents whose text could not be read; they are left out, and said. */
  readonly unread: readonly DocumentId[]
}

interface SearchOptions {
  readonly furniture?: boolean
  /** How many hits are given; the rest are counted. */
  readonly most?: number
  /** Ends the search between two texts; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal
  progress?(done: number, total: number): void
}

type Folded = Omit<Searchable, 'furniture'>

/** How many characters of texts stay folded, in UTF-16 code units; each takes some six bytes besides. */
const mostCharacters = 40_000_000
/** How long a search goes on before other work gets its turn, in milliseconds. */
const sliceMs = 8

/**
 * Texts folded for searching, kept by revision; a furniture mark only changes what is passed over. Those that were not
 * searched for the longest go first.
 */
export class SearchIndex {
  private readonly folded: LRUCache<ContentHash, Folded>

  /** @param most the characters (UTF-16) of all folded texts kept together */
  constructor(most = mostCharacters) {
    this.folded = new LRUCache<ContentHash, Folded>({
      maxSize: most,
      sizeCalculation: ({ text }) => Math.min(most, text.length + 1)
    })
  }

  /** How many characters are kept. */
  get size(): number {
    return this.folded.calculatedSize
  }

  /** The places where something is said, document by document. Gives way to other work every few milliseconds. */
  async search(
    session: Session,
    query: string,
    { furniture = false, most = 5000, signal, progress = () => {} }: SearchOptions = {}
  ): Promise<SearchResult> {
    const documents: DocumentHits[] = []
    const unread: DocumentId[] = []
    let total = 0
    let until = performance.now() + sliceMs
    const inOrder = [...session.state.documents.values()].sort((a, b) => (a.title < b.title ? -1 : 1))
    for (const [at, document] of inOrder.entries()) {
      if (performance.now() > until) {
        await nextTurn()
        signal?.throwIfAborted()
        progress(at, inOrder.length)
        until = performance.now() + sliceMs
      }
      const target = await this.foldedText(session, currentText(document))
      if (!target) {
        unread.push(document.id)
        continue
      }
      const hits = plainSearch({ ...target, furniture: new Set(document.furniture) }, query, { furniture })
      const room = Math.max(0, most - total)
      total += hits.length
      if (hits.length > 0 && room > 0) documents.push({ document: document.id, hits: hits.slice(0, room) })
    }
    return { documents, total, unread }
  }

  private async foldedText(session: Session, hash: ContentHash): Promise<Folded | null> {
    const known = this.folded.get(hash)
    if (known) return known
    const content = await session.contents.text(hash)
    if (!content.ok) return null
    const { blocks } = content.value
    const { furniture: _, ...made } = searchable(canonicalText(blocks), blockSpans(blocks), [])
    this.folded.set(hash, made)
    return made
  }
}
