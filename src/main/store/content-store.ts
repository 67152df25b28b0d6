import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { Original } from '../../shared/model/document'
import type { ContentHash } from '../../shared/model/ids'
import { err, ok, type Result } from '../../shared/model/result'
import { TextContent } from '../../shared/model/text-content'
import { KeyedQueue } from '../workers/keyed-queue'
import { writeDurably } from './durable-file'
import { type Files, isCode, realFiles } from './files'
import { sha256 } from './hash'
import { otherLineEnds } from './line-ends'
import { quarantine } from './quarantine'
import { stableJson } from './stable-json'

/** The file of a text: one block a line, named by the hash of these very bytes. */
export function textFile(content: TextContent): { hash: ContentHash; body: string } {
  const body = `{"format":1,"blocks":[\n${content.blocks.map(stableJson).join(',\n')}\n]}\n`
  return { hash: sha256(body), body }
}

/** How many characters of texts stay in memory, in UTF-16 code units: some two hundred books. */
const mostCharacters = 100_000_000

interface KnownText {
  readonly reading: Promise<Result<TextContent>>
  readonly characters: number
}

function charactersOf({ blocks }: TextContent): number {
  // One more for each, so that an empty text has a size too; a cache takes nothing that is larger than itself.
  const characters = blocks.reduce((sum, { text }) => sum + text.length + 1, 0)
  return Math.min(mostCharacters, characters)
}

/** Where an imported file lies, relative to the project folder. */
export function originalName({ sha256: hash, extension }: Pick<Original, 'sha256' | 'extension'>): string {
  return `originals/${extension === '' ? hash : `${hash}.${extension}`}`
}

/** What a file was when it was named, whatever has become of its line ends. Null where it is not that any more. */
export function named(bytes: Buffer, hash: string): Buffer | null {
  if (sha256(bytes) === hash) return bytes
  return otherLineEnds(bytes).find((each) => sha256(each) === hash) ?? null
}

/** The files of a project that are named by their content: written first, never rewritten. */
export class ContentStore {
  /** Texts that were read, each with its length; those that were not asked for the longest go first. */
  private readonly texts = new LRUCache<ContentHash, KnownText>({
    maxSize: mostCharacters,
    sizeCalculation: ({ characters }) => characters
  })

  private readonly adding = new KeyedQueue()

  constructor(
    private readonly folder: string,
    private readonly files: Files = realFiles
  ) {}

  /** Reads a text and checks it against its name. Kept in memory after the first time, as long as there is room. */
  text(hash: ContentHash): Promise<Result<TextContent>> {
    const known = this.texts.get(hash)
    if (known) return known.reading
    const reading = this.readText(hash)
    this.texts.set(hash, { reading, characters: 1 })
    void reading.then((read) => {
      if (read.ok && this.texts.peek(hash)?.reading === reading)
        this.texts.set(hash, { reading, characters: charactersOf(read.value) })
    })
    return reading
  }

  async addText(content: TextContent): Promise<ContentHash> {
    const { hash, body } = textFile(content)
    await this.add(`texts/${hash}.json`, hash, body)
    return hash
  }

  async addOriginal(bytes: Uint8Array, extension: string): Promise<ContentHash> {
    const hash = sha256(bytes)
    await this.add(originalName({ sha256: hash, extension }), hash, bytes)
    return hash
  }

  /** The bytes of an imported file; those that were imported, also where another program has changed its line ends. */
  async readOriginal(original: Pick<Original, 'sha256' | 'extension'>): Promise<Buffer> {
    const bytes = await this.files.read(join(this.folder, originalName(original)))
    return named(bytes, original.sha256) ?? bytes
  }

  /**
   * Writes a file where there is none, or where what lies there is not what its name says; that is set aside. Who comes
   * with the same content meanwhile waits, and finds it there.
   */
  private add(name: string, hash: ContentHash, content: string | Uint8Array): Promise<void> {
    return this.adding.run(name, () => this.addNow(name, hash, content))
  }

  private async addNow(name: string, hash: ContentHash, content: string | Uint8Array): Promise<void> {
    const path = join(this.folder, name)
    if (this.files.facts(path)) {
      const there = await this.files.read(path).catch(() => null)
      if (there && sha256(there) === hash) return
      quarantine(this.folder, name, this.files)
    }
    await writeDurably(path, content, this.files)
  }

  /** Reads a text from disk, whether or not it is in memory. */
  async readText(hash: ContentHash): Promise<Result<TextContent>> {
    const name = `texts/${hash}.json`
    try {
      const bytes = named(await this.files.read(join(this.folder, name)), hash)
      if (bytes) return ok(TextContent.parse(JSON.parse(bytes.toString('utf8'))))
      this.texts.delete(hash)
      return err(appError('Damaged', 'textDamaged', { name }))
    } catch (error) {
      this.texts.delete(hash)
      const key = isCode(error, 'ENOENT') ? 'textMissing' : 'textUnreadable'
      return err(appError('Damaged', key, { name, reason: reasonOf(error) }))
    }
  }
}
