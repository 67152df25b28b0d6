import { type Hits, noHits } from '../../shared/concordance/hits'
import type { ConcordanceStop } from '../../shared/concordance/lines'
import { Matcher } from '../../shared/concordance/match'
import type { QueryNode } from '../../shared/concordance/query'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import type { Session } from '../project/session'
import { forEachYielding } from '../store/cooperative'
import { highlightSpans, resolvedCondition } from './highlight-conditions'
import type { FoundNews, ReadingSettings, SearchedDocument } from './questions'
import { ExpressionTooSlow, type TextThread, ThreadEnded } from './text-thread'

/** Where a formula stands, by document: its hits ascend. Nothing where no formula has that name. */
export type FormulaSpans = (name: string) => Promise<ReadonlyMap<DocumentId, Hits>>

/** A search whose thread ends so often without getting on has failed. */
const mostAttempts = 5

export interface CorpusSearch {
  readonly session: Session
  readonly thread: TextThread
  readonly id: string
  readonly query: QueryNode
  readonly settings: ReadingSettings
  /** In the order in which they are searched; hits name them by index. */
  readonly documents: readonly VariorumDocument[]
  readonly first: number
  readonly signal: AbortSignal
  readonly formulae: FormulaSpans
  heard(news: FoundNews): void
}

/** Searches some documents of a project. Gives why it ended before its end; null where it did not. */
export async function searchCorpus(search: CorpusSearch): Promise<ConcordanceStop | null> {
  const { session, thread, id, query, settings, signal } = search
  const matcher = new Matcher(query, settings)
  const documents = await searched(search, matcher)
  let done = 0
  let attempts = 0
  for (;;) {
    signal.throwIfAborted()
    const part = documents.slice(done)
    const from = done
    try {
      const task = { id, folder: session.folder, query, settings, documents: part, first: search.first }
      await thread.search(
        task,
        (news) => {
          done = from + news.searched
          search.heard({ ...news, searched: done })
        },
        matcher.hasExpression
      )
      return null
    } catch (error) {
      if (error instanceof ExpressionTooSlow) return 'tooSlow'
      // The expression of another concordance took the thread along: this one goes on where it was.
      if (!(error instanceof ThreadEnded)) return 'failed'
      attempts = done > from ? 0 : attempts + 1
      if (attempts >= mostAttempts) return 'failed'
    }
  }
}

async function searched(
  { session, documents, formulae }: CorpusSearch,
  matcher: Matcher
): Promise<SearchedDocument[]> {
  const { state } = session
  const conditions = matcher.highlightConditions.map((own) =>
    own.flatMap((each) => resolvedCondition(state, each) ?? [])
  )
  const placed = await Promise.all(matcher.formulae.map(formulae))
  const made: SearchedDocument[] = []
  await forEachYielding(documents.entries(), async ([index, document]) => {
    if (conditions.length > 0) await state.annotations.prepare(document.id)
    const { language, rendering, published, publisher, attributes, furniture } = document
    made.push({
      index,
      text: currentText(document),
      facts: { language, rendering, published, publisher, attributes, furniture },
      highlights: conditions.map((own) => highlightSpans(state, document.id, own)),
      formulae: placed.map((own) => own.get(document.id) ?? noHits)
    })
  })
  return made
}
