import type { JsonObject, OldFile, RecordChanges } from './old-file'

/**
 * Format 2 to 3. New in 3: themes say when they are to be applied, when not, and give an anchor example; annotations
 * carry quality marks; `codebook.json` holds groups beside the themes; `memos.json`.
 */
export const twoToThree: RecordChanges = {
  info: (info) => info,
  theme: (theme) => ({ inclusion: '', exclusion: '', example: '', ...theme }),
  annotation: (annotation) => ({ quality: [], ...annotation }),
  document: (document) => document,
  part: (document) => document,
  work: (work) => work
}

/** The themes and groups of an older codebook: up to format 2 it held themes alone. */
export function codebook3({ format, data }: OldFile): JsonObject {
  return format < 3 ? { themes: data, groups: {} } : data
}
