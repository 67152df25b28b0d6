import { catalogues } from '../../../shared/locales/catalogues'
import type { QualityEntry, QualityModel } from '../format'
import { findingWords, qualityFacts, qualityHint, qualitySections } from '../quality/quality-sections'
import { type Layout, type LayoutBlock, type Paragraph, text } from './blocks'
import { layoutOf } from './layout-of'
import { titleBlock } from './title-block'

/** A report on the wording of a version, on pages across: a table of what is confirmed, and one of what waits. */
export function qualityLayout(model: QualityModel): Layout {
  return layoutOf(model, blocksOf(model), { landscape: true })
}

/** The shares of the page of place, finding, this version and the other. */
const widths = [0.13, 0.23, 0.32, 0.32]

async function* blocksOf(model: QualityModel): AsyncGenerator<LayoutBlock> {
  const { page, language } = model
  const words = catalogues[language].qualityExport
  yield* titleBlock(page, language, qualityFacts(model))
  yield { kind: 'paragraph', style: 'facts', inlines: [text(qualityHint(model))] }
  for (const { heading, entries } of qualitySections(model)) {
    yield { kind: 'paragraph', style: 'heading1', inlines: [text(heading)], withNext: true }
    yield {
      kind: 'table',
      widths,
      head: [words.place, words.finding, words.here, words.there].map((each) => [
        { kind: 'paragraph', style: 'tableHead', inlines: [text(each)] }
      ]),
      rows: entries.map((entry) => cellsOf(entry, model))
    }
  }
}

function cellsOf(entry: QualityEntry, model: QualityModel): Paragraph[][] {
  const { finding, place } = entry
  const { kind, about, note } = findingWords(entry, model)
  const own = model.document.language
  const other = model.against?.language ?? 'und'
  const cell = (words: string, language?: string): Paragraph => ({
    kind: 'paragraph',
    style: 'tableText',
    inlines: [text(words)],
    ...(language && { language })
  })
  const said = finding.says === '' && finding.kind === 'leftOut' ? leftOut(model) : cell(finding.says, own)
  return [
    [cell(place)],
    [
      { kind: 'paragraph', style: 'tableText', inlines: [text(kind, { style: 'label' })] },
      ...(about === ''
        ? []
        : [cell(about, finding.kind === 'hand' ? undefined : finding.isMissing ? other : own)]),
      ...(note === '' ? [] : [cell(note)])
    ],
    [said],
    [cell(finding.other, other)]
  ]
}

function leftOut({ words }: QualityModel): Paragraph {
  return { kind: 'paragraph', style: 'tableText', inlines: [text(words.leftOut, { style: 'leftOut' })] }
}
