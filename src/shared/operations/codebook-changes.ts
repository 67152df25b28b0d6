import type { Annotation } from '../model/annotation'
import { hasTheme, withTheme } from '../model/codings'
import type { AnnotationId, ThemeId } from '../model/ids'
import type { ProjectState } from '../model/state'
import type { Theme } from '../model/theme'
import type { Batch, SimpleOperation } from './operation'

/** The batch that splits a theme: a new one beside it takes over some of its annotations. */
export function splitTheme(
  state: ProjectState,
  from: ThemeId,
  theme: Omit<Theme, 'order'>,
  moved: ReadonlySet<AnnotationId>,
  now: string
): Batch | null {
  const old = state.themes[from]
  if (!old) return null
  const operations: SimpleOperation[] = [{ type: 'theme.add', theme, index: old.order + 1 }]
  for (const annotation of allOf(state))
    if (moved.has(annotation.id) && hasTheme(annotation, from))
      operations.push(rethemed(annotation, from, theme.id, now))
  return { type: 'batch', label: 'splitTheme', operations }
}

export function* allOf(state: ProjectState): Generator<Annotation> {
  for (const own of state.annotations.values()) yield* own.values()
}

function rethemed(
  { document, id, codings }: Annotation,
  from: ThemeId,
  into: ThemeId,
  now: string
): SimpleOperation {
  const patch = { codings: withTheme(codings, from, into), modified: now }
  return { type: 'annotation.update', document, id, patch }
}
