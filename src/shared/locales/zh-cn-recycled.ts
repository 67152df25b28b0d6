import type { Catalogue } from './en'

export const zhCNRecycled: Pick<Catalogue, 'recycled'> = {
  recycled: {
    empty: '多篇文本中的相同段落',
    emptyHint:
      '在多篇文本中几乎相同的句子和段落（同一作品的各个版本除外），即一篇简报取自另一篇的内容。套语页眉页脚和不足八个词的句子不计。',
    find: '查找重复文字',
    again: '重新查找',
    finding: '正在查看文本：{{percent}} %',
    cancel: '取消',
    none: '没有在多篇文本中重复的段落。',
    outdated: '此后文本已有改动。',
    list: '重复段落',
    all_one: '{{count}} 段',
    all_other: '{{count}} 段',
    told: '共 {{count}} 段，列出前 {{shown}} 段',
    between: '{{later}} 重复 {{earlier}}',
    everything: '显示全部',
    texts_one: '见于 {{count}} 篇文本',
    texts_other: '见于 {{count}} 篇文本',
    first: '最早',
    undated: '无日期',
    alike: '{{percent}} % 相同',
    same: '文字相同',
    gone: '该文本现已改动。',
    open: '打开段落',
    tick: '一并编码',
    code_one: '为 {{count}} 段编码…',
    code_other: '为 {{count}} 段编码…',
    coded_one: '已为 {{count}} 段编码',
    coded_other: '已为 {{count}} 段编码',
    already: '这些段落都已有此主题。',
    places: '出现之处',
    more: '另有 {{count}} 处未列出。',
    key: '与最早一处比较：替换和增加的词加底色，缺少的词加删除线。',
    matrix: '谁重复谁',
    matrixHint:
      '每个数字表示：某出版者较晚的文本与最早出现该段的文本共有多少段。这并不说明孰为所本：二者可能同出一源。',
    matrixUndated_one: '{{count}} 处重复未计入：其文本没有日期，或与最早一篇同日。',
    matrixUndated_other: '{{count}} 处重复未计入：其文本没有日期，或与最早一篇同日。',
    later: '重复',
    earlier: '最早见于',
    untitled: '无出版者'
  }
}
