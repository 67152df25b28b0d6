import { createHash } from 'node:crypto'
import type { ContentHash } from '../../shared/model/ids'

/** SHA-256 in lower-case hex. A string is hashed as UTF-8. */
export function sha256(content: string | Uint8Array): ContentHash {
  return createHash('sha256').update(content).digest('hex') as ContentHash
}
