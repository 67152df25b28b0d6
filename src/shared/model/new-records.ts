import type { Annotation, Selector } from './annotation'
import { codingsOf } from './codings'
import type { CoderId, DocumentId, ThemeId } from './ids'
import { newId } from './new-id'
import type { Theme } from './theme'

/** A theme that nothing is said of yet but its name. */
export function newTheme(
  name: string,
  colour: string,
  parent: ThemeId | null,
  facts: Partial<Pick<Theme, 'id' | 'description' | 'inclusion' | 'exclusion' | 'example'>> = {}
): Omit<Theme, 'order'> {
  const none = { description: '', inclusion: '', exclusion: '', example: '' }
  return { id: newId.theme(), name, colour, parent, ...none, ...facts }
}

/** A passage that has just been highlighted, or was by another program some time ago. */
export function newAnnotation(
  document: DocumentId,
  selector: Selector,
  coder: CoderId,
  {
    themes = [],
    ...facts
  }: Partial<
    Pick<Annotation, 'memo' | 'quality' | 'parallel' | 'created' | 'modified' | 'codings' | 'guid'>
  > & {
    /** Themes that its coder puts on it at once. */
    readonly themes?: readonly ThemeId[]
  } = {}
): Annotation {
  const created = facts.created ?? new Date().toISOString()
  const codings = codingsOf(themes, coder, created)
  const none = { codings, quality: [], memo: '', proposal: null, parallel: null }
  return { id: newId.annotation(), document, coder, created, modified: created, selector, ...none, ...facts }
}
