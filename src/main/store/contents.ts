import { join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { Original } from '../../shared/model/document'
import type { ContentHash } from '../../shared/model/ids'
import { err, ok, type Result } from '../../shared/model/result'
import { TextContent } from '../../shared/model/text-content'
import { writeDurably } from './durable-file'
import { type Files, isCode, realFiles } from './files'
import { sha256 } from './hash'
import { otherLineEnds } from './line-ends'
import { setAside } from './set-aside'
import { stableJson } from './stable-json'

/** The file of a text: one block a line, named by the hash of these very bytes. */
export function textFile(content: TextContent): { hash: ContentHash; body: string } {
  const body = `{"format":1,"blocks":[\n${content.blocks.map(stableJson).join(',\n')}\n]}\n`
  return { hash: sha256(body), body }
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
export class Contents {
  private readonly texts = new Map<ContentHash, Promise<Result<TextContent>>>()

  constructor(
    private readonly folder: string,
    private readonly files: Files = realFiles
  ) {}

  /** Reads a text and checks it against its name. Kept in memory after the first time. */
  text(hash: ContentHash): Promise<Result<TextContent>> {
    const known = this.texts.get(hash)
    if (known) return known
    const reading = this.readText(hash)
    this.texts.set(hash, reading)
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

  /** Writes a file where there is none, or where what lies there is not what its name says; that is set aside. */
  private async add(name: string, hash: ContentHash, content: string | Uint8Array): Promise<void> {
    const path = join(this.folder, name)
    if (this.files.facts(path)) {
      const there = await this.files.read(path).catch(() => null)
      if (there && sha256(there) === hash) return
      setAside(this.folder, name, this.files)
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
