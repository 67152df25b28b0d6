import type { ExportOptions } from '../../../shared/export/export-options'
import type { ExcerptsModel } from '../format'
import { type Layout, type LayoutBlock, type Paragraph, text } from './blocks'
import { citedRuns } from './citation-run'
import { ExcerptBlocks } from './excerpt-blocks'
import { layoutOf } from './layout-of'
import { layoutWords } from './layout-words'
import { titleBlock } from './title-block'

const headings = ['heading1', 'heading2', 'heading3'] as const

/** Excerpts as pages: title (unless it is not wanted), contents, headings, quotations with their notes, works cited. */
export function excerptsLayout(
  model: ExcerptsModel,
  options: ExportOptions,
  { titled = true }: { readonly titled?: boolean } = {}
): Layout {
  return layoutOf(model, blocksOf(model, options, titled))
}

async function* blocksOf(
  model: ExcerptsModel,
  options: ExportOptions,
  titled: boolean
): AsyncGenerator<LayoutBlock> {
  const words = layoutWords(model.language)
  if (titled) yield* titleBlock(model.page, model.language, [[words.count, String(model.count)]])
  if (options.contents) yield { kind: 'contents', heading: words.contents }
  const excerpts = new ExcerptBlocks(model, options)
  for await (const item of model.items()) {
    if (item.kind === 'excerpt') yield* excerpts.of(item.excerpt)
    else {
      const colour = item.theme === null ? undefined : model.themes[item.theme]?.colour
      yield {
        kind: 'paragraph',
        style: headings[Math.min(headings.length, Math.max(1, item.level)) - 1] ?? 'heading3',
        inlines: [text(item.text)],
        withNext: true,
        ...(colour === undefined ? {} : { colour })
      }
    }
  }
  if (options.bibliography) yield* bibliographyOf(model, words.bibliography)
}

function* bibliographyOf(model: ExcerptsModel, heading: string): Generator<LayoutBlock> {
  const entries = model.bibliography().map(
    ({ entry }): Paragraph => ({
      kind: 'paragraph',
      style: 'bibliography',
      inlines: citedRuns(entry, model.language)
    })
  )
  if (entries.length > 0) yield { kind: 'bibliography', heading, entries }
}
