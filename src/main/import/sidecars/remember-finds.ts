import type { AnchorResult } from '../../../shared/anchoring/types'
import { sha256 } from '../../store/hash'
import type { FindQuotes } from './place-quotes'

/** Finds the same quotes in the same text once only, however often an import is worked out. */
export function rememberFinds(find: FindQuotes): FindQuotes {
  const found = new Map<string, Promise<AnchorResult[]>>()
  return (text, quotes) => {
    const key = sha256(JSON.stringify([text, quotes]))
    const known = found.get(key) ?? find(text, quotes)
    found.set(key, known)
    return known
  }
}
