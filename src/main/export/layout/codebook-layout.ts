import type { ExportOptions } from '../../../shared/export/export-options'
import { catalogues } from '../../../shared/locales/catalogues'
import type { Group } from '../../../shared/model/group'
import type { Theme } from '../../../shared/model/theme'
import { subtree } from '../../../shared/operations/theme-order'
import { byName } from '../../../shared/text/natural-order'
import type { CodebookModel } from '../format'
import { type Layout, type LayoutBlock, type Paragraph, type TextRun, text } from './blocks'
import { layoutOf } from './layout-of'
import { layoutWords } from './layout-words'
import { memoLines } from './memo-lines'
import { themeNames } from './theme-line'
import { titleBlock } from './title-block'

const headings = ['heading1', 'heading2', 'heading3'] as const

/** The codebook: every theme with its rules, example, groups, counts and memos, in the tree's order. */
export function codebookLayout(model: CodebookModel, options: ExportOptions): Layout {
  return layoutOf(model, blocksOf(model, options))
}

async function* blocksOf(model: CodebookModel, options: ExportOptions): AsyncGenerator<LayoutBlock> {
  const words = layoutWords(model.language)
  const themes = subtree(model.themes, null)
  yield* titleBlock(model.page, model.language, [[words.legend, String(themes.length)]])
  if (options.contents) yield { kind: 'contents', heading: words.contents }
  for (const theme of themes) {
    yield headingOf(model, theme)
    yield* rulesOf(model, theme)
    if (options.memos !== 'none') yield* memosOn(model, theme)
  }
}

/** Themes that lie too deep for a heading of their own say their path. */
function headingOf({ themes }: CodebookModel, { id, name, colour, parent }: Theme): Paragraph {
  let depth = 0
  for (let at = parent; at !== null; at = themes[at]?.parent ?? null) depth++
  const style = headings[depth]
  return {
    kind: 'paragraph',
    style: style ?? 'heading3',
    inlines: [text(style ? name : themeNames(themes, id))],
    withNext: true,
    colour
  }
}

function* rulesOf(model: CodebookModel, theme: Theme): Generator<Paragraph> {
  const said = catalogues[model.language].codebook
  const { colon, separator } = layoutWords(model.language)
  const groups = Object.values<Group>(model.groups)
    .sort(byName)
    .filter(({ themes }) => themes.includes(theme.id))
  const { own, below } = model.counts.get(theme.id) ?? { own: 0, below: 0 }
  const rules: readonly [string, string][] = [
    [said.definition, theme.description],
    [said.inclusion, theme.inclusion],
    [said.exclusion, theme.exclusion],
    [said.example, theme.example]
  ]
  const facts: readonly [string, string][] = [
    [said.groups, groups.map(({ name }) => name).join(separator)],
    [said.own, below > own ? `${own} (${said.below}${colon}${below})` : String(own)]
  ]
  for (const [label, words] of rules) yield* labelled('body', `${label}${colon}`, memoLines(words))
  for (const [label, words] of facts)
    yield* labelled('facts', `${label}${colon}`, words === '' ? [] : [[text(words)]])
}

function* memosOn({ memos }: CodebookModel, theme: Theme): Generator<Paragraph> {
  for (const { about, title, text: words } of memos)
    if (about.kind === 'theme' && about.id === theme.id)
      yield* labelled('memo', title === '' ? '' : `${title}  `, memoLines(words))
}

function* labelled(
  style: Paragraph['style'],
  label: string,
  said: readonly (readonly TextRun[])[]
): Generator<Paragraph> {
  for (const [at, line] of said.entries())
    yield {
      kind: 'paragraph',
      style,
      inlines: [...(at === 0 && label !== '' ? [text(label, { style: 'label' })] : []), ...line]
    }
}
