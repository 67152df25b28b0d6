import type { Arrangement } from '../../shared/concordance/arrange'
import type {
  AnsweredLine,
  ConcordanceLine,
  ConcordancePage,
  ConcordanceStop,
  ConcordanceView,
  NamedLine
} from '../../shared/concordance/lines'
import { Matcher } from '../../shared/concordance/match'
import type { QueryNode } from '../../shared/concordance/query'
import type {
  CollocatesAnswer,
  DispersionAnswer,
  FrequencyRow,
  RenderingsAnswer
} from '../../shared/concordance/statistics'
import type { Grouping, LineName, Trail } from '../../shared/concordance/trail'
import type { VariorumDocument } from '../../shared/model/document'
import type { ContentHash } from '../../shared/model/ids'
import { arrangement, type CopyParts, type Progress } from './arrange-lines'
import { counted } from './corpus-part'
import { HitColumns } from './hit-columns'
import { type AnswerParts, answersTo } from './line-answers'
import { codingsOn } from './line-codings'
import { dispersion, frequencies, type SizedDocument } from './line-statistics'
import { type OrderedDocuments, orderedDocuments } from './ordered-documents'
import type { CollocatesTask, CorpusTask, FoundNews, Lines, ReadingSettings } from './questions'
import { searchBeside } from './search-beside'
import { type FormulaSpans, searchCorpus } from './search-corpus'
import type { TextThread } from './text-thread'

/** So many hits are kept; a query that finds more is no question any more. */
const mostHits = 1_000_000

export interface ConcordanceParts extends AnswerParts, CopyParts {
  readonly thread: TextThread
  readonly formulae: FormulaSpans
}

/** A query that is being answered, and its lines as its trail leaves them. Documents and texts are those of its beginning. */
export class Concordance {
  private readonly controller = new AbortController()
  private readonly ordered: OrderedDocuments
  private readonly hits = new HitColumns()
  private readonly unread: ConcordanceView['unread'][number][] = []
  private searched = 0
  private readonly toSearch: number
  private isComplete = false
  private stopped: ConcordanceStop | null = null
  private arranged: (Arrangement & { readonly documents: number }) | null = null
  private version = 0
  private turn = 0
  private readonly begun = performance.now()
  private ended = 0
  private waiting: (() => void)[] = []

  constructor(
    private readonly id: string,
    private readonly parts: ConcordanceParts,
    private readonly query: QueryNode,
    readonly settings: ReadingSettings,
    private trail: Trail,
    private readonly changed: () => void
  ) {
    this.ordered = orderedDocuments(parts.session.state.documents)
    this.toSearch = this.ordered.documents.length * (query.kind === 'beside' ? 2 : 1)
  }

  /** Searches to the end. Does not reject. @param first so many hits are wanted at once */
  async search(first: number): Promise<void> {
    const { session, thread, formulae } = this.parts
    const { id, ordered, settings, query } = this
    const { signal } = this.controller
    const heard = (news: FoundNews) => this.hear(news, first)
    const common = { session, thread, formulae, id, settings, ordered, signal, first, heard }
    try {
      this.stopped ??=
        query.kind === 'beside'
          ? await searchBeside(common, this.parts.comparison, query)
          : await searchCorpus({ ...common, query })
    } catch {
      this.stopped ??= 'failed'
    }
    if (signal.aborted) return
    if (this.trail.length > 0) await this.arrangeAgain().catch(() => {})
    this.isComplete = true
    this.ended = performance.now()
    this.tell()
  }

  private hear({ hits, unread, searched }: FoundNews, first: number): void {
    if (this.controller.signal.aborted || this.stopped) return
    this.hits.append(hits)
    for (const { index, problem } of unread) {
      const document = this.ordered.documents[index]
      if (document) this.unread.push({ document: document.id, problem })
    }
    this.searched = searched
    if (this.hits.length >= mostHits) {
      this.stopped = 'tooMany'
      this.parts.thread.cancel(this.id)
    }
    // The lines of the first page are arranged as soon as they are there; the rest when all are.
    if (this.trail.length > 0 && this.arranged === null && this.hits.length >= Math.max(1, first))
      void this.arrangeAgain().catch(() => {})
    else this.tell()
  }

