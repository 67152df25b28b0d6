import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { Metadata, VariorumDocument } from '../../shared/model/document'
import { newId } from '../../shared/model/new-id'
import { err, ok, type Result } from '../../shared/model/result'
import type { Block } from '../../shared/model/text-content'
import { countWords } from '../../shared/text/words'
import type { Session } from '../project/session'
import { sha256 } from '../store/hash'
import type { Decision } from './decision'
import { fitFileName } from './fit/fit-metadata'
import type { Fitter } from './fit/fitter'
import type { ParsedText } from './parsed'

/** What is known of a document by its text and file alone. */
export type Facts = Omit<VariorumDocument, keyof Metadata>

/** A text that is in the project, before any document names it. */
export interface StoredText {
  readonly facts: Facts
  readonly blocks: Block[]
}

/**
 * Writes the text and the original of a file into the project; nothing refers to them yet. Refused where the file is not
 * the one any more that was read. `kept` are the blocks that come in, by their numbers in the file.
 */
export async function storeText(
  session: Session,
  { path, parsed, furniture }: Decision,
  kept: readonly number[],
  fit: Fitter
): Promise<Result<StoredText>> {
  const name = basename(path)
  try {
    const bytes = await readFile(path)
    if (sha256(bytes) !== parsed.sha256) return err(appError('Conflict', 'fileChanged', { name }))
    const called = fitFileName(fit, name, extname(path).slice(1).toLowerCase())
    const chosen = new Set(furniture)
    const marked = new Set(kept.flatMap((at, index) => (chosen.has(at) ? [index] : [])))
    const blocks = numberBlocks({ blocks: kept.flatMap((at) => parsed.blocks[at] ?? []) }, marked)
    const text = await session.contents.addText({ format: 1, blocks })
    const original = await session.contents.addOriginal(bytes, called.extension)
    const now = new Date().toISOString()
    const facts: Facts = {
      id: newId.document(),
      ...(parsed.guid && { guid: parsed.guid }),
      added: now,
      original: { ...called, sha256: original, bytes: parsed.bytes, encoding: parsed.encoding },
      revisions: [{ text, made: now, reason: 'import', coder: null, furniture: [], original: null }],
      words: blocks.reduce((sum, block, index) => sum + (marked.has(index) ? 0 : countWords(block.text)), 0),
      furniture: [...marked].sort((a, b) => a - b)
    }
    return ok({ facts, blocks })
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return err(
      missing
        ? appError('NotFound', 'fileMissing', { name })
        : appError('StorageFailed', 'changeNotSaved', { folder: session.folder, reason: reasonOf(error) })
    )
  }
}

/** Gives each citable block its paragraph number: not headings, not what is furniture now. */
export function numberBlocks(
  { blocks }: Pick<ParsedText, 'blocks'>,
  furniture: ReadonlySet<number>
): Block[] {
  let last = 0
  return blocks.map(({ furniture: _, ...block }, index) => {
    const citable = block.kind !== 'heading' && !furniture.has(index)
    if (citable) last += 1
    return { ...block, number: citable ? last : null }
  })
}
