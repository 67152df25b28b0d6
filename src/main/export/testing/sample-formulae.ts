import type { CountedFormula, FormulaCounts } from '../../../shared/formulae/formula-answers'
import type { FormulaId, RenderingId } from '../../../shared/model/ids'
import { makeFormula, makeRendering } from '../../../shared/testing/sample-records'
import type { FormulaeModel } from '../format'
import { exportWords } from '../words'
import { samplePage, sampleReferences } from './sample-models'

const counts = (count: number, first = '', last = first): FormulaCounts => ({
  count,
  documents: count > 0 ? 1 : 0,
  first,
  last,
  years: {}
})

const forms = {
  ...makeFormula(
    'f1',
    ['表格只交一次', '只交一次表'],
    [
      makeRendering('r1', 'forms are <once> & only once'),
      { ...makeRendering('r2', '=forms go in once'), note: 'Used *before* 2019.' },
      makeRendering('r3', 'one form', 'rejected'),
      makeRendering('r4', 'formulaires une fois', 'accepted', 'fr')
    ]
  ),
  pinyin: 'biǎo gé zhǐ jiāo yí cì',
  gloss: 'Nobody hands in a form twice.',
  members: ['一表', '一次'],
  memo: 'See [[formula:一次]].',
  links: [{ kind: 'partOf' as const, formula: 'f2' as FormulaId }]
}
const windows = {
  ...makeFormula('f2', [], [makeRendering('r5', 'four windows', 'proposed')]),
  kind: 'number' as const
}

const counted: CountedFormula = {
  ...counts(7, '2018', '2020-05-01'),
  id: forms.id,
  forms: counts(2, '2018'),
  renderings: {
    ['r1' as RenderingId]: counts(1, '2019-05-21'),
    ['r2' as RenderingId]: counts(4, '2018', '2020-05-01')
  }
}

/** A whole model of a register; each test says only what it is about. */
export function sampleFormulae(facts: Partial<FormulaeModel> = {}): FormulaeModel {
  return {
    ...sampleReferences,
    info: { ...sampleReferences.info, formulae: { [forms.id]: forms, [windows.id]: windows } },
    page: { ...samplePage, title: 'Formulae' },
    words: exportWords('en'),
    language: 'en',
    contents: {
      text: () => Promise.reject(new Error('a register reads no texts')),
      original: async () => null
    },
    entries: [
      { formula: forms, counted },
      { formula: windows, counted: null }
    ],
    ...facts
  }
}
