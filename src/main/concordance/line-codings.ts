import type { LineCoding } from '../../shared/concordance/lines'
import { themesOf } from '../../shared/model/codings'
import type { ContentHash, DocumentId, ThemeId } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import type { ProjectState } from '../../shared/model/state'
import type { Theme } from '../../shared/model/theme'
import { passagesIn } from '../services/passages'

/** The highlights that share characters with a stretch of a text; none where the text is another by now. */
export function codingsOn(
  state: ProjectState,
  document: DocumentId,
  revision: ContentHash,
  start: number,
  end: number
): LineCoding[] {
  const passages = passagesIn(state, document)
  if (passages?.revision !== revision) return []
  return passages.within(span(start, end)).map((annotation) => ({
    annotation: annotation.id,
    themes: themesOf(annotation),
    coders: [...new Set([annotation.coder, ...annotation.codings.map(({ coder }) => coder)])],
    covers: annotation.selector.start <= start && annotation.selector.end >= end,
    doubtful: annotation.quality.includes('doubtful')
  }))
}

/** The place of every theme in the codebook, from its top to its end, each before those below it. */
function codebookOrder(themes: Readonly<Record<ThemeId, Theme>>): ReadonlyMap<ThemeId, number> {
  const children = new Map<ThemeId | null, Theme[]>()
  for (const theme of Object.values<Theme>(themes))
    children.set(theme.parent, [...(children.get(theme.parent) ?? []), theme])
  const order = new Map<ThemeId, number>()
  const visit = (parent: ThemeId | null) => {
    for (const { id } of (children.get(parent) ?? []).toSorted((a, b) => a.order - b.order)) {
      if (order.has(id)) continue
      order.set(id, order.size)
      visit(id)
    }
  }
  visit(null)
  return order
}

/** Gives the themes over a stretch with those above them: its own first, in the order of the codebook. */
export function themesOver(
  state: ProjectState
): (document: DocumentId, revision: ContentHash, start: number, end: number) => ThemeId[] {
  const order = codebookOrder(state.themes)
  const place = (id: ThemeId) => order.get(id) ?? order.size
  return (document, revision, start, end) => {
    const own = new Set(codingsOn(state, document, revision, start, end).flatMap(({ themes }) => themes))
    const all = new Set([...own].sort((a, b) => place(a) - place(b)))
    for (const id of own)
      for (
        let at = state.themes[id]?.parent ?? null;
        at !== null && !all.has(at);
        at = state.themes[at]?.parent ?? null
      )
        all.add(at)
    return [...all]
  }
}
