import { setImmediate as nextTurn } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { SearchedText } from '../../shared/concordance/searched-text'
import type { ContentHash } from '../../shared/model/ids'
import { ok, type Result } from '../../shared/model/result'
import { ContentStore } from '../store/content-store'
import type { DiskCache } from './disk-cache'
import { keepText, keptText } from './kept-text'

/** How many characters of texts stay ready, in UTF-16 code units; folded and as they are, each takes two to four bytes. */
const mostCharacters = 120_000_000

/** The texts that were searched last, ready to be searched again. Texts never change under their hash, in whichever project. */
export class TextShelf {
  private readonly texts: LRUCache<ContentHash, SearchedText>
  private readonly stores = new Map<string, ContentStore>()
  private readonly underWay = new Map<string, Promise<Result<SearchedText>>>()

  /** Read and folded since, and not in the cache yet. */
  private readonly unkept = new Map<ContentHash, { readonly folder: string; readonly text: SearchedText }>()

  constructor(
    private readonly cache: DiskCache | null = null,
    most = mostCharacters
  ) {
    this.texts = new LRUCache<ContentHash, SearchedText>({
      maxSize: most,
      sizeCalculation: ({ text }) => Math.min(most, text.length + 1)
    })
  }

  /** A text of a project. Fails where it cannot be read, or is not what its name says. */
  async text(folder: string, hash: ContentHash): Promise<Result<SearchedText>> {
    const known = this.texts.get(hash)
    return known ? ok(known) : this.read(folder, hash)
  }

  /** Begins to read a text that will be asked for soon. */
  expect(folder: string, hash: ContentHash): void {
    if (!this.texts.has(hash)) void this.read(folder, hash)
  }

  private read(folder: string, hash: ContentHash): Promise<Result<SearchedText>> {
    const key = `${folder} ${hash}`
    const reading = this.underWay.get(key) ?? this.readNow(folder, hash)
    this.underWay.set(key, reading)
    return reading.finally(() => this.underWay.delete(key))
  }

  private async readNow(folder: string, hash: ContentHash): Promise<Result<SearchedText>> {
    const kept = this.cache && keptText(this.cache, folder, hash)
    if (kept) {
      this.texts.set(hash, kept)
      return ok(kept)
    }
    const store = this.stores.get(folder) ?? new ContentStore(folder)
    this.stores.set(folder, store)
    const read = await store.readText(hash)
    if (!read.ok) return read
    const made = SearchedText.of(read.value.blocks)
    this.texts.set(hash, made)
    if (this.cache) this.unkept.set(hash, { folder, text: made })
    return ok(made)
  }

  /**
   * Keeps on the disk what was read and folded, so that the first search of another day finds it. Gives way to other work.
   * @param isQuiet where it is not, somebody waits: what is left is kept the next time
   */
  async keep(isQuiet: () => boolean = () => true): Promise<void> {
    const { cache } = this
    if (!cache) return
    for (const [hash, { folder, text }] of this.unkept) {
      if (!isQuiet()) return
      this.unkept.delete(hash)
      keepText(cache, folder, hash, text)
      await nextTurn()
    }
    await cache.tidy()
  }
}
