import type { Catalogue } from './en'

/** The desk around the texts, in Simplified Chinese. */
export const zhCNDesk: Pick<
  Catalogue,
  'firstSteps' | 'help' | 'freshSample' | 'menus' | 'lacks' | 'synonyms'
> = {
  firstSteps: {
    heading: '第一步',
    lead: '第一个项目是示例：六部作品的若干版本。可以随意更改，您自己的项目与之分开。',
    codedBy: '编码者：{{name}}',
    yourName: '您的姓名，用于您所做的标注',
    save: '保存',
    saved: '标注现在带有姓名{{name}}。',
    newProject: '新建空白项目…',
    done: '隐藏'
  },
  freshSample: {
    heading: '打开新的示例',
    lead: '示例将重新生成，与已有的各个示例并存，后者保持原样。',
    coded: '带编码：两位示例编码者的标注与备忘，以及一处更正过的对齐',
    uncoded: '仅文本与主题',
    open: '打开'
  },
  help: {
    heading: '帮助',
    keys: '快捷键',
    guide: '使用指南',
    findKey: '查找命令',
    findInGuide: '在指南中查找',
    notInGuide: '没有含这些词的章节。',
    rooms: {
      annotate: '标注',
      select: '选择',
      reader: '阅读',
      compare: '对照',
      settle: '确认',
      concordance: '语境索引',
      codebook: '主题',
      app: '各处通用'
    }
  },
  menus: {
    openText: '打开文本',
    annotationsOf: '显示其标注',
    metadata: '编辑元数据…',
    deleteText: '删除文本…',
    exportExcerpts: '导出其摘录…',
    codebook: '在编码本中打开'
  },
  lacks: {
    now: '此处不可用',
    reader: '请先打开一个文本',
    compare: '请先打开对照',
    themes: '请先转到主题',
    concordance: '请先转到语境索引',
    formulae: '请先转到提法',
    quotations: '请先转到引文'
  },
  synonyms: {
    'app.keys': '帮助 键盘 help keyboard shortcuts',
    'app.guide': '帮助 手册 说明 help manual',
    'app.walk': '导览 教程 入门 tour tutorial',
    'app.freshSample': '帮助 示例 教程 help example',
    'app.larger': '缩放 字号 zoom font',
    'app.smaller': '缩放 字号 zoom font',
    'app.actualSize': '缩放 字号 zoom font',
    'app.appearance': '深色 夜间 护眼 dark',
    'app.language': '英文 中文 english chinese',
    'app.import': '添加 打开 文件 word pdf',
    'app.export': '保存 word pdf csv 下载',
    'app.search': '查找 搜索 KWIC',
    'app.coder': '用户 姓名',
    'app.backups': '恢复 副本',
    'app.history': '日志 版本 撤销',
    'app.about': '许可 版本',
    'annotate.highlight': '高亮 划线 标记 编码',
    'annotate.pick': '标签 编码 分类',
    'annotate.memo': '笔记 评论 批注',
    'annotate.remove': '去除 删除 划线',
    'annotate.copy': '引用 引文',
    'annotate.copyWords': '剪贴板',
    'annotate.furniture': '导航 隐藏',
    'reader.find': '搜索',
    'reader.print': '纸张 pdf',
    'reader.correct': '编辑 改错',
    'reader.compare': '版本 对齐 并排',
    'reader.renderings': '译文 版本'
  }
}
