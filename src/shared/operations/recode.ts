import type { Annotation } from '../model/annotation'
import { codingsOf } from '../model/codings'
import type { CoderId, ThemeId } from '../model/ids'
import type { QualityMark } from '../model/quality'
import type { SimpleOperation } from './operation'

/** What is done to many annotations at once. */
export interface Recoding {
  readonly add: readonly ThemeId[]
  readonly remove: readonly ThemeId[]
  readonly mark: readonly QualityMark[]
  readonly unmark: readonly QualityMark[]
}

/**
 * The operation that recodes one annotation; null where it changes nothing. Themes are added as `coder`'s, unless they are
 * there already, and removed whoever put them there.
 */
export function recoded(
  annotation: Annotation,
  recoding: Recoding,
  coder: CoderId,
  now: string
): SimpleOperation | null {
  const kept = annotation.codings.filter(({ theme }) => !recoding.remove.includes(theme))
  const fresh = recoding.add.filter((id) => kept.every(({ theme }) => theme !== id))
  const codings = [...kept, ...codingsOf(fresh, coder, now)]
  const quality = merged(annotation.quality, recoding.mark, recoding.unmark)
  if (kept.length === annotation.codings.length && fresh.length === 0 && same(quality, annotation.quality))
    return null
  const { document, id } = annotation
  return { type: 'annotation.update', document, id, patch: { codings, quality, modified: now } }
}

function merged<T>(own: readonly T[], add: readonly T[], remove: readonly T[]): T[] {
  return [...new Set([...own.filter((each) => !remove.includes(each)), ...add])]
}

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index])
}
