import { catalogues } from '../../../shared/locales/catalogues'
import type { Theme } from '../../../shared/model/theme'
import { memosOn } from '../../../shared/operations/memos-on'
import type { CodebookModel } from '../format'
import { type CountColumn, groupsOf, themesInOrder } from './codebook-columns'

/** A term, what is said under it, and whether that is Markdown. */
interface Fact {
  readonly term: string
  readonly text: string
  readonly isMarkdown: boolean
}

/** What is said of a theme under a heading of its own. */
export interface CodebookEntry {
  readonly theme: Theme
  /** From 0, of a theme that lies below no other. */
  readonly depth: number
  /** What is empty is left out. */
  readonly facts: readonly Fact[]
}

/** The counts of a codebook as columns, under the names that they have had since the first version. */
export function countColumns({ counts, memos }: CodebookModel): CountColumn[] {
  const byId = Object.fromEntries(memos.map((memo) => [memo.id, memo]))
  return [
    {
      name: 'highlights',
      about: 'Highlights that carry the theme.',
      of: (id) => counts.get(id)?.own ?? 0
    },
    {
      name: 'with_below',
      about: 'Highlights that carry it or a theme below it.',
      of: (id) => counts.get(id)?.below ?? 0
    },
    { name: 'memos', about: 'Memos on the theme.', of: (id) => memosOn(byId, 'theme', id).length }
  ]
}

/** What the codebook says of a theme, by the terms of a language; what is empty is left out. */
export function codebookFacts(theme: Theme, language: 'en' | 'zh-CN'): Fact[] {
  const words = catalogues[language].codebook
  return [
    { term: words.definition, text: theme.description, isMarkdown: false },
    { term: words.inclusion, text: theme.inclusion, isMarkdown: false },
    { term: words.exclusion, text: theme.exclusion, isMarkdown: false },
    { term: words.example, text: theme.example, isMarkdown: true }
  ].filter(({ text }) => text !== '')
}

/** Every theme with its rules, example, groups and counts, in the order of the tree. */
export function codebookEntries({ themes, groups, counts, language }: CodebookModel): CodebookEntry[] {
  const words = catalogues[language].codebook
  return themesInOrder(themes).map((theme) => {
    const { own, below } = counts.get(theme.id) ?? { own: 0, below: 0 }
    const names = groupsOf(groups, theme.id).join('; ')
    const used = below > own ? `${own} (${words.below}: ${below})` : String(own)
    let depth = 0
    for (let at = theme.parent; at !== null; at = themes[at]?.parent ?? null) depth++
    const facts = [
      ...codebookFacts(theme, language),
      ...(names === '' ? [] : [{ term: words.groups, text: names, isMarkdown: false }]),
      { term: words.own, text: used, isMarkdown: false }
    ]
    return { theme, depth, facts }
  })
}
