import type { Rendering, VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'

/** A version while its work is put together. */
export interface GatheredVersion {
  readonly document: DocumentId
  readonly rendering: Rendering
}

export function gathered({ id, rendering }: VariorumDocument): GatheredVersion {
  return { document: id, rendering }
}

/** The list with one version a place earlier or later; as it is at either end. */
export function moved(
  versions: readonly GatheredVersion[],
  at: number,
  by: 1 | -1
): readonly GatheredVersion[] {
  const [one, other] = [versions[at], versions[at + by]]
  if (!one || !other) return versions
  return versions.with(at, other).with(at + by, one)
}

/** The list with the versions of another that it lacks, at its end. */
export function joined(
  versions: readonly GatheredVersion[],
  more: readonly GatheredVersion[]
): readonly GatheredVersion[] {
  const known = new Set(versions.map((each) => each.document))
  return [...versions, ...more.filter((each) => !known.has(each.document))]
}
