import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { ContentHash } from '../../shared/model/ids'

/** The file that a text lies in, as far as it tells whether what was made of it still holds. */
export interface TextSource {
  readonly bytes: number
  /** When it was written, in milliseconds. */
  readonly at: number
}

/** Null where there is no such file. */
export function textSource(folder: string, hash: ContentHash): TextSource | null {
  const facts = statSync(join(folder, 'texts', `${hash}.json`), { throwIfNoEntry: false })
  return facts ? { bytes: facts.size, at: facts.mtimeMs } : null
}
