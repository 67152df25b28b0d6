import { join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { Original } from '../../shared/model/document'
import type { ContentHash } from '../../shared/model/ids'
import { err, ok, type Result } from '../../shared/model/result'
import { TextContent } from '../../shared/model/text-content'
import { writeDurably } from './durable-file'
import { type Files, isCode, realFiles } from './files'
import { sha256 } from './hash'
import { stableJson } from './stable-json'

/** The file of a text: one block a line, named by the hash of these very bytes. */
export function textFile(content: TextContent): { hash: ContentHash; body: string } {
  const body = `{"format":1,"blocks":[\n${content.blocks.map(stableJson).join(',\n')}\n]}\n`
  return { hash: sha256(body), body }
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
    await this.add(join(this.folder, 'texts', `${hash}.json`), body)
    return hash
  }

  async addOriginal(bytes: Uint8Array, extension: string): Promise<ContentHash> {
    const hash = sha256(bytes)
    await this.add(this.originalPath({ sha256: hash, extension }), bytes)
    return hash
  }

  originalPath({ sha256: hash, extension }: Pick<Original, 'sha256' | 'extension'>): string {
    return join(this.folder, 'originals', extension === '' ? hash : `${hash}.${extension}`)
  }

  private async add(path: string, content: string | Uint8Array): Promise<void> {
    if (!this.files.facts(path)) await writeDurably(path, content, this.files)
  }

  /** Reads a text from disk, whether or not it is in memory. */
  async readText(hash: ContentHash): Promise<Result<TextContent>> {
    const name = `texts/${hash}.json`
    try {
      const body = (await this.files.read(join(this.folder, name))).toString('utf8')
      if (sha256(body) === hash) return ok(TextContent.parse(JSON.parse(body)))
      this.texts.delete(hash)
      return err(appError('Damaged', 'textDamaged', { name }))
    } catch (error) {
      this.texts.delete(hash)
      const key = isCode(error, 'ENOENT') ? 'textMissing' : 'textUnreadable'
      return err(appError('Damaged', key, { name, reason: reasonOf(error) }))
    }
  }
}
