import type { Annotation } from '../../../shared/model/annotation'
import type { Coding } from '../../../shared/model/coding'
import type { Guid } from '../../../shared/model/guid'
import type { CoderId } from '../../../shared/model/ids'
import { type EntityGuids, guidOfPart } from '../../project/entity-guid'

/** A selection of a text as one coder's: what other programs know of a passage. */
export interface CodedSelection {
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
export function selectionsOf(
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

function codingKey({ document, id }: Annotation, { theme, coder }: Coding): string {
  return [document, id, theme, coder].join(' ')
}
