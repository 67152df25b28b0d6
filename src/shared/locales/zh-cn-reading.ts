import type { Catalogue } from './en'

export const zhCNReading: Pick<Catalogue, 'reader' | 'appearance' | 'find' | 'outline'> = {
  reader: {
    revisions_one: '{{count}} 个先前状态',
    revisions_other: '{{count}} 个先前状态',
    label: '《{{title}}》正文',
    atCursor: '光标处',
    inText: '本文中',
    noneHere: '选择一段文字，按 {{key}} 划线，或按 {{pick}} 选择主题。',
    otherRenderings: '其他译法',
    paragraph: '第 {{n}} 段，共 {{total}} 段',
    compare: '对照',
    backToLibrary: '文库',
    published: '发布于 {{date}}',
    event: '事件日期 {{date}}',
    fewWords_one: '{{count}} 字',
    fewWords_other: '{{count}} 字',
    lanes: '页边的主题',
    choose: '此处有多处划线',
    minimap: '全文划线分布',
    goTo: '转到段落',
    goToHint: '段落编号，1 至 {{last}}',
    noParagraphs: '此文本没有编号段落。'
  },
  find: {
    label: '在本文中查找',
    placeholder: '查找…',
    next: '下一处',
    previous: '上一处',
    close: '关闭查找',
    matchCase: '区分大小写',
    wholeWord: '整词匹配',
    regex: '正则表达式',
    matchWidth: '区分全半角、引号和破折号',
    count: '第 {{n}} 处，共 {{total}} 处',
    none: '没有找到',
    autocode: '为全部匹配编码…'
  },
  outline: {
    heading: '提纲',
    none: '此文本没有标题。'
  },
  appearance: {
    light: '浅色',
    sepia: '护眼',
    dark: '深色',
    menu: '外观与语言',
    language: '语言',
    size: '整体大小',
    text: '正文',
    typeSize: '字号',
    leading: '行距',
    measure: '栏宽',
    narrow: '窄',
    medium: '中',
    wide: '宽',
    typeface: '字体',
    serif: '衬线',
    sans: '无衬线',
    justified: '两端对齐',
    hyphenated: '断词',
    numbers: '段落编号',
    memos: '页边备忘',
    typeSizeNow: '{{size}} 像素',
    leadingNow: '{{leading}}'
  }
}
