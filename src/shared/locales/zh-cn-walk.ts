import type { Catalogue } from './en'

/** 导览，每步一张卡片。 */
export const zhCNWalk: Catalogue['walk'] = {
  offer: '两分钟导览',
  step: '第 {{n}} 步，共 {{total}} 步',
  next: '下一步',
  back: '上一步',
  leave: '退出导览',
  done: '完成',
  works: {
    title: '作品及其版本',
    text: '一部作品汇集内容相同的文本：原文及其译文。点按标题即可阅读，点按作品即可对照各版本。'
  },
  reading: {
    title: '标注',
    text: '这些文字已标注。页边的色条代表主题，右侧的导轨显示全文的标注。'
  },
  card: {
    title: '主题、备忘与其他版本',
    text: '标注的卡片上有主题、译文标记和备忘。下方是其他版本在此处的文字。'
  },
  coding: {
    title: '为段落编码',
    text: '拖选一些文字，按 / 并输入主题，回车即可。现在就试试：Ctrl+Z 可以撤销。'
  },
  comparing: {
    title: '并列对照',
    text: '每一行是相互对应的句子。勾号表示有人更正过这一对应；将句子拖到另一行，您也可以更正。'
  },
  differences: {
    title: '版本间的差异',
    text: '此栏统计措辞、数字或名称不同的行。点按其中一项只看这些行；按 l 查看全部符号的说明。'
  },
  annotations: {
    title: '全部标注',
    text: '标注在各自的句子中列出，可筛选、排序，以卡片或表格显示。勾选多处可一并修改。'
  },
  concordance: {
    title: '所有文本中的每一处',
    text: '词语及其左右的上下文逐行列出。按译法分组，即可看出各版本如何表达。'
  },
  export: {
    title: '导出',
    text: '带脚注的 Word、网页、表格等。中间显示的就是文件将来的样子。'
  },
  help: {
    title: '寻找帮助',
    text: '{{palette}} 可找到所有命令。按 ? 查看当前位置的快捷键，旁边就是使用指南。'
  }
}
