import type { ConcordanceModel, ConcordanceRow } from '../format'
import { groupsOfRows, rowPlace } from '../model/concordance-rows'
import { type Layout, type LayoutBlock, type Paragraph, text } from './blocks'
import { layoutOf } from './layout-of'
import { layoutWords } from './layout-words'
import { titleBlock } from './title-block'
import { versionLabel } from './version-label'

/** A concordance on pages across: a table for each group, the hit in the middle. */
export function linesLayout(model: ConcordanceModel): Layout {
  return layoutOf(model, blocksOf(model), { landscape: true, isNamed: true })
}

/** The shares of the page of number, left, hit, right and place. */
const widths = [0.06, 0.33, 0.13, 0.31, 0.17]

async function* blocksOf(model: ConcordanceModel): AsyncGenerator<LayoutBlock> {
  const { language, steps, rows } = model
  const { rows: rowsWord } = layoutWords(language)
  yield* titleBlock(model.page, language, [
    ...steps.map((step, at): [string, string] => [String(at + 1), step]),
    [rowsWord, String(rows.length)]
  ])
  for (const { group, rows: own } of groupsOfRows(model)) {
    if (group !== null)
      yield {
        kind: 'paragraph',
        style: 'heading1',
        inlines: [text(`${group || '–'} (${own.length})`)],
        withNext: true
      }
    yield { kind: 'table', widths, head: null, rows: own.map((row) => cellsOf(model, row)) }
  }
}

function cellsOf(model: ConcordanceModel, row: ConcordanceRow): Paragraph[][] {
  const language = model.documents.get(row.document)?.language ?? 'und'
  const said = (words: string): Paragraph => ({
    kind: 'paragraph',
    style: 'tableText',
    language,
    inlines: [text(words)]
  })
  const answers = row.answers.map(({ document: id, text: sentence }): Paragraph => {
    const document = model.documents.get(id)
    const label = text(`${versionLabel(document, model.words)} `, { style: 'label' })
    const shown =
      sentence === ''
        ? text(model.words.leftOut, { style: 'leftOut' })
        : text(sentence, { language: document?.language ?? 'und' })
    return { kind: 'paragraph', style: 'tableText', inlines: [label, shown] }
  })
  const hit: Paragraph = {
    kind: 'paragraph',
    style: 'tableText',
    language,
    inlines: [text(row.hit, { style: 'highlighted' })]
  }
  return [
    [{ kind: 'paragraph', style: 'tableText', inlines: [text(String(row.line), { style: 'number' })] }],
    [said(row.left.trimEnd())],
    [hit],
    [said(row.right.trimStart()), ...answers],
    [{ kind: 'paragraph', style: 'tableText', inlines: [text(rowPlace(model, row))] }]
  ]
}
