import type {
  AnnotationId,
  CoderId,
  DocumentId,
  DraftId,
  FormulaId,
  GroupId,
  MemoId,
  ParallelId,
  ProjectId,
  RenderingId,
  SavedQueryId,
  ThemeId,
  WorkId
} from './ids'

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** Twelve random characters of Crockford's base 32 (60 bits): unique within a project, short in a diff. */
function random(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => letters.charAt(byte & 31)).join('')
}

export const newId = {
  project: () => `p${random()}` as ProjectId,
  document: () => `d${random()}` as DocumentId,
  work: () => `w${random()}` as WorkId,
  theme: () => `t${random()}` as ThemeId,
  annotation: () => `a${random()}` as AnnotationId,
  group: () => `g${random()}` as GroupId,
  parallel: () => `l${random()}` as ParallelId,
  memo: () => `m${random()}` as MemoId,
  savedQuery: () => `q${random()}` as SavedQueryId,
  formula: () => `f${random()}` as FormulaId,
  rendering: () => `r${random()}` as RenderingId,
  draft: () => `u${random()}` as DraftId,
  coder: () => `c${random()}` as CoderId
}
