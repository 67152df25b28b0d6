import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { AlignOptions, SentenceLink } from '../../shared/alignment/align'
import { writeDurably } from '../store/durable-file'

/** To be raised when the aligner changes: what an older one found is then no longer used. */
const aligner = 2
/** Smaller squares are aligned again as fast as they are read. */
const worthKeeping = 40_000
const mostFiles = 300
/** How many links of all alignments together stay in memory; each takes some three hundred bytes. */
const mostLinks = 300_000

interface KnownLinks {
  readonly found: Promise<SentenceLink[]>
  readonly links: number
}

const Kept = z.array(
  z.object({
    a: z.array(z.number()),
    b: z.array(z.number()),
    confidence: z.number(),
    worth: z.number()
  })
)

/** Alignments of long texts, kept beside the app's settings so that a work opens at once the next time. Only a cache. */
export class AlignmentCache {
  /** Each with its number of links; those that were not asked for the longest go first. */
  private readonly memory = new LRUCache<string, KnownLinks>({
    maxSize: mostLinks,
    sizeCalculation: ({ links }) => Math.min(mostLinks, links)
  })

  constructor(private readonly folder: string | null) {}

  /** What `make` gives for these sentences and options, now or an earlier time. */
  async get(
    a: readonly string[],
    b: readonly string[],
    options: AlignOptions,
    make: () => Promise<SentenceLink[]>
  ): Promise<SentenceLink[]> {
    const key = createHash('sha256')
      .update(JSON.stringify([aligner, a, b, options]))
      .digest('hex')
    const known = this.memory.get(key)
    if (known) return known.found
    const found = this.find(key, a.length * b.length >= worthKeeping, make)
    // There are at most as many links as sentences.
    this.memory.set(key, { found, links: a.length + b.length + 1 })
    found.catch(() => this.memory.delete(key))
    return found
  }

  private async find(
    key: string,
    long: boolean,
    make: () => Promise<SentenceLink[]>
  ): Promise<SentenceLink[]> {
    if (!this.folder || !long) return make()
    const path = join(this.folder, `${key}.json`)
    const kept = await readFile(path, 'utf8').then(
      (text) => Kept.safeParse(readJson(text)).data,
      () => undefined
    )
    if (kept) return kept
    const made = await make()
    await this.keep(path, made).catch(() => {})
    return made
  }

  private async keep(path: string, links: readonly SentenceLink[]): Promise<void> {
    if (!this.folder) return
    await mkdir(this.folder, { recursive: true })
    await writeDurably(path, JSON.stringify(links))
    const files = await readdir(this.folder)
    if (files.length <= mostFiles) return
    const ages = await Promise.all(
      files.map(async (file) => ({ file, at: (await stat(join(this.folder ?? '', file))).mtimeMs }))
    )
    ages.sort((x, y) => x.at - y.at)
    for (const { file } of ages.slice(0, files.length - mostFiles)) await rm(join(this.folder, file))
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
