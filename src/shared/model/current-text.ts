import type { VariorumDocument } from './document'
import type { ContentHash } from './ids'

/** The hash of the text that is read today. */
export function currentText(document: VariorumDocument): ContentHash {
  const last = document.revisions.at(-1)
  if (last === undefined) throw new Error(`document ${document.id} has no revision`)
  return last.text
}
