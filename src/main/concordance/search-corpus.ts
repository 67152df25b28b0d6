import { type Hits, noHits } from '../../shared/concordance/hits'
import type { ConcordanceStop } from '../../shared/concordance/lines'
import { type HighlightSpans, Matcher } from '../../shared/concordance/match'
import type { QueryNode } from '../../shared/concordance/query'
import type { DocumentId } from '../../shared/model/ids'
import type { Session } from '../project/session'
import { forEachYielding } from '../store/cooperative'
import { highlightSpans, resolvedCondition } from './highlight-conditions'
import type { OrderedDocuments } from './ordered-documents'
import type { FoundNews, ReadingSettings, SearchTask } from './questions'
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
  readonly ordered: OrderedDocuments
  readonly first: number
  readonly signal: AbortSignal
  readonly formulae: FormulaSpans
  heard(news: FoundNews): void
}

/** Searches some documents of a project. Gives why it ended before its end; null where it did not. */
export async function searchCorpus(search: CorpusSearch): Promise<ConcordanceStop | null> {
  const { session, thread, id, query, settings, signal, ordered } = search
  const matcher = new Matcher(query, settings)
  const { highlights, formulae } = await lookedUp(search, matcher)
  let done = 0
  let attempts = 0
  for (;;) {
    signal.throwIfAborted()
    const from = done
    const part = { from, highlights: highlights.slice(from), formulae: formulae.slice(from) }
    try {
      const task = { id, folder: session.folder, query, settings, first: search.first, ...part }
      await thread.search(
        task,
        ordered.library,
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

/** What conditions on highlights and the formulae of a query mean in each document; nothing where there are none. */
async function lookedUp(
  { session, ordered, formulae }: CorpusSearch,
  matcher: Matcher
): Promise<Pick<SearchTask, 'highlights' | 'formulae'>> {
  const { state } = session
  const conditions = matcher.highlightConditions.map((own) =>
    own.flatMap((each) => resolvedCondition(state, each) ?? [])
  )
  const placed = await Promise.all(matcher.formulae.map(formulae))
  const highlights: HighlightSpans[][] = []
  if (conditions.length > 0)
    await forEachYielding(ordered.documents, async ({ id }) => {
      await state.annotations.prepare(id)
      highlights.push(conditions.map((own) => highlightSpans(state, id, own)))
    })
  const hits =
    placed.length === 0 ? [] : ordered.documents.map(({ id }) => placed.map((own) => own.get(id) ?? noHits))
  return { highlights, formulae: hits }
}
