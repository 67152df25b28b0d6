import { themePath } from '../../shared/excerpts/excerpt'
import { catalogues, type Language } from '../../shared/locales/catalogues'
import type { Group } from '../../shared/model/group'
import { subtree } from '../../shared/operations/theme-order'
import { byName } from '../../shared/text/natural-order'
import { csvOfRecords } from './csv-file'
import { escapeMarkdown } from './escape-markdown'
import type { CodebookModel } from './format'
import { escapeHtml, pageStyle } from './html'

export type CodebookFormat = 'md' | 'html' | 'csv'

/** What is written of a codebook. */
type Written = Pick<CodebookModel, 'info' | 'themes' | 'groups' | 'memos' | 'counts'>

interface Entry {
  readonly depth: number
  readonly name: string
  readonly path: string
  readonly colour: string
  readonly definition: string
  readonly inclusion: string
  readonly exclusion: string
  readonly example: string
  readonly groups: string
  readonly own: number
  readonly below: number
  readonly memos: number
}

type Words = (typeof catalogues)[Language]['codebook']

/** The codebook as one file: every theme with its rules, example, groups and counts, in the tree's order. */
export function exportCodebook(format: CodebookFormat, model: Written, language: Language): string {
  const words = catalogues[language].codebook
  const title = `${model.info.name} – ${words.title}`
  const entries = entriesOf(model)
  switch (format) {
    case 'md':
      return asMarkdown(title, entries, words)
    case 'html':
      return asHtml(title, entries, words, language)
    case 'csv':
      return asCsv(entries)
  }
}

function entriesOf({ themes, groups, memos, counts }: Written): Entry[] {
  const all = Object.values<Group>(groups).sort(byName)
  return subtree(themes, null).map(({ id, name, colour, description, inclusion, exclusion, example }) => {
    const path = themePath(themes, id)
    const own = all.filter((group) => group.themes.includes(id)).map((group) => group.name)
    let depth = 0
    for (let at = themes[id]?.parent ?? null; at !== null; at = themes[at]?.parent ?? null) depth++
    return {
      depth,
      name,
      path,
      colour,
      definition: description,
      inclusion,
      exclusion,
      example,
      groups: own.join('; '),
      own: counts.get(id)?.own ?? 0,
      below: counts.get(id)?.below ?? 0,
      memos: memos.filter(({ about }) => about.kind === 'theme' && about.id === id).length
    }
  })
}

/** The lines said of a theme, by the field they stand in; empty ones left out. */
function linesOf(entry: Entry, words: Words): [string, string][] {
  const lines: [string, string][] = [
    [words.definition, entry.definition],
    [words.inclusion, entry.inclusion],
    [words.exclusion, entry.exclusion],
    [words.example, entry.example],
    [words.groups, entry.groups],
    [words.own, entry.below > entry.own ? `${entry.own} (${words.below}: ${entry.below})` : String(entry.own)]
  ]
  return lines.filter(([, text]) => text !== '')
}

function asMarkdown(title: string, entries: readonly Entry[], words: Words): string {
  const parts = entries.map((entry) => {
    const heading = `${'#'.repeat(Math.min(6, entry.depth + 2))} ${escapeMarkdown(entry.name)}`
    return [
      heading,
      ...linesOf(entry, words).map(([term, text]) => `**${term}:** ${asParagraphs(text)}`)
    ].join('\n\n')
  })
  return `${[`# ${escapeMarkdown(title)}`, ...parts].join('\n\n')}\n`
}

/** Words of several lines as they are; what is indented would be taken for code. */
function asParagraphs(text: string): string {
  return escapeMarkdown(text.replace(/^[^\S\n]+/gm, ''))
}

function asHtml(title: string, entries: readonly Entry[], words: Words, language: Language): string {
  const parts = entries.map((entry) => {
    const level = Math.min(6, entry.depth + 2)
    const lines = linesOf(entry, words)
      .map(
        ([term, text]) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(text).replaceAll('\n', '<br>')}</dd>`
      )
      .join('')
    const dot = `<span class="dot" style="background:${entry.colour}"></span>`
    return `<section style="margin-left:${entry.depth * 1.5}rem"><h${level}>${dot}${escapeHtml(entry.name)}</h${level}><dl>${lines}</dl></section>`
  })
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>${pageStyle}
.dot { display: inline-block; width: .7em; height: .7em; border-radius: 50%; margin-right: .5em } section { break-inside: avoid }</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${parts.join('\n')}
</body>
</html>
`
}

/** The names of the columns are fixed, so that scripts can rely on them. */
const codebookColumns = [
  'path',
  'colour',
  'definition',
  'inclusion',
  'exclusion',
  'example',
  'groups',
  'highlights',
  'with_below'
] as const

function asCsv(entries: readonly Entry[]): string {
  const rows = entries.map(
    ({ path, colour, definition, inclusion, exclusion, example, groups, own, below }) => ({
      path,
      colour,
      definition,
      inclusion,
      exclusion,
      example,
      groups,
      highlights: own,
      with_below: below
    })
  )
  return csvOfRecords(codebookColumns, rows)
}
