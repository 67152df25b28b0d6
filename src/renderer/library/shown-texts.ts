import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { spokenNames } from '../../shared/model/names'
import { groupByWork, type TextGroup } from '../../shared/model/versions'
import type { Work } from '../../shared/model/work'
import { fold } from '../../shared/text/fold'
import { toldApart } from '../../shared/text/told-apart'
import { keepLast } from '../state/keep-last'
import { type ColumnFilters, fitsFilters } from './column-filters'
import { columnsOf } from './columns'
import { type SortColumn, sortDocuments } from './sort-documents'

/** What the library works out of the texts of a project; the last of each is kept for who comes back to it. */

export const textsOf = keepLast(
  (documents: Readonly<Record<DocumentId, VariorumDocument>>): readonly VariorumDocument[] =>
    Object.values(documents)
)

export const columnsOfTexts = keepLast(columnsOf)

/** The texts that have some words in what they are called by and pass the filters of columns, sorted. */
export const shownTexts = keepLast(
  (
    texts: readonly VariorumDocument[],
    works: Readonly<Record<WorkId, Work>>,
    words: string,
    filters: ColumnFilters,
    column: SortColumn,
    descending: boolean,
    counts: Readonly<Record<DocumentId, number>>
  ): readonly VariorumDocument[] => {
    const wanted = fold(words.trim()).text
    const hasWords = ({ title, publisher, csl, works: own }: VariorumDocument) =>
      wanted === '' ||
      fold(
        [title, publisher, spokenNames(csl.author), ...own.map((id) => works[id]?.title ?? '')].join('\n')
      ).text.includes(wanted)
    return sortDocuments(
      texts.filter((each) => hasWords(each) && fitsFilters(each, counts[each.id] ?? 0, filters)),
      { column, descending },
      counts
    )
  }
)

/** Sorted by work, the versions of one stand together; otherwise each text is alone. */
export const groupsOfTexts = keepLast(
  (
    texts: readonly VariorumDocument[],
    works: Readonly<Record<WorkId, Work>>,
    column: SortColumn
  ): readonly TextGroup[] =>
    column === 'work'
      ? groupByWork(texts, (id) => works[id])
      : texts.map((each) => ({ work: null, members: [each] }))
)

/** A title longer than this may not have room in its two lines; UTF-16 code units. */
const fittingTitle = 48
/** What of it is left at least, in widths of a Latin letter. */
const leastLeft = 34

/** Titles that are too long to be told apart by their beginnings, each from where it differs from its neighbours. */
export const titlesApart = keepLast((groups: readonly TextGroup[]): ReadonlyMap<DocumentId, string> => {
  const listed = groups.flatMap(({ members }) => members)
  const apart = toldApart(
    listed.map(({ title }) => title),
    leastLeft
  )
  return new Map(
    listed.flatMap(({ id, title }, at): [DocumentId, string][] =>
      title.length > fittingTitle ? [[id, apart[at] ?? title]] : []
    )
  )
})
