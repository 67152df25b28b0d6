import type { VariorumDocument } from '../../shared/model/document'
import type { ContentHash, DocumentId } from '../../shared/model/ids'
import type { ReadManuscript } from '../../shared/quotations/check-manuscript'
import type { FoundPlace, FoundRun, MatchOutput } from '../../shared/quotations/match-quotations'
import { canonicalText } from '../../shared/text/canonical'
import type { RunOptions, WorkPool } from '../workers/work-pool'
import type { Reading } from './version'

/** A state of a text that quotations are looked up in. */
export interface Source {
  readonly document: VariorumDocument
  readonly revision: ContentHash
  /** When it was made, where another has taken its place. */
  readonly earlier: string | null
}

/** What is looked up at once. */
interface Wanted {
  /** The quotations, by number. */
  readonly meant: readonly number[]
  readonly approximate?: boolean
  /** Whether stretches of the manuscript that are not marked are looked for too. */
  readonly runs?: boolean
  readonly isEarlier?: boolean
}

interface SearchOptions extends RunOptions {
  /** Hears of a text that could not be read. */
  missing(document: DocumentId): void
  progress(done: number, total: number): void
}

interface Sought extends Pick<ReadManuscript, 'quotations'> {
  readonly text: string
}

/** Quotations that say the same, by number. */
interface Alike {
  readonly readings: readonly string[]
  readonly meant: readonly number[]
}

/** So many characters (UTF-16) of texts go to a thread at once. */
const mostCharacters = 1_000_000
/** So many batches are under way at a time, one of them being read. */
const mostBatches = 2

/** Looks the quotations of one manuscript up in texts, which are read one after another and go to threads in batches. */
export class SourceSearch {
  private done = 0
  private total = 0

  constructor(
    private readonly reading: Reading,
    private readonly pool: Pick<WorkPool, 'run'>,
    private readonly sought: Sought,
    private readonly options: SearchOptions
  ) {}

  /** What was found; texts have the numbers of their sources. Rejects where it is aborted. */
  async look(sources: readonly Source[], wanted: Wanted): Promise<MatchOutput> {
    const counts = this.sought.quotations.map(() => 0)
    const places: FoundPlace[] = []
    const runs: FoundRun[] = []
    this.total += sources.length
    const groups = this.alike(wanted.meant)
    const take = (found: MatchOutput, numbers: readonly number[]) => {
      const source = (at: number) => numbers[at] ?? 0
      for (const place of found.places)
        for (const quotation of groups[place.quotation]?.meant ?? [])
          places.push({ ...place, quotation, text: source(place.text) })
      for (const run of found.runs) runs.push({ ...run, text: source(run.text) })
      for (const [at, count] of found.counts.entries())
        for (const index of groups[at]?.meant ?? []) counts[index] = (counts[index] ?? 0) + count
      this.done += numbers.length
      this.options.progress(this.done, this.total)
    }
    const underWay: Promise<void>[] = []
    for await (const { texts, numbers } of this.batches(sources, wanted)) {
      if (underWay.length >= mostBatches) await underWay.shift()
      const work = this.match(texts, wanted, groups).then((found) => take(found, numbers))
      // Whoever waits for it hears of its failure; until then nobody does.
      work.catch(() => {})
      underWay.push(work)
    }
    for (const work of underWay) await work
    return { places, counts, runs }
  }

  /** The quotations that are meant; those that say the same are looked up once. */
  private alike(meant: readonly number[]): Alike[] {
    const { text, quotations } = this.sought
    const groups = new Map<string, { readings: readonly string[]; meant: number[] }>()
    for (const index of meant) {
      const own = quotations[index]
      if (!own) continue
      const { start, end, otherEnd } = own
      const readings = [text.slice(start, end), ...(otherEnd === null ? [] : [text.slice(start, otherEnd)])]
      const key = JSON.stringify(readings)
      const group = groups.get(key)
      if (group) group.meant.push(index)
      else groups.set(key, { readings, meant: [index] })
    }
    return [...groups.values()]
  }

  private match(
    texts: readonly string[],
    { approximate = false, runs = false }: Wanted,
    groups: readonly Alike[]
  ): Promise<MatchOutput> {
    const { signal, priority } = this.options
    const quotations = groups.map(({ readings }) => ({ readings }))
    return this.pool.run(
      'matchQuotations',
      { texts, quotations, approximate, manuscript: runs ? this.sought.text : null },
      { ...(priority && { priority }), ...(signal && { signal }) }
    )
  }

  private async *batches(
    sources: readonly Source[],
    { isEarlier = false }: Wanted
  ): AsyncGenerator<{ readonly texts: readonly string[]; readonly numbers: readonly number[] }> {
    let texts: string[] = []
    let numbers: number[] = []
    let length = 0
    for (const [number, { document, revision }] of sources.entries()) {
      this.options.signal?.throwIfAborted()
      const content = await this.reading.contents.text(revision)
      if (!content.ok) {
        if (!isEarlier) this.options.missing(document.id)
        continue
      }
      const text = canonicalText(content.value.blocks)
      texts.push(text)
      numbers.push(number)
      length += text.length
      if (length < mostCharacters) continue
      yield { texts, numbers }
      texts = []
      numbers = []
      length = 0
    }
    if (texts.length > 0) yield { texts, numbers }
  }
}
