import { currentText } from '../../shared/model/current-text'
import type { DocumentId } from '../../shared/model/ids'
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

/** Texts folded for searching, kept by revision; a furniture mark only changes what is passed over. */
export class SearchIndex {
  private readonly folded = new Map<string, Omit<Searchable, 'furniture'>>()

  async search(
    session: Session,
    query: string,
    { furniture = false, most = 5000 } = {}
  ): Promise<SearchResult> {
    const documents: DocumentHits[] = []
    const unread: DocumentId[] = []
    let total = 0
    const inOrder = [...session.state.documents.values()].sort((a, b) => (a.title < b.title ? -1 : 1))
    for (const document of inOrder) {
      const hash = currentText(document)
      let target = this.folded.get(hash)
      if (!target) {
        const content = await session.contents.text(hash)
        if (!content.ok) {
          unread.push(document.id)
          continue
        }
        target = searchable(canonicalText(content.value.blocks), blockSpans(content.value.blocks), [])
        this.folded.set(hash, target)
      }
      const hits = plainSearch({ ...target, furniture: new Set(document.furniture) }, query, { furniture })
      const room = Math.max(0, most - total)
      total += hits.length
      if (hits.length > 0 && room > 0) documents.push({ document: document.id, hits: hits.slice(0, room) })
    }
    return { documents, total, unread }
  }
}
