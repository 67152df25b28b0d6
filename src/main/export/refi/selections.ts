import type { Annotation } from '../../../shared/model/annotation'
import type { Coding } from '../../../shared/model/coding'
import type { Guid } from '../../../shared/model/guid'
import type { CoderId } from '../../../shared/model/ids'
import { type EntityGuids, guidOfPart } from '../../project/entity-guid'

/** A selection of a text as one coder's: what other programs know of a passage. */
interface CodedSelection {
  readonly guid: Guid
  readonly coder: CoderId
  readonly created: string
  readonly codings: readonly (Coding & { readonly guid: Guid })[]
  /** Whether it says what is known of the passage as a whole: its memo, when it was changed. */
  readonly isFirst: boolean
}

/**
 * A passage as selections: one of the coder who made it, and one for each other coder who put a theme on it, since
 * QualCoder knows but one coder of a selection. The GUIDs of the others are made from the first one's and the coder's.
 */
function selectionsOf(
  annotation: Annotation,
  guids: EntityGuids,
  coderGuid: (id: CoderId) => Guid
): CodedSelection[] {
  const guid = guids.of('annotation', annotation)
  const of = (coder: CoderId) =>
    annotation.codings
      .filter((coding) => coding.coder === coder)
      .map((coding) => ({ ...coding, guid: guids.made('coding', codingKey(annotation, coding)) }))
  const others = new Set(annotation.codings.map(({ coder }) => coder))
  others.delete(annotation.coder)
  const { coder, created } = annotation
  return [
    { guid, coder, created, codings: of(coder), isFirst: true },
    ...Array.from(others, (other) => ({
      guid: guidOfPart(guid, coderGuid(other)),
      coder: other,
      created,
      codings: of(other),
      isFirst: false
    }))
  ]
}

/** One selection as it is written, with its memo. */
export interface PassageToWrite {
  readonly annotation: Annotation
  readonly selection: CodedSelection
  readonly memo: string
}

/**
 * The passages of a text as selections. QualCoder stops at a second selection without a code that one coder made on the
 * same words: such are joined, with all their memos, and counted.
 */
export function passagesToWrite(
  annotations: readonly Annotation[],
  { guids, coderGuid }: { readonly guids: EntityGuids; readonly coderGuid: (id: CoderId) => Guid }
): { readonly passages: readonly PassageToWrite[]; readonly joined: number } {
  let joined = 0
  const uncoded = new Map<string, { annotation: Annotation; selection: CodedSelection; memo: string }>()
  const passages = annotations.flatMap((annotation) =>
    selectionsOf(annotation, guids, coderGuid).flatMap((selection) => {
      const own = { annotation, selection, memo: selection.isFirst ? annotation.memo : '' }
      if (selection.codings.length > 0) return [own]
      const { start, end } = annotation.selector
      const key = `${start} ${end} ${selection.coder}`
      const there = uncoded.get(key)
      if (!there) {
        uncoded.set(key, own)
        return [own]
      }
      if (own.memo !== there.memo)
        there.memo = [there.memo, own.memo].filter((memo) => memo !== '').join('\n\n')
      joined++
      return []
    })
  )
  return { passages, joined }
}

function codingKey({ document, id }: Annotation, { theme, coder }: Coding): string {
  return [document, id, theme, coder].join(' ')
}
