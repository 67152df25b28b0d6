import type { InEachLanguage } from '../../shared/export/export-format-info'
import type { VariorumDocument } from '../../shared/model/document'
import type { ThemeId } from '../../shared/model/ids'
import type { References, TitlePage } from './format'
import type { ExportWords } from './words'

/** What text files say of themselves. `{n}` is what the words are about. */
const textWords = {
  chosenBy: { en: 'What was chosen: {n}', 'zh-CN': '选取范围：{n}' },
  made: { en: 'Made: {n}', 'zh-CN': '导出时间：{n}' },
  state: {
    en: 'State of the project “{n}”: after change {c}, Variorum {v}',
    'zh-CN': '项目“{n}”的状态：第 {c} 次更改之后，Variorum {v}'
  },
  bibliography: { en: 'Bibliography', 'zh-CN': '参考文献' },
  context: { en: 'Context: {n}', 'zh-CN': '上下文：{n}' },
  excerpts: { en: 'Excerpts', 'zh-CN': '摘录' },
  renderings: { en: 'Other versions', 'zh-CN': '其他版本' },
  below: { en: 'Themes below it', 'zh-CN': '下级主题' },
  above: { en: 'Below {n}', 'zh-CN': '属于 {n}' },
  furniture: { en: 'furniture of the page', 'zh-CN': '页面杂项' },
  earlier: { en: 'earlier state of the text, {n}', 'zh-CN': '文本的早先状态，{n}' },
  noExcerpts: { en: 'No excerpts.', 'zh-CN': '没有摘录。' }
} as const satisfies Readonly<Record<string, InEachLanguage>>

type Language = 'en' | 'zh-CN'

export function textWord(name: keyof typeof textWords, language: Language, said = ''): string {
  return textWords[name][language].replace('{n}', () => said)
}

/** What chose an export, when it was made, and from which state of the project: a line each. */
export function stateLines(
  { chosenBy, made, project, change, version }: TitlePage,
  language: Language
): string[] {
  const state = textWord('state', language, project).replace('{c}', String(change)).replace('{v}', version)
  return [
    textWord('chosenBy', language, chosenBy),
    textWord('made', language, made.replace('T', ' ').replace(/:\d\d(\.\d+)?Z$/, ' UTC')),
    state
  ]
}

/** A theme's names from the root, as headings have them: `Service › One visit`. */
export function themeName(themes: References['themes'], id: ThemeId): string {
  const names: string[] = []
  for (let at: ThemeId | null = id; at !== null; at = themes[at]?.parent ?? null) {
    const name = themes[at]?.name
    if (name !== undefined) names.unshift(name)
  }
  return names.join(' › ')
}

/** What a version is called beside an excerpt: its kind where somebody has said it, else its title, and its language. */
export function versionName(document: VariorumDocument | undefined, words: ExportWords): string {
  if (!document) return ''
  const isSaid = document.rendering !== 'unknown' && !document.proposed.includes('rendering')
  return `${isSaid ? words.renderings[document.rendering] : document.title} (${document.language})`
}
