import type { Language } from '../../../shared/locales/catalogues'

/** What files of text say beside what they quote. `{{n}}` is a number. */
const inEnglish = {
  contents: 'Contents',
  bibliography: 'Works cited',
  chosenBy: 'Chosen by',
  made: 'Made on',
  state: 'State',
  change: 'change {{n}} of the project',
  writtenWith: 'Variorum {{n}}',
  count: 'Excerpts',
  passages: 'Highlights',
  legend: 'Themes',
  version: 'Version',
  coder: 'Coder',
  boilerplate: 'boilerplate',
  rows: 'Rows',
  sideBySide: 'Versions side by side',
  unsettled: 'Highlights left out, not found for sure in this state of the text',
  colon: ': ',
  separator: '; ',
  ellipsis: '[…]'
}
export type LayoutWords = typeof inEnglish

const byLanguage: Readonly<Record<Language, LayoutWords>> = {
  en: inEnglish,
  'zh-CN': {
    contents: '目录',
    bibliography: '参考文献',
    chosenBy: '选取范围',
    made: '生成时间',
    state: '状态',
    change: '项目的第 {{n}} 次更改',
    writtenWith: 'Variorum {{n}}',
    count: '摘录数',
    passages: '标注数',
    legend: '主题',
    version: '版本',
    coder: '编码者',
    boilerplate: '页面杂项',
    rows: '行数',
    sideBySide: '各版本对照',
    unsettled: '在此文本状态中位置不确定而略去的标注',
    colon: '：',
    separator: '；',
    ellipsis: '[…]'
  }
}

export function layoutWords(language: Language): LayoutWords {
  return byLanguage[language]
}

/** A moment as a reader writes it, in UTC: `2 March 2026, 10:00 UTC`. */
export function spokenTime(iso: string, language: Language): string {
  const day = spokenDay(iso, language)
  return language === 'en' ? `${day}, ${iso.slice(11, 16)} UTC` : `${day} ${iso.slice(11, 16)}（UTC）`
}

export function spokenDay(iso: string, language: Language): string {
  const date = new Date(iso)
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'long',
    timeZone: 'UTC'
  }).format(date)
}
