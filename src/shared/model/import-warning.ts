import { z } from 'zod'

/** What a value that a file brings is for; by these it is told which could not be kept as they were. */
export const ImportField = z.enum([
  'title',
  'language',
  'author',
  'publisher',
  'source',
  'credit',
  'date',
  'attributes',
  'notes',
  'encoding',
  'fileName',
  'work',
  'memo',
  'theme',
  'description',
  'colour',
  'coder',
  'group',
  'quote',
  'reference',
  'block'
])
export type ImportField = z.infer<typeof ImportField>

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
    'codesUnknown',
    'codesJoined',
    'codesNameless',
    'codesRaised',
    'referencesLeftOut',
    'passagesWithoutQuote',
    'passagesOutsideText',
    'passagesToConfirm',
    'passagesNotFound',
    'replacementCharacters',
    'pagesWithoutText',
    'controlCharacters',
    'fieldsCut',
    'fieldsChanged',
    'entriesLeftOut',
    'encodingGuessed',
    'encodingNotAsDeclared',
    'cuesWithoutTime',
    'embeddedLeftOut',
    'garbledCharacters',
    'pagesLeftOut'
  ]),
  count: z.int().min(1),
  /** Of what it is told, where that has names; not all of them where they are many. */
  names: z.array(z.string().max(200)).max(20).optional(),
  /** Which fields it is told of, where it is told of fields. */
  fields: z.array(ImportField).optional()
})
export type ImportWarning = z.infer<typeof ImportWarning>