  private tell(): void {
    if (this.trail.length === 0) this.version++
    this.changed()
    for (const each of this.waiting.splice(0)) each()
  }

  /** Waits until there are so many lines, or no more will come. */
  async ready(count: number, signal: AbortSignal): Promise<void> {
    const isReady = () =>
      this.isComplete || (this.lineCount >= count && (this.trail.length === 0 || this.arranged !== null))
    let wake = () => {}
    const abort = () => wake()
    signal.addEventListener('abort', abort)
    try {
      while (!isReady()) {
        signal.throwIfAborted()
        this.controller.signal.throwIfAborted()
        await new Promise<void>((resolve) => {
          wake = resolve
          this.waiting.push(resolve)
        })
      }
    } finally {
      signal.removeEventListener('abort', abort)
    }
  }

  private get lineCount(): number {
    return this.arranged ? this.arranged.order.length : this.trail.length > 0 ? 0 : this.hits.length
  }

  view(): ConcordanceView {
    const { hits, arranged } = this
    return {
      id: this.id,
      version: this.version,
      hits: hits.length,
      documents: hits.documents,
      lines: this.lineCount,
      lineDocuments: arranged?.documents ?? (this.trail.length > 0 ? 0 : hits.documents),
      left: arranged?.left ?? [],
      groups: arranged?.groups ?? null,
      searched: this.searched,
      toSearch: this.toSearch,
      isComplete: this.isComplete,
      stopped: this.stopped,
      unread: [...this.unread],
      tookMs: Math.round((this.ended || performance.now()) - this.begun)
    }
  }

  /** What is known of the lines. */
  lines(): Lines {
    const { id, settings, ordered, parts } = this
    return { id, folder: parts.session.folder, settings, library: ordered.library, ...this.hits.all() }
  }

  /** Goes another trail. Rejects where the signal aborts it; the lines stay as they were then. */
  async arrange(trail: Trail, progress: Progress): Promise<ConcordanceView> {
    const mine = ++this.turn
    if (trail.length === 0) {
      this.trail = trail
      this.arranged = null
    } else {
      const made = await arrangement(this.parts, this.lines(), trail, progress)
      progress.signal.throwIfAborted()
      if (mine !== this.turn) return this.view()
      this.trail = trail
      this.arranged = made
    }
    this.version++
    return this.view()
  }

  /** The trail of the moment with the lines that came since. */
  private async arrangeAgain(): Promise<void> {
    const { signal } = this.controller
    await this.arrange(this.trail, { signal, progress() {} })
    this.tell()
  }

  private lineAt(at: number): { name: LineName; document: VariorumDocument; text: ContentHash } | null {
    const line = this.arranged ? this.arranged.order[at] : at
    if (line === undefined || line >= this.hits.length) return null
    const { document: index, start, end } = this.hits.at(line)
    const document = this.ordered.documents[index]
    const text = this.ordered.library.texts[index]
    return document && text ? { name: { document: document.id, start, end }, document, text } : null
  }

  async page(from: number, count: number, context: number): Promise<ConcordancePage> {
    const { session, thread } = this.parts
    const { version, settings } = this
    const lines = this.linesFrom(from, count)
    const groups = this.arranged?.groups ?? null
    const places = lines.map(({ name, document, text }) => ({ ...name, text, language: document.language }))
    const contexts =
      places.length === 0
        ? []
        : await thread.ask('contexts', { folder: session.folder, settings, length: context, places })
    for (const id of new Set(lines.map(({ name }) => name.document)))
      await session.state.annotations.prepare(id)
    const page: ConcordanceLine[] = lines.flatMap(({ name, text }, at) => {
      const own = contexts[at]
      if (!own) return []
      const codings = codingsOn(session.state, name.document, text, name.start, name.end)
      return [{ ...name, ...own, revision: text, group: groups ? groupOf(groups, from + at) : null, codings }]
    })
    return { version, from, lines: page }
  }

  private linesFrom(from: number, count: number) {
    const to = Math.min(this.lineCount, from + count)
    return Array.from({ length: Math.max(0, to - from) }, (_, at) => this.lineAt(from + at)).flatMap(
      (line) => line ?? []
    )
  }

  names(from: number, count: number): NamedLine[] {
    return this.linesFrom(from, count).map(({ name, text }) => ({ ...name, revision: text }))
  }

