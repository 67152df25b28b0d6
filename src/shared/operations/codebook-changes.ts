import type { Annotation } from '../model/annotation'
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
    if (moved.has(annotation.id) && annotation.themes.includes(from))
      operations.push(rethemed(annotation, replaced(annotation.themes, from, theme.id), now))
  return { type: 'batch', label: 'splitTheme', operations }
}

export function* allOf(state: ProjectState): Generator<Annotation> {
  for (const own of state.annotations.values()) yield* own.values()
}

function rethemed({ document, id }: Annotation, themes: ThemeId[], now: string): SimpleOperation {
  return { type: 'annotation.update', document, id, patch: { themes, modified: now } }
}

/** One theme in another's place; where both were there, once. */
function replaced(themes: readonly ThemeId[], from: ThemeId, into: ThemeId): ThemeId[] {
  return [...new Set(themes.map((id) => (id === from ? into : id)))]
}
