import type { ConcordanceModel, ConcordanceRow } from '../format'
import { aroundSaid, besideHit, groupsOfRows, rowPlace } from '../model/concordance-rows'
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
  const answers = row.answers.map((answer): Paragraph => {
    const document = model.documents.get(answer.document)
    const label = text(`${versionLabel(document, model.words)} `, { style: 'label' })
    const spoken = { language: document?.language ?? 'und' }
    const [before, said, after] = aroundSaid(answer)
    const shown =
      answer.text === ''
        ? [text(model.words.leftOut, { style: 'leftOut' })]
        : [text(before, spoken), text(said, { ...spoken, style: 'highlighted' }), text(after, spoken)]
    const inlines = [label, ...shown.filter((each) => each.text !== '')]
    return { kind: 'paragraph', style: 'tableText', inlines }
  })
  const hit: Paragraph = {
    kind: 'paragraph',
    style: 'tableText',
    language,
    inlines: [text(row.hit, { style: 'highlighted' })]
  }
  const [left, right] = besideHit(row)
  // What stands before the hit ends at it, on whichever side.
  const context = (words: string) => ({ ...said(words.trim()), isAtEnd: words === row.left })
  return [
    [{ kind: 'paragraph', style: 'tableText', inlines: [text(String(row.line), { style: 'number' })] }],
    [context(left)],
    [hit],
    [context(right), ...answers],
    [{ kind: 'paragraph', style: 'tableText', inlines: [text(rowPlace(model, row))] }]
  ]
}
