import type { RecordChanges } from './old-file'

/** Format 4 to 5. New in 5: a state of a text may be what another program's highlights quote of it. No record of format 4 changes. */
export const fourToFive: RecordChanges = {
  info: (info) => info,
  theme: (theme) => theme,
  annotation: (annotation) => annotation,
  document: (document) => document,
  part: (part) => part,
  work: (work) => work
}
