import { setImmediate as nextTurn } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { cuttings } from '../../shared/concordance/cut-words'
import { foldSwitches, switchesName } from '../../shared/concordance/fold-sign'
import { countText, SummedCounts, type TextCounts, Vocabulary } from '../../shared/concordance/word-counts'
import type { DiskCache } from './disk-cache'
import { wordFolder } from './gather-lines'
import { stillWanted, type Watch } from './given-up'
import { type CountedText, keepCounts, keptCounts } from './kept-counts'
import type { CorpusTask } from './questions'
import type { TextShelf } from './text-shelf'

const sliceMs = 12
/** So many different words of all texts together are kept, each some sixteen bytes. */
const mostEntries = 30_000_000
/** For so many sets of switches. */
const mostFolds = 2
/** So many sums are kept, each some tens of bytes a word. */
const mostSums = 3

/** The words of texts under one set of switches. */
interface FoldedCounts {
  readonly name: string
  readonly vocabulary: Vocabulary
  readonly counts: LRUCache<string, TextCounts>
}

/** The words of some documents, in their order. */
export interface CorpusCounts {
  readonly vocabulary: Vocabulary
  readonly texts: readonly TextCounts[]
  /** So many could not be read: they count as empty. */
  readonly unread: number
}

/** The words of texts, counted once for each text and kept on the disk. */
export class CorpusWords {
  /** The newest first. */
  private readonly folds: FoldedCounts[] = []
  /** What was summed last: a list is looked at again and again, by pages and by how its words begin. */
  private readonly sums: { readonly texts: readonly TextCounts[]; readonly counts: SummedCounts }[] = []
  /** Counted, and not in the cache yet. */
  private unkept: {
    readonly of: CountedText
    readonly counts: TextCounts
    readonly vocabulary: Vocabulary
  }[] = []

  constructor(
    private readonly shelf: TextShelf,
    private readonly cache: DiskCache | null
  ) {}

  /** The counts of texts together. */
  summed(vocabulary: Vocabulary, texts: readonly TextCounts[]): SummedCounts {
    const known = this.sums.find(
      (each) => each.texts.length === texts.length && each.texts.every((text, at) => text === texts[at])
    )
    if (known) return known.counts
    const counts = new SummedCounts(vocabulary, texts)
    this.sums.unshift({ texts, counts })
    this.sums.length = Math.min(this.sums.length, mostSums)
    return counts
  }

  /** The words of documents. Gives way to other work. Rejects with `GivenUp` once nobody wants them. */
  async of({ folder, documents, settings }: CorpusTask, { isWanted, howFar }: Watch): Promise<CorpusCounts> {
    const { vocabulary, counts } = this.foldedBy(settings)
    const cutting = cuttings(settings)
    const texts: TextCounts[] = []
    let unread = 0
    let until = performance.now() + sliceMs
    for (const { text: hash, language, furniture: boilerplate } of documents) {
      const furniture = settings.furniture ? [] : boilerplate
      const of: CountedText = { folder, hash, cutting: cutting(language), furniture }
      const key = `${folder} ${hash} ${language} ${settings.chineseWords} ${furniture.join(' ')}`
      const known = counts.get(key)
      const holds = known && (known.own === null || known.own === of.cutting.own.name)
      const made = holds ? known : await this.countsOf(of, vocabulary)
      if (made && !holds) counts.set(key, made)
      if (!made) unread++
      texts.push(made ?? nothing)
      if (performance.now() > until) {
        howFar(texts.length, documents.length)
        await nextTurn()
        stillWanted(isWanted)
        until = performance.now() + sliceMs
      }
    }
    return { vocabulary, texts, unread }
  }

  private foldedBy({ same }: CorpusTask['settings']): FoldedCounts {
    const switches = foldSwitches(same)
    const name = switchesName(switches)
    const known = this.folds.find((each) => each.name === name)
    if (known) return known
    const made: FoldedCounts = {
      name,
      vocabulary: new Vocabulary(wordFolder(switches)),
      counts: new LRUCache({ maxSize: mostEntries, sizeCalculation: ({ numbers }) => numbers.length + 1 })
    }
    this.folds.unshift(made)
    this.folds.length = Math.min(this.folds.length, mostFolds)
    return made
  }

  /** Null where the text cannot be read. */
  private async countsOf(of: CountedText, vocabulary: Vocabulary): Promise<TextCounts | null> {
    const kept = this.cache && keptCounts(this.cache, of, vocabulary)
    if (kept) return kept
    const read = await this.shelf.text(of.folder, of.hash)
    if (!read.ok) return null
    const counts = countText(read.value, new Set(of.furniture), of.cutting, vocabulary)
    if (this.cache) this.unkept.push({ of, counts, vocabulary })
    return counts
  }

  /**
   * Keeps on the disk what was counted, for another day. Gives way to other work.
   * @param isQuiet where it is not, somebody waits: what is left is kept the next time
   */
  async keep(isQuiet: () => boolean = () => true): Promise<void> {
    const { cache } = this
    if (!cache) return
    while (isQuiet()) {
      const next = this.unkept.pop()
      if (!next) break
      keepCounts(cache, next.of, next.counts, next.vocabulary)
      await nextTurn()
    }
    await cache.tidy()
  }
}

const nothing: TextCounts = {
  numbers: new Uint32Array(0),
  counts: new Uint32Array(0),
  ...{ tokens: 0, length: 0, own: null }
}
