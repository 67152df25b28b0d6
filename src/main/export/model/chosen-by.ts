import { themeNames } from '../../../shared/excerpts/theme-path'
import type { ExportOptions } from '../../../shared/export/export-options'
import type { AnnotationQuery } from '../../../shared/ipc/annotation-query'
import { catalogues, type Language } from '../../../shared/locales/catalogues'
import { fill } from '../../../shared/locales/fill'
import type { ProjectState } from '../../../shared/model/state'

/** So many names are told one by one. */
const mostNames = 5

/**
 * What chose the passages of an export, in words: `Passages with “Service › One visit”, in “Bulletin 2”, doubtful passages
 * left out`.
 */
export function chosenBy(
  { documents, themes, info }: Pick<ProjectState, 'documents' | 'themes' | 'info'>,
  query: AnnotationQuery,
  picked: number | null,
  options: Pick<ExportOptions, 'doubtful' | 'furniture' | 'coders'>,
  language: Language
): string {
  const { chosen: words, quality } = catalogues[language]
  const listed = (all: readonly string[]) => names(all, language)
  const coders = [...new Set([...(query.coders ?? []), ...(options.coders ?? [])])]
  const parts = [
    query.documents &&
      fill(words.documents, { names: listed(query.documents.map((id) => documents.get(id)?.title ?? id)) }),
    coders.length > 0 &&
      fill(words.coders, { names: listed(coders.map((id) => info.coders[id]?.name ?? id)) }),
    query.text?.trim() && fill(words.text, { text: query.text.trim() }),
    query.memo && words.memo,
    query.marked?.length && fill(words.marked, { names: listed(query.marked.map((mark) => quality[mark])) }),
    query.unmarked?.length &&
      fill(words.unmarked, { names: listed(query.unmarked.map((mark) => quality[mark])) }),
    query.across && (query.across.coded ? words.coded : words.notCoded),
    picked !== null && fill(words.picked, { n: picked }),
    !options.doubtful && words.doubtful,
    !options.furniture && words.furniture
  ].filter((part) => typeof part === 'string' && part !== '')
  const what = query.unthemed
    ? words.unthemed
    : query.themes?.length
      ? fill(words.themes, { names: listed(query.themes.map((id) => themeNames(themes, id).join(' › '))) })
      : parts.length > 0
        ? words.some
        : words.all
  return [what, ...parts].join(language === 'zh-CN' ? '，' : ', ')
}

/** Names as a list in quotation marks, the last ones counted where there are many. */
export function names(all: readonly string[], language: Language): string {
  const told = all
    .slice(0, mostNames)
    .map((name) => `“${name}”`)
    .join(language === 'zh-CN' ? '、' : ', ')
  const left = all.length - mostNames
  return left > 0 ? fill(catalogues[language].chosen.more, { names: told, n: left }) : told
}
