import type { Json, JsonObject, RecordChanges } from './old-file'

/**
 * Format 3 to 4. New in 4: a document names all works that it is a version of and has attributes; works have an order; annotations that
 * say the same in different versions share a `parallel`.
 */
export const threeToFour: RecordChanges = {
  info: (info) => info,
  theme: (theme) => theme,
  annotation: (annotation) => ({ parallel: null, ...annotation }),
  document: (document) => ({ attributes: {}, ...withWorks(document) }),
  part: withWorks,
  work: (work) => ({ order: [], ...work })
}

function withWorks({ work, ...document }: JsonObject): JsonObject {
  return work === undefined ? document : { ...document, works: listOf(work) }
}

function listOf(work: Json): Json[] {
  return work === null ? [] : [work]
}
