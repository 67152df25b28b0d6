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
    'textsMissing',
    'codingsLost',
    'referencesLeftOut',
    'passagesWithoutQuote',
    'replacementCharacters',
    'pagesWithoutText',
    'controlCharacters'
  ]),
  count: z.int().min(1),
  /** Of what it is told, where that has names; not all of them where they are many. */
  names: z.array(z.string().max(200)).max(20).optional()
})
export type ImportWarning = z.infer<typeof ImportWarning>
