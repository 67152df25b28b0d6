import { placeText } from '../../shared/excerpts/citation'
import { surroundings } from '../../shared/excerpts/context'
import { locatorOf } from '../../shared/excerpts/locator'
import type { AnnotationQuery } from '../../shared/ipc/annotation-query'
import type { AnnotationArrangement } from '../../shared/ipc/annotation-view'
import type { ListedAnnotation, ListHeading } from '../../shared/ipc/answers'
import { catalogues, type Language } from '../../shared/locales/catalogues'
import type { Annotation } from '../../shared/model/annotation'
import { canonicalText } from '../../shared/text/canonical'
import { arranged, themesAskedFor } from '../export/model/arrange'
import { exportWords } from '../export/words'
import type { Session } from '../project/session'
import { isAnchoredInCurrentRevision } from '../services/texts'

/** An annotation of a list, under its heading; null where there are none. */
export interface AnnotationRow {
  readonly annotation: Annotation
  readonly heading: ListHeading | null
}

interface ArrangedList {
  readonly key: string
  readonly rows: readonly AnnotationRow[]
}

/** Pages of a list are asked for one by one: the last arrangement of each list is kept as long as the list is. */
const arrangements = new WeakMap<readonly Annotation[], ArrangedList>()

/** The rows of a list as they are wanted: an annotation with several themes is a row under each where they are headings. */
export function arrangedRows(
  { state }: Session,
  found: readonly Annotation[],
  arrangement: AnnotationArrangement,
  { filter, language }: { readonly filter: AnnotationQuery; readonly language: Language }
): readonly AnnotationRow[] {
  const key = JSON.stringify([arrangement, language])
  const known = arrangements.get(found)
  if (known?.key === key) return known.rows
  const { citation, chosen } = catalogues[language]
  const { group, sort, descending } = arrangement
  const parts = arranged(found, {
    state,
    themes: themesAskedFor(state.themes, filter.themes),
    options: { group, sort, coders: null },
    words: { undated: citation.undated, noThemes: chosen.noThemes }
  })
  const groups: AnnotationRow[][] = [[]]
  let heading: ListHeading | null = null
  for (const part of parts) {
    if (part.kind === 'heading') {
      heading = { at: groups.length, words: part.text }
      groups.push([])
    } else groups.at(-1)?.push({ annotation: part.passage, heading })
  }
  const rows = groups.flatMap((own) => (descending ? own.reverse() : own))
  arrangements.set(found, { key, rows })
  return rows
}

/** What the window shows of a row: the place in words, and the sentence it stands in where that is wanted. */
export async function listedRow(
  session: Session,
  { annotation, heading }: AnnotationRow,
  { language, context }: { readonly language: Language; readonly context: boolean }
): Promise<ListedAnnotation> {
  const { selector } = annotation
  const text = await session.contents.text(selector.revision)
  const settled = isAnchoredInCurrentRevision(session.state, annotation)
  const row = { annotation, heading, settled, place: '', sentence: null }
  if (!text.ok) return row
  const { blocks } = text.value
  const place = locatorOf(blocks, selector)
  const isThere = context && canonicalText(blocks).startsWith(selector.exact, selector.start)
  const document = session.state.documents.get(annotation.document)
  const quoted = { blocks, language: document?.language ?? '', furniture: document?.furniture ?? [] }
  const about = isThere ? surroundings(quoted, selector, { unit: 'sentence' }) : null
  return {
    ...row,
    place: place ? placeText(place, exportWords(language)) : '',
    sentence: about && { before: about.before, after: about.after }
  }
}
