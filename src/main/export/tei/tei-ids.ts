import type { AnnotationId, CoderId, DocumentId, MemoId, ThemeId } from '../../../shared/model/ids'

/** Names within a file of TEI (`xml:id`): ids of a project may begin with a digit, names of XML may not. */
export const teiIds = {
  coder: (id: CoderId) => `coder-${id}`,
  theme: (id: ThemeId) => `theme-${id}`,
  /** A text of the file. */
  text: (id: DocumentId) => `text-${id}`,
  /** What the text was taken from. */
  source: (id: DocumentId) => `source-${id}`,
  passage: (id: AnnotationId) => `passage-${id}`,
  begin: (id: AnnotationId) => `passage-${id}.begin`,
  end: (id: AnnotationId) => `passage-${id}.end`,
  memo: (id: MemoId) => `memo-${id}`,
  furniture: 'furniture',
  edition: 'edition'
} as const

export const teiNamespace = 'http://www.tei-c.org/ns/1.0'
