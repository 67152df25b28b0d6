import type { JsonObject, RecordChanges } from './old-file'

/**
 * Format 2 to 3. New in 3: themes say when they are to be applied, when not, and give an anchor example; annotations
 * carry quality marks; `codebook.json` holds groups beside the themes; `memos.json`.
 */
export const twoToThree: RecordChanges = {
  theme: (theme) => ({ inclusion: '', exclusion: '', example: '', ...theme }),
  annotation: (annotation) => ({ quality: [], ...annotation }),
  document: (document) => document
}

export function codebook3(themes: JsonObject): JsonObject {
  return { themes, groups: {} }
}
