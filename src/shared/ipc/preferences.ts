import { z } from 'zod'
import { ConcordanceSettings } from '../concordance/settings'
import { AnnotationView } from './annotation-view'
import { LibraryView } from './library-view'

/** What is kept for this person on this computer, outside any project. */
export const Preferences = z.object({
  language: z.enum(['en', 'zh-CN']),
  appearance: z.enum(['light', 'sepia', 'dark']),
  /** The size of everything, 0.8 to 2. */
  scale: z.number().min(0.8).max(2),
  /** How texts are set: type size in pixels, leading as a factor, the width of the column, and so on. */
  reading: z.object({
    size: z.int().min(13).max(30),
    leading: z.number().min(1.2).max(2.4),
    measure: z.enum(['narrow', 'medium', 'wide']),
    typeface: z.enum(['serif', 'sans']),
    justified: z.boolean(),
    hyphenated: z.boolean(),
    numbers: z.boolean(),
    memos: z.boolean(),
    /** Formulae of the register are underlined. */
    formulae: z.boolean(),
    /** A sign stands beside what stands nearly alike in other texts; they are looked through for it. */
    recycled: z.boolean()
  }),
  /** A citation style that ships, or `file:` and the name of an opened one. */
  citationStyle: z.string().min(1).max(300),
  /** Whether the first steps were seen, and put away. */
  welcomed: z.boolean(),
  sidebar: z.boolean(),
  aside: z.boolean(),
  /** The outline of the text, in the side panel. */
  outline: z.boolean(),
  /** How the list of annotations is shown. */
  annotations: AnnotationView,
  /** How the library is shown. */
  library: LibraryView,
  /** The concordance: what counts as the same, and what is shown beside and below each line. */
  concordance: z.object({
    settings: ConcordanceSettings,
    document: z.enum(['whole', 'short', 'none']),
    /** What other versions say, below each line. */
    parallel: z.boolean(),
    /** The steps and figures beside the lines. */
    panel: z.boolean()
  })
})
export type Preferences = z.infer<typeof Preferences>
