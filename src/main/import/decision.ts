import { basename, extname } from 'node:path'
import type { CslRecord } from '../../shared/model/csl-record'
import type { Metadata } from '../../shared/model/document'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { literalNames } from './formats/references/record-of'
import type { ImportedCodebook } from './parsed'
import type { ParsedSidecar } from './parsed-sidecars'
import type { IncomingText } from './read-files'

/** What the reader decided about one text. */
export interface Decision {
  readonly path: string
  readonly parsed: IncomingText
  readonly metadata: Omit<Metadata, 'works'>
  /** A work that is there, a title that several texts of this import share, or none. */
  readonly work: { readonly id: WorkId } | { readonly title: string } | null
  readonly furniture: readonly number[]
  /** By which sidecars of the same import speak of it. */
  readonly key?: string
}

/** What the reader decided about something that is said of a text, or about a codebook by itself. */
export type SidecarDecision =
  | {
      readonly about: ParsedSidecar
      readonly text: { readonly document: DocumentId } | { readonly key: string }
      /** Whether a reference takes the place of what is known differently. */
      readonly replace: boolean
    }
  | { readonly about: { readonly kind: 'codebook'; readonly brought: ImportedCodebook } }

/** The decision that takes every proposal as it is. */
export function acceptProposals(path: string, parsed: IncomingText, key?: string): Decision {
  const { title, language, rendering, published, event, publisher, source, credit, attributes } = parsed
  const stated = { title, language, rendering, published, event, publisher, source, credit }
  return {
    path,
    parsed,
    metadata: {
      ...stated,
      notes: '',
      attributes,
      csl: recordFrom(parsed.author),
      proposed: [...parsed.proposed]
    },
    work: parsed.aligned === null ? null : { title: workTitle(path, parsed.aligned) },
    furniture: parsed.blocks.flatMap((block, index) => (block.furniture ? [index] : [])),
    ...(key === undefined ? {} : { key })
  }
}

/** The bibliographic record of a text of which the file says the author. */
export function recordFrom(author: string): CslRecord {
  const names = literalNames(author)
  return names.length > 0 ? { author: names } : {}
}

/** What the work of texts is called that a file holds aligned: as it says itself, or as the file is called. */
export function workTitle(path: string, aligned: string): string {
  return aligned === '–' ? basename(path, extname(path)) : aligned
}
