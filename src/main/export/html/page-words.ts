import type { InEachLanguage } from '../../../shared/export/export-format-info'

/** What pages say of themselves. `{n}` is a number, or what the sentence says. */
const pageWords = {
  contents: { en: 'Contents', 'zh-CN': '目录' },
  notes: { en: 'Notes', 'zh-CN': '注释' },
  noteNumber: { en: 'Note {n}', 'zh-CN': '注 {n}' },
  back: { en: 'Back to the text', 'zh-CN': '返回正文' },
  bibliography: { en: 'Bibliography', 'zh-CN': '参考文献' },
  memos: { en: 'Memos', 'zh-CN': '备忘' },
  themes: { en: 'Themes', 'zh-CN': '主题' },
  chosenBy: { en: 'What was chosen', 'zh-CN': '选取范围' },
  passages: { en: 'Passages', 'zh-CN': '段落数' },
  made: { en: 'Made', 'zh-CN': '导出日期' },
  state: { en: 'State of the project', 'zh-CN': '项目状态' },
  change: { en: 'after change {n}', 'zh-CN': '第 {n} 次更改之后' },
  version: { en: 'Variorum {n}', 'zh-CN': 'Variorum {n}' },
  furniture: { en: 'boilerplate', 'zh-CN': '页面杂项' },
  earlier: { en: 'earlier state of the text, {n}', 'zh-CN': '文本的早先状态，{n}' },
  notShown: { en: 'Not shown', 'zh-CN': '未显示' },
  unsettled: {
    en: 'highlights whose place in this state of the text is not sure: {n}',
    'zh-CN': '在文本此状态中位置尚不确定的标注：{n} 处'
  },
  kind: { en: 'Kind of text', 'zh-CN': '文本类型' },
  author: { en: 'Author', 'zh-CN': '作者' },
  translator: { en: 'Translator', 'zh-CN': '译者' },
  publisher: { en: 'Published by', 'zh-CN': '发布者' },
  published: { en: 'Published', 'zh-CN': '发表日期' },
  source: { en: 'Source', 'zh-CN': '来源' },
  language: { en: 'Language', 'zh-CN': '语言' },
  highlights: { en: 'Highlights', 'zh-CN': '标注' },
  row: { en: 'Row', 'zh-CN': '行' },
  doubtfulLink: { en: 'doubtful link', 'zh-CN': '存疑的对应' },
  ellipsis: { en: '…', 'zh-CN': '……' }
} as const satisfies Readonly<Record<string, InEachLanguage>>

export type PageWords = (name: keyof typeof pageWords, said?: string | number) => string

/** The words of pages in a language. */
export function pageWordsIn(language: 'en' | 'zh-CN'): PageWords {
  return (name, said = '') => pageWords[name][language].replace('{n}', () => String(said))
}
