import { z } from 'zod'

/** What a person should know of how a file was read; `count` is how often. */
export const ImportWarning = z.object({
  key: z.enum([
    'trackedChanges',
    'comments',
    'picturesLeftOut',
    'partsLeftOut',
    'textsLeftOut',
    'sourcesLeftOut',
    'referencesLeftOut',
    'passagesWithoutQuote',
    'replacementCharacters',
    'pagesWithoutText',
    'controlCharacters'
  ]),
  count: z.int().min(1)
})
export type ImportWarning = z.infer<typeof ImportWarning>
