import type { ExportOptions } from '../../../shared/export/export-options'
import { catalogues } from '../../../shared/locales/catalogues'
import { formulaName } from '../../../shared/model/formula-name'
import type { FormulaEntry, FormulaeModel } from '../format'
import { glossaryFacts, glossaryRenderings } from '../glossary/glossary-entry'
import { type Layout, type LayoutBlock, lines, type Paragraph, text } from './blocks'
import { layoutOf } from './layout-of'
import { layoutWords } from './layout-words'
import { memoLines } from './memo-lines'
import { titleBlock } from './title-block'

/** The register as a glossary: every formula with its meaning and a table of its accepted renderings. */
export function glossaryLayout(model: FormulaeModel, options: ExportOptions): Layout {
  return layoutOf(model, blocksOf(model, options))
}

async function* blocksOf(model: FormulaeModel, options: ExportOptions): AsyncGenerator<LayoutBlock> {
  const { entries, language, page } = model
  const words = catalogues[language].formulaeExport
  yield* titleBlock(page, language, [[words.title, String(entries.length)]])
  if (options.contents) yield { kind: 'contents', heading: layoutWords(language).contents }
  for (const entry of entries) yield* entryBlocks(model, entry, options)
}

function* entryBlocks(
  { language, info }: FormulaeModel,
  entry: FormulaEntry,
  options: ExportOptions
): Generator<LayoutBlock> {
  const { formula } = entry
  const words = catalogues[language].formulaeExport
  const { colon } = layoutWords(language)
  yield {
    kind: 'paragraph',
    style: 'heading2',
    inlines: [
      text(formulaName(formula)),
      ...(formula.pinyin === '' ? [] : [text(`  ${formula.pinyin}`, { style: 'number' })])
    ],
    language: formula.forms.length > 0 ? 'zh' : 'en',
    withNext: true
  }
  for (const line of lines(formula.gloss))
    yield { kind: 'paragraph', style: 'body', inlines: [text(line)], withNext: true }
  for (const { term, said } of glossaryFacts(entry, info, language))
    yield {
      kind: 'paragraph',
      style: 'facts',
      inlines: [text(`${term}${colon}`, { style: 'label' }), text(said)],
      withNext: true
    }
  const renderings = glossaryRenderings(entry)
  if (renderings.length > 0)
    yield {
      kind: 'table',
      widths: [0.5, 0.14, 0.16, 0.2],
      head: [words.rendering, words.places, words.seen, words.note].map((each) => [cell(each, 'tableHead')]),
      rows: renderings.map(({ rendering, places, seen }) => [
        [cell(rendering.words, 'tableText', rendering.language)],
        [cell(places)],
        [cell(seen)],
        [cell(rendering.note)]
      ])
    }
  if (options.memos !== 'none')
    for (const line of memoLines(formula.memo)) yield { kind: 'paragraph', style: 'memo', inlines: line }
}

function cell(words: string, style: Paragraph['style'] = 'tableText', language?: string): Paragraph {
  return { kind: 'paragraph', style, inlines: [text(words)], ...(language && { language }) }
}
