import type { AnnotationId, DocumentId, FormulaId } from '../model/ids'
import type { QualityMark } from '../model/quality'
import type { FindingDecision, FindingKey } from '../model/quality-finding'

/** What a finding is: marked by hand; a figure or a name that the other version does not have, or that stands only there; a
 * sentence that is left out; a formula that nothing accepted renders. */
export type FindingKind = 'hand' | 'figure' | 'name' | 'leftOut' | 'formula'

/** Something in the wording of a version. Places are UTF-16 offsets of its present text. */
export interface QualityFinding {
  readonly key: FindingKey
  readonly kind: FindingKind
  /** Where it is, or where it would have to be. */
  readonly start: number
  readonly end: number
  /** The words that it is about, of whichever version has them. */
  readonly words: string
  /** Whether they stand in the other version and not in this one. */
  readonly isMissing: boolean
  /** What this version says there; empty where it leaves it out. */
  readonly says: string
  /** What the other version says; empty where nothing is held against it. */
  readonly other: string
  /** Of a mark by hand. */
  readonly marks: readonly QualityMark[]
  readonly annotation: AnnotationId | null
  readonly formula: FormulaId | null
}

export const findingStatuses = ['open', 'confirmed', 'dismissed'] as const
export type FindingStatus = (typeof findingStatuses)[number]

/** What was decided on a finding. What a person marked is a fault until somebody says otherwise. */
export function findingStatus(
  decisions: Readonly<Record<string, FindingDecision>>,
  { key, kind }: Pick<QualityFinding, 'key' | 'kind'>
): FindingStatus {
  const decided = Object.hasOwn(decisions, key) ? decisions[key] : undefined
  return decided?.status ?? (kind === 'hand' ? 'confirmed' : 'open')
}

export interface QualityReport {
  readonly document: DocumentId
  /** What it was held against; null where it has no other version. */
  readonly against: DocumentId | null
  /** In the order of the text. */
  readonly findings: readonly QualityFinding[]
}

export interface QualityAnswers {
  'quality.report': QualityReport
}
