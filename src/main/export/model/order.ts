import type { ExportOptions } from '../../../shared/export/export-options'
import { inTextOrder } from '../../../shared/model/annotation-index'
import type { VariorumDocument } from '../../../shared/model/document'
import type { CoderId, DocumentId, ThemeId } from '../../../shared/model/ids'
import type { Coder } from '../../../shared/model/project'
import type { ProjectState } from '../../../shared/model/state'
import { subtree } from '../../../shared/operations/theme-order'
import { fold } from '../../../shared/text/fold'
import { byName, naturalOrder } from '../../../shared/text/natural-order'
import type { Passage } from './passage'

/** A passage to be sorted, with its words where the order goes by them. */
export interface SortedPassage extends Passage {
  readonly selector: Passage['selector'] & { readonly exact?: string }
}

/** What passages are sorted by. */
export interface SortedIn {
  readonly state: Pick<ProjectState, 'documents' | 'themes' | 'info'>
  /** The themes that were asked for, with those below them; null where all count. */
  readonly themes: ReadonlySet<ThemeId> | null
  readonly options: Pick<ExportOptions, 'coders'> & { readonly sort: ExportOptions['sort'] | 'quote' }
}

/**
 * Passages in an order that is total: by what was asked for, then by the title of the text, the text itself, the place in
 * it. What has no date, theme or coder comes last.
 */
export function sorted<P extends SortedPassage>(passages: readonly P[], sortedIn: SortedIn): P[] {
  const key = keyOf(sortedIn)
  const inText = textOrder(sortedIn.state.documents)
  return passages
    .map((passage) => ({ passage, key: key(passage) }))
    .sort((a, b) => compare(a.key, b.key) || inText(a.passage, b.passage))
    .map(({ passage }) => passage)
}

const noDate = '\uFFFF'

/** What comes first in the order. Keys of one order are of one type. */
function keyOf({ state, themes, options }: SortedIn): (passage: SortedPassage) => number | string {
  switch (options.sort) {
    case 'text':
    case 'document':
      return () => 0
    case 'quote':
      return ({ selector }) => fold(selector.exact ?? '').text
    case 'created':
      return ({ created }) => created
    case 'date':
      return ({ document: id }) => dateOf(state.documents.get(id))?.date ?? noDate
    case 'coder': {
      const places = placesOf(Object.values<Coder>(state.info.coders).sort(byName))
      return ({ coder }) => places.get(coder) ?? places.size
    }
    case 'theme': {
      const places = placesOf(subtree(state.themes, null))
      return (each) =>
        Math.min(
          places.size,
          ...themesHere(each, themes, options.coders).map((id) => places.get(id) ?? places.size)
        )
    }
  }
}

function textOrder(documents: ProjectState['documents']): (a: SortedPassage, b: SortedPassage) => number {
  const title = (id: DocumentId) => documents.get(id)?.title ?? ''
  return (a, b) =>
    a.document === b.document
      ? inTextOrder(a, b)
      : naturalOrder(title(a.document), title(b.document)) || compare(a.document, b.document)
}

/** The themes of a passage, each once: of those that were asked for, and put there by one of the coders who count. */
export function themesHere(
  { codings }: Pick<Passage, 'codings'>,
  themes: ReadonlySet<ThemeId> | null,
  coders: readonly CoderId[] | null
): ThemeId[] {
  const own = codings.filter(
    ({ theme, coder }) => (!themes || themes.has(theme)) && (!coders || coders.includes(coder))
  )
  return [...new Set(own.map(({ theme }) => theme))]
}

/** The day, month or year that a text is of: when it was published, else when what it tells of happened. */
export function dateOf(document: VariorumDocument | undefined): VariorumDocument['published'] {
  return document?.published ?? document?.event ?? null
}

/** The place of each thing in a list, from 0. */
export function placesOf<Id>(list: readonly { readonly id: Id }[]): Map<Id, number> {
  return new Map(list.map(({ id }, at) => [id, at]))
}

export function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