  /** Where a line stands in the order of the moment. */
  find({ document, start, end }: LineName): number | null {
    const line = this.hits.find(this.ordered.places.get(document) ?? -1, start, end)
    if (line === -1) return null
    const at = this.arranged ? this.arranged.order.indexOf(line) : line
    return at === -1 ? null : at
  }

  async answers(lines: readonly LineName[], signal: AbortSignal): Promise<AnsweredLine[]> {
    const found: AnsweredLine[] = []
    for (const line of lines) {
      signal.throwIfAborted()
      const text = this.ordered.library.texts[this.ordered.places.get(line.document) ?? -1]
      found.push(text === undefined ? { ...line, answers: [] } : await answersTo(this.parts, line, text))
    }
    return found
  }

  /** The lines that the trail leaves, in the order of document and place. */
  private shownLines(): Lines {
    const all = this.lines()
    if (this.arranged === null) return all
    const order = this.arranged.order.toSorted()
    const part = (column: Uint32Array) => Uint32Array.from(order, (line) => column[line] ?? 0)
    return { ...all, document: part(all.document), start: part(all.start), end: part(all.end) }
  }

  /** The documents in which there can be hits at all, with their index. */
  private get admitted(): { readonly document: VariorumDocument; readonly index: number }[] {
    const matcher = new Matcher(this.query, this.settings)
    return this.ordered.documents
      .map((document, index) => ({ document, index }))
      .filter(({ document }) => matcher.admits(document))
  }

  private get corpus(): CorpusTask {
    const documents = this.admitted.map(({ document }) => counted(document))
    return { folder: this.parts.session.folder, settings: this.settings, documents }
  }

  /** The words that go with the lines that are shown. */
  collocates(
    asked: Omit<CollocatesTask, 'lines' | 'corpus' | 'version'>,
    signal?: AbortSignal
  ): Promise<CollocatesAnswer> {
    const { version, corpus } = this
    const { library, ...lines } = this.shownLines()
    const task = { ...asked, lines: { ...lines, library: library.number }, version, corpus }
    return this.parts.thread.ask('collocates', task, signal, { library })
  }

  /**
   * What other versions say for the lines that are shown, the most frequent first. Of many lines every so manieth is looked at,
   * `most` at most. Rejects where the signal aborts it.
   */
  async renderings(most: number, progress: Progress): Promise<RenderingsAnswer> {
    const all = this.shownLines()
    const every = Math.max(1, Math.ceil(all.document.length / most))
    const part = (column: Uint32Array) => column.filter((_, line) => line % every === 0)
    const id = `${this.id} renderings`
    const some = { ...all, id, document: part(all.document), start: part(all.start), end: part(all.end) }
    const grouping = { by: 'answer' as const, version: null }
    const step = { do: 'group' as const, grouping, name: '', memo: '' }
    const { groups } = await arrangement(this.parts, some, [step], progress)
    void this.parts.thread.ask('forget', id).catch(() => {})
    const rows = (groups ?? []).map(({ key, label, count }) => ({ key, label, count }))
    return { rows, lines: some.document.length, of: all.document.length }
  }

  async dispersion(bins: number, signal?: AbortSignal): Promise<DispersionAnswer> {
    return dispersion(await this.sized(signal), this.shownLines(), bins)
  }

  async frequencies(by: Grouping, signal?: AbortSignal): Promise<FrequencyRow[]> {
    return frequencies(await this.sized(signal), this.shownLines(), by)
  }

  private async sized(signal?: AbortSignal): Promise<SizedDocument[]> {
    const sizes = await this.parts.thread.ask('textSizes', this.corpus, signal)
    return this.admitted.flatMap(({ index }, at) => {
      const document = this.ordered.library.documents[index]
      return document ? [{ document, index, words: 0, length: 0, ...sizes[at] }] : []
    })
  }

  /** Ends the search and lets go what is kept of the lines. */
  close(): void {
    this.controller.abort()
    this.parts.thread.cancel(this.id)
    void this.parts.thread.ask('forget', this.id).catch(() => {})
    for (const each of this.waiting.splice(0)) each()
  }
}

/** The group that a line is of, by its place in the order. */
function groupOf(groups: NonNullable<Arrangement['groups']>, at: number): number {
  let low = 0
  let high = groups.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((groups[middle]?.from ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}
