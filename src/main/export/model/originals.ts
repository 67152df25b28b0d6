import { join } from 'node:path'
import { appError, reasonOf } from '../../../shared/model/app-error'
import type { VariorumDocument } from '../../../shared/model/document'
import { named, originalName } from '../../store/content-store'
import { isCode, realFiles } from '../../store/files'
import { ExportProblem } from '../export-problem'

/**
 * The file that a document came from, as it came; null where the project has none of it.
 *
 * @throws ExportProblem where it is damaged or cannot be read
 */
export async function originalOf(
  folder: string,
  { original, title }: VariorumDocument
): Promise<Uint8Array | null> {
  const name = originalName(original)
  try {
    const bytes = named(await realFiles.read(join(folder, name)), original.sha256)
    if (bytes) return bytes
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw new ExportProblem(appError('Damaged', 'textUnreadable', { name, reason: reasonOf(error) }))
  }
  throw new ExportProblem(appError('Damaged', 'originalDamaged', { name, title }))
}
