import type { QualityFinding } from '../../../shared/ipc/quality-answers'
import type { AnnotationId, FormulaId } from '../../../shared/model/ids'
import type { FindingKey } from '../../../shared/model/quality-finding'
import { coder } from '../../../shared/testing/sample-records'
import type { QualityEntry, QualityModel } from '../format'
import { exportWords } from '../words'
import { chinese, english, samplePage, sampleReferences } from './sample-models'

function finding(facts: Partial<QualityFinding> & Pick<QualityFinding, 'kind'>, at: number): QualityFinding {
  return {
    key: `${english.id}.${facts.kind}.${String(at).padStart(16, '0')}` as FindingKey,
    start: at * 20,
    end: at * 20 + 10,
    words: '',
    isMissing: false,
    says: '',
    other: '',
    marks: [],
    annotation: null,
    formula: null,
    ...facts
  }
}

const entries: readonly QualityEntry[] = [
  {
    finding: finding(
      {
        kind: 'hand',
        words: 'handed in <once>',
        says: 'handed in <once>',
        marks: ['calque', 'doubtful'],
        annotation: 'a1' as AnnotationId
      },
      1
    ),
    status: 'confirmed',
    decision: null,
    place: '¶ 1'
  },
  {
    finding: finding(
      { kind: 'figure', words: '三百', isMissing: true, says: '=Thirty & more forms.', other: '三百张表。' },
      2
    ),
    status: 'open',
    decision: null,
    place: 'p. 1, ¶ 2'
  },
  {
    finding: finding({ kind: 'leftOut', words: '没有人等。', isMissing: true, other: '没有人等。' }, 3),
    status: 'open',
    decision: null,
    place: '¶ 2'
  },
  {
    finding: finding(
      {
        kind: 'formula',
        words: '只交一次',
        isMissing: true,
        says: 'Forms go in.',
        other: '表格只交一次。',
        formula: 'f1' as FormulaId
      },
      4
    ),
    status: 'dismissed',
    decision: { status: 'dismissed', coder: coder.id, time: '2024-05-06T07:08:09.000Z' },
    place: '¶ 2'
  }
]

/** A whole model of a report on wording; each test says only what it is about. */
export function sampleQuality(facts: Partial<QualityModel> = {}): QualityModel {
  return {
    ...sampleReferences,
    page: { ...samplePage, title: 'The harbour office – Translation quality' },
    words: exportWords('en'),
    language: 'en',
    contents: {
      text: () => Promise.reject(new Error('a report reads no texts')),
      original: async () => null
    },
    document: english,
    against: chinese,
    entries,
    ...facts
  }
}
