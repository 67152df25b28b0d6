import { z } from 'zod'

/** In which order annotations are listed, and under which headings. */
export const AnnotationArrangement = z.object({
  /** By theme, an annotation stands once under each of its themes. */
  group: z.enum(['none', 'theme', 'document', 'date', 'coder']),
  sort: z.enum(['text', 'quote', 'theme', 'document', 'date', 'coder', 'created']),
  /** The order under each heading turned round; headings keep theirs. */
  descending: z.boolean()
})
export type AnnotationArrangement = z.infer<typeof AnnotationArrangement>

/** Whether it asks for another order than that of the texts. */
export function isArranged({ group, sort, descending }: AnnotationArrangement): boolean {
  return group !== 'none' || sort !== 'text' || descending
}

/** How the annotations of a project are shown. */
export const AnnotationView = AnnotationArrangement.extend({ shape: z.enum(['cards', 'table']) })
export type AnnotationView = z.infer<typeof AnnotationView>
