import type { ContentHash } from '../model/ids'
import type { AnnotationsOfDocument } from '../model/state'
import type { Block } from '../model/text-content'

/** A document that a window is told of from now on; null in place of what it has still. */
export interface SubscribedDocument {
  readonly revision: ContentHash
  readonly blocks: readonly Block[] | null
  readonly annotations: AnnotationsOfDocument | null
}
