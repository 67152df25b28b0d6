/** The columns beside the title; an attribute of the project's own stands as `attribute:` and its name. */
export const libraryFacts = [
  'rendering',
  'language',
  'published',
  'event',
  'publisher',
  'source',
  'credit',
  'words',
  'annotations',
  'added'
] as const
export type LibraryFact = (typeof libraryFacts)[number]
export type LibraryColumn = LibraryFact | `attribute:${string}`
