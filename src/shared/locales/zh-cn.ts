import type { Catalogue } from './en'
import { zhCNCoding } from './zh-cn-coding'
import { zhCNCommands } from './zh-cn-commands'
import { zhCNComparing } from './zh-cn-comparing'
import { zhCNConcordance } from './zh-cn-concordance'
import { zhCNDesk } from './zh-cn-desk'
import { zhCNErrors } from './zh-cn-errors'
import { zhCNExport } from './zh-cn-export'
import { zhCNFormulae } from './zh-cn-formulae'
import { zhCNImporting } from './zh-cn-importing'
import { zhCNLibrary } from './zh-cn-library'
import { zhCNKeeping } from './zh-cn-maintenance'
import { zhCNMetadata } from './zh-cn-metadata'
import { zhCNQuotations } from './zh-cn-quotations'
import { zhCNReading } from './zh-cn-reading'
import { zhCNRecycled } from './zh-cn-recycled'
import { zhCNWalk } from './zh-cn-walk'

/** 简体中文 */
export const zhCN: Catalogue = {
  errors: zhCNErrors,
  ...zhCNCommands,
  ...zhCNKeeping,
  ...zhCNReading,
  ...zhCNFormulae,
  ...zhCNRecycled,
  ...zhCNQuotations,
  ...zhCNExport,
  ...zhCNCoding,
  ...zhCNImporting,
  library: zhCNLibrary,
  walk: zhCNWalk,
  ...zhCNConcordance,
  ...zhCNDesk,
  ...zhCNComparing,
  ...zhCNMetadata,
  chosen: {
    formulae: '提法库的全部提法',
    quality: '《{{title}}》措辞中查出的问题',
    concordance: '{{query}} 的索引行',
    all: '所有段落',
    themes: '带有 {{names}} 的段落',
    unthemed: '没有主题的段落',
    some: '段落',
    documents: '出自 {{names}}',
    more: '{{names}} 及另外 {{n}} 项',
    coders: '编码者：{{names}}',
    text: '含有“{{text}}”',
    memo: '附有备忘',
    marked: '标为 {{names}}',
    unmarked: '未标为 {{names}}',
    coded: '在其他版本中也已编码',
    notCoded: '在其他版本中未编码',
    picked: '其中 {{n}} 条为手动选取',
    doubtful: '不含存疑段落',
    furniture: '不含页面杂项',
    noThemes: '没有主题',
    work: '并列版本：{{names}}',
    codebook: '编码本的全部主题',
    document: '一份文本及其标注',
    project: '整个项目'
  },
  rendering: {
    source: '原文',
    official: '官方译文',
    unofficial: '非官方译文',
    machine: '机器译文',
    unknown: '不详'
  },
  place: {
    library: '文库',
    annotations: '标注',
    themes: '主题',
    concordance: '语境索引',
    memos: '备忘',
    reader: '阅读',
    compare: '对照',
    export: '导出',
    quotations: '引文',
    formulae: '提法',
    recycled: '重复文字'
  },
  menu: {
    file: '文件',
    edit: '编辑',
    view: '视图',
    help: '帮助',
    recent: '最近打开',
    quit: '退出',
    close: '关闭窗口'
  },
  native: {
    leave: '要在浏览器中打开这个网址吗？',
    openInBrowser: '在浏览器中打开',
    texts: '文本',
    styles: '引注样式',
    manuscripts: '稿件',
    registers: '提法库',
    file: '{{kind}} 文件',
    bundles: '项目包'
  },
  common: {
    cancel: '取消',
    close: '关闭',
    discardQuestion: '不保存就关闭吗？您在此处的改动将丢失。',
    keepEditing: '继续编辑',
    discard: '放弃改动',
    save: '保存',
    delete: '删除',
    edit: '编辑',
    add: '添加',
    create: '新建',
    open: '打开',
    all: '全部',
    none: '无',
    saved: '已保存',
    notSaved: '未保存',
    saving: '正在保存…',
    readOnly: '只读',
    more: '更多操作',
    undo: '撤销',
    loading: '正在打开…',
    name: '姓名',
    colour: '颜色',
    filter: '筛选',
    untitled: '无题',
    skip: '跳到正文'
  },
  shell: {
    gone: { text: '此文本不在项目中。', work: '此作品不在项目中。' },
    goneHint: '按 {{key}} 可恢复刚撤销的内容。',
    texts: '文本',
    themes: '主题',
    themeCounts: '带此主题的标注 · 带此主题或其下级主题的标注',
    themeUses: '带此主题的标注 · 连同下级主题，每个主题分别计数',
    textCount_one: '{{count}} 篇文本',
    textCount_other: '{{count}} 篇文本',
    places: '位置',
    dropHere: '将文件或文件夹拖放到此处即可导入',
    undone: '已撤销：{{what}}',
    redone: '已重做：{{what}}',
    undo: '撤销',
    redo: '重做',
    importOf_one: '导入 {{count}} 篇文本',
    importOf_other: '导入 {{count}} 篇文本',
    sizeNow: '{{percent}} %',
    words_one: '{{count}} 字',
    words_other: '{{count}} 字',
    highlights_one: '{{count}} 条标注',
    highlights_other: '{{count}} 条标注',
    problemTitle: '目前无法保存更改',
    noticesTitle: '有需要留意的情况',
    crashTitle: '窗口的这一部分停止了工作',
    crashText: '您的工作是安全的：每次更改都已写入磁盘。请重新载入此窗口。',
    reload: '重新载入'
  },
  start: {
    title: 'Variorum',
    lead: '细读文本及其译文的书桌。',
    recent: '最近的项目',
    noRecent: '打开过的项目会列在这里。',
    sample: '打开示例语料',
    newName: '新项目名称',
    newProject: '新建项目',
    name: '名称',
    choosePlace: '选择位置…',
    placeHint: '将在所选位置新建同名文件夹。',
    chooseFolder: '选择文件夹…'
  },
  search: {
    furniture: '也检索页面杂项',
    nothing: '没有找到“{{query}}”。'
  },
  coder: { heading: '由谁编码？', lead: '新标注将带有此姓名。', new: '另一位编码者', current: '正在编码' },
  about: {
    heading: '关于 Variorum',
    version: '版本 {{version}}，Electron {{electron}}',
    licence: 'Variorum 是 MIT 许可的自由软件。它离线工作，不发出任何网络请求。',
    notices: '第三方许可'
  },
  engine: {
    unsupported: '当前运行的是 Electron {{running}}，而不是 {{wanted}}，其浏览器内核已不再获得安全修复。',
    older: '当前运行的是 Electron {{running}}，而不是 {{wanted}}，其浏览器内核版本较旧。',
    fetched: '有网络时，npm start 会下载新版本，供下次启动使用。',
    packaged: '新版 Variorum 会附带新的内核。',
    dismiss: '隐藏，直到下次启动'
  },
  palette: {
    label: '所有命令',
    placeholder: '命令、文本或主题…',
    none: '没有这个命令。',
    text: '文本',
    theme: '主题'
  }
}
