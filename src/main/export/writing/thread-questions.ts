import type { VariorumDocument } from '../../../shared/model/document'
import type { ContentHash } from '../../../shared/model/ids'
import type { TextContent } from '../../../shared/model/text-content'
import type { GivenItem } from '../model/given-items'
import type { AnnotationsOf, ExportJob, LeftOut } from './export-job'

/** What the main thread asks of the one that writes. */
export interface ToThread {
  write: { input: { readonly job: ExportJob; readonly canPrint: boolean }; output: LeftOut }
  abort: { input: null; output: null }
}

/** What the thread that writes asks for meanwhile. */
export interface ToMain {
  items: { input: null; output: readonly GivenItem[] | null }
  annotations: { input: null; output: AnnotationsOf | null }
  text: { input: ContentHash; output: TextContent }
  original: { input: VariorumDocument; output: Uint8Array | null }
  piece: { input: Uint8Array; output: null }
  file: { input: { readonly path: string; readonly bytes: Uint8Array }; output: null }
  print: { input: string; output: Uint8Array }
}
