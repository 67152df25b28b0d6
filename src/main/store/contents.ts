import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { appError } from '../../shared/model/app-error'
import type { Original } from '../../shared/model/document'
import type { ContentHash } from '../../shared/model/ids'
import { err, ok, type Result } from '../../shared/model/result'
import { TextContent } from '../../shared/model/text-content'
import { writeDurably } from './durable-file'
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

  constructor(private readonly folder: string) {}

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
    try {
      await access(path)
    } catch {
      await writeDurably(path, content)
    }
  }

  private async readText(hash: ContentHash): Promise<Result<TextContent>> {
    const name = `texts/${hash}.json`
    try {
      const body = await readFile(join(this.folder, name), 'utf8')
      if (sha256(body) !== hash) return err(appError('Damaged', 'textDamaged', { name }))
      return ok(TextContent.parse(JSON.parse(body)))
    } catch {
      this.texts.delete(hash)
      return err(appError('Damaged', 'textMissing', { name }))
    }
  }
}
