import type { FindingStatus } from '../../../shared/ipc/quality-answers'
import { catalogues } from '../../../shared/locales/catalogues'
import type { QualityEntry, QualityModel } from '../format'
import { versionName } from '../text-words'

/** What pages show: what is confirmed, then what waits. What was dismissed is counted, and stands in tables. */
const shown: readonly FindingStatus[] = ['confirmed', 'open']

export interface QualitySection {
  readonly heading: string
  readonly entries: readonly QualityEntry[]
}

/** The findings under what was decided on them; what has none is left out. */
export function qualitySections({ entries, language }: QualityModel): QualitySection[] {
  const { statuses } = catalogues[language].quality
  return shown.flatMap((status) => {
    const own = entries.filter((each) => each.status === status)
    return own.length > 0 ? [{ heading: `${statuses[status]} (${own.length})`, entries: own }] : []
  })
}

/** What the version was held against, and how much was decided. */
export function qualityFacts(model: QualityModel): (readonly [label: string, value: string])[] {
  const { entries, language, against, words } = model
  const { quality, qualityExport } = catalogues[language]
  const count = (status: FindingStatus) => entries.filter((each) => each.status === status).length
  return [
    [
      qualityExport.heldAgainst,
      against ? `${versionName(against, words)} · ${against.title}` : quality.alone
    ],
    ...(['confirmed', 'open', 'dismissed'] as const).map(
      (status) => [quality.statuses[status], String(count(status))] as const
    )
  ]
}

/** What a finding is, in words: its kind, and what it is about. */
export function findingWords(
  { finding: { kind, words, marks, isMissing } }: QualityEntry,
  { language, words: { marks: names } }: QualityModel
): { readonly kind: string; readonly about: string; readonly note: string } {
  const { quality } = catalogues[language]
  const isOfFigures = kind !== 'hand' && kind !== 'leftOut'
  return {
    kind: quality.kinds[kind],
    about: kind === 'hand' ? marks.map((each) => names[each]).join(', ') : kind === 'leftOut' ? '' : words,
    note: isOfFigures ? (isMissing ? quality.onlyThere : quality.onlyHere) : ''
  }
}

/** The sentence that says how findings come about. */
export function qualityHint({ language }: Pick<QualityModel, 'language'>): string {
  return catalogues[language].quality.hint
}
