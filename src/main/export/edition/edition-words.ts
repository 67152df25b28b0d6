import type { EditionWords } from './edition-data'

interface PageWords extends EditionWords {
  readonly edition: string
  readonly versions: string
  readonly view: string
  readonly running: string
  readonly differencesFrom: string
  readonly none: string
  readonly search: string
  readonly next: string
  readonly previous: string
  readonly print: string
  readonly appearance: string
  readonly themes: string
  readonly allThemes: string
  readonly notes: string
  readonly note: string
  readonly toText: string
  readonly about: string
  readonly aboutText: string
  readonly keys: string
  readonly skip: string
  readonly whole: string
}

/** The words of a reading edition. */
export const editionWords: Readonly<Record<'en' | 'zh-CN', PageWords>> = {
  en: {
    edition: 'Reading edition',
    versions: 'Versions',
    view: 'View',
    rows: 'Rows',
    running: 'Running text',
    differencesFrom: 'Differences from',
    none: 'none',
    search: 'Search the texts',
    next: 'Next',
    previous: 'Previous',
    print: 'Print',
    appearance: 'Appearance',
    auto: 'Auto',
    light: 'Light',
    dark: 'Dark',
    themes: 'Themes',
    allThemes: 'All themes',
    notes: 'Notes',
    note: 'Note {n}',
    toText: 'To the text',
    about: 'About this edition',
    aboutText: 'About this text',
    keys: 'In the rows, the arrow keys go from row to row and Enter goes to the first note. In running text they go from sentence to sentence. Enter in the search field goes to the next hit.',
    skip: 'Skip to the texts',
    whole: 'Texts',
    leftOut: 'left out',
    row: 'Row',
    rowOf: 'Row {n} of {m}',
    rowsShown: '{n} of {m} rows',
    hitOf: '{n} of {m}',
    noHits: 'no hits',
    elsewhere: 'in another place of its text',
    doubtful: 'This link is doubtful.',
    version: 'Version',
    kinds: {
      alone: 'only here',
      substituted: 'other words',
      moved: 'in another place',
      figure: 'figures disagree',
      name: 'names disagree',
      leftOut: 'left out there'
    }
  },
  'zh-CN': {
    edition: '对照阅读版',
    versions: '版本',
    view: '显示方式',
    rows: '分行',
    running: '连排',
    differencesFrom: '差异相对于',
    none: '无',
    search: '检索文本',
    next: '下一处',
    previous: '上一处',
    print: '打印',
    appearance: '外观',
    auto: '自动',
    light: '浅色',
    dark: '深色',
    themes: '主题',
    allThemes: '全部主题',
    notes: '注释',
    note: '注 {n}',
    toText: '到正文',
    about: '关于本版',
    aboutText: '关于此文本',
    keys: '分行显示时，用方向键逐行移动，按 Enter 到该行第一条注释；连排显示时，用方向键逐句移动。在检索框中按 Enter 到下一处。',
    skip: '跳到文本',
    whole: '文本',
    leftOut: '略去',
    row: '行',
    rowOf: '第 {n} 行，共 {m} 行',
    rowsShown: '{m} 行中的 {n} 行',
    hitOf: '第 {n} 处，共 {m} 处',
    noHits: '未找到',
    elsewhere: '在其文本中位于别处',
    doubtful: '此对应存疑。',
    version: '版本',
    kinds: {
      alone: '仅此处有',
      substituted: '用词不同',
      moved: '位置不同',
      figure: '数字不一致',
      name: '名称不一致',
      leftOut: '彼处略去'
    }
  }
}
