import { differences } from '../../../shared/alignment/words/differences'
import type { ExportOptions } from '../../../shared/export/export-options'
import type { WorkModel } from '../format'
import { type Layout, type LayoutBlock, type Paragraph, text } from './blocks'
import { layoutOf } from './layout-of'
import { layoutWords } from './layout-words'
import { segmentsOf } from './segments'
import { titleBlock } from './title-block'
import { versionLabel } from './version-label'

/** The share of a row's number in the width of the page. */
const numberWidth = 0.05

/** Versions side by side: one table on pages across, its head repeated. */
export function workLayout(model: WorkModel, options: ExportOptions): Layout {
  return layoutOf(model, blocksOf(model, options), { landscape: true, isNamed: true })
}

async function* blocksOf(model: WorkModel, options: ExportOptions): AsyncGenerator<LayoutBlock> {
  const { work, words, language } = model
  const { rows, sideBySide } = layoutWords(language)
  yield* titleBlock(model.page, language, [[rows, String(work.rows.length)]])
  yield { kind: 'paragraph', style: 'listHeading', inlines: [text(sideBySide)] }
  const width = (1 - numberWidth) / Math.max(1, work.versions.length)
  const head = (said: string): Paragraph[] => [
    { kind: 'paragraph', style: 'tableHead', inlines: [text(said)] }
  ]
  yield {
    kind: 'table',
    widths: [numberWidth, ...work.versions.map(() => width)],
    head: [head('№'), ...work.versions.map((version) => head(versionLabel(version, words)))],
    rows: work.rows.map((row, index) => [
      [{ kind: 'paragraph', style: 'tableText', inlines: [text(String(index + 1), { style: 'number' })] }],
      ...work.versions.map((_, column) => cellOf(model, options, row.texts, column))
    ])
  }
}

/** What a version says in a row, a paragraph a line; that it says nothing is said. */
function cellOf(
  { work, words, language }: WorkModel,
  options: ExportOptions,
  texts: readonly string[],
  column: number
): Paragraph[] {
  const said = texts[column] ?? ''
  if (said === '')
    return [
      {
        kind: 'paragraph',
        style: 'tableText',
        inlines: [text(words.leftOut, { style: 'leftOut', language })]
      }
    ]
  const base = work.from === column ? undefined : texts[work.from]
  const isSameLanguage = work.versions[work.from]?.language === work.versions[column]?.language
  const different = options.differences && base && isSameLanguage ? differing(base, said) : []
  const cuts = [...said.matchAll(/\n/g)].flatMap(({ index }) => [index, index + 1])
  const paragraphs: Paragraph['inlines'][number][][] = [[]]
  for (const { start, end, settings } of segmentsOf(said.length, different, cuts)) {
    const piece = said.slice(start, end)
    if (piece === '\n') paragraphs.push([])
    else paragraphs.at(-1)?.push(text(piece, settings.length > 0 ? { style: 'difference' } : {}))
  }
  const spoken = work.versions[column]?.language ?? 'und'
  return paragraphs
    .filter((inlines) => inlines.length > 0)
    .map((inlines) => ({ kind: 'paragraph', style: 'tableText', language: spoken, inlines }))
}

/** The words of a text that another one of the same language does not have in their place. */
function differing(base: string, said: string) {
  return differences(base, said).flatMap(({ kind, b }) =>
    kind === 'same' || b === null ? [] : [{ start: b.start, end: b.end, setting: kind }]
  )
}
