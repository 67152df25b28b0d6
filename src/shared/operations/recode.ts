import type { Annotation } from '../model/annotation'
import type { ThemeId } from '../model/ids'
import type { QualityMark } from '../model/quality'
import type { SimpleOperation } from './operation'

/** What is done to many annotations at once. */
export interface Recoding {
  readonly add: readonly ThemeId[]
  readonly remove: readonly ThemeId[]
  readonly mark: readonly QualityMark[]
  readonly unmark: readonly QualityMark[]
}

/** The operation that recodes one annotation; null where it changes nothing. */
export function recoded(annotation: Annotation, recoding: Recoding, now: string): SimpleOperation | null {
  const themes = merged(annotation.themes, recoding.add, recoding.remove)
  const quality = merged(annotation.quality, recoding.mark, recoding.unmark)
  if (same(themes, annotation.themes) && same(quality, annotation.quality)) return null
  const { document, id } = annotation
  return { type: 'annotation.update', document, id, patch: { themes, quality, modified: now } }
}

function merged<T>(own: readonly T[], add: readonly T[], remove: readonly T[]): T[] {
  return [...new Set([...own.filter((each) => !remove.includes(each)), ...add])]
}

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index])
}
