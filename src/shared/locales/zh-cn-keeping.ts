import type { Catalogue } from './en'
import type { enKeeping } from './en-keeping'

export const zhCNKeeping: Pick<Catalogue, keyof typeof enKeeping> = {
  opening: {
    heading: '未能打开项目',
    read: '以只读方式打开',
    takeOver: '接管',
    repair: '修复',
    progress: '{{done}} / {{total}}',
    tryAgain: '重试',
    reopen: '重新打开',
    readOnly: '此项目以只读方式打开，无法在此更改。'
  },
  verify: {
    heading: '检验项目',
    fine: '已读回{{documents}}、{{annotations}}，一切正常。',
    problems_one: '有一处不对：',
    problems_other: '有 {{count}} 处不对：',
    repair: '修复',
    repaired: '已修复：',
    left_one: '有一处无法修复：',
    left_other: '有 {{count}} 处无法修复：',
    allMended: '其余一切正常。',
    repairHint: '损坏的文件会移到一旁，绝不丢弃；其内容从日志和备份中恢复。'
  },
  history: {
    heading: '更改历史',
    lead: '每项更改都保留。返回即逐项撤销；返回本身也可撤销。',
    empty: '尚无任何更改。',
    now: '现在',
    goTo: '返回到此处',
    goOn: '重做到此处',
    undone: '已撤销',
    parts: '{{count}} 项更改',
    more: '显示更早的更改',
    beginning: '第一项更改之前'
  },
  backups: {
    heading: '备份',
    lead: '每天以及每次有风险的操作之前都会备份；每个备份都会读回检验。恢复备份与其他更改一样，可以撤销。',
    make: '立即备份',
    made: '已备份并检验。',
    none: '尚无备份。',
    compare: '与现在比较…',
    restore: '恢复',
    restored: '已恢复。可以撤销。',
    same: '项目与此备份相同。',
    lead2: '恢复此备份会作出以下更改：',
    andMore: '另有 {{count}} 项',
    change: { added: '恢复', removed: '移除', changed: '改动' },
    kind: {
      document: '文本',
      annotation: '标注',
      theme: '主题',
      work: '作品',
      alignment: '对齐',
      project: '项目'
    },
    reason: {
      daily: '每日',
      asked: '手动',
      migration: '升级之前',
      repair: '修复之前',
      restore: '恢复之前'
    }
  },
  revise: {
    correct: '更正第 {{n}} 段',
    correctPlain: '更正此段',
    correctLead: '文本会有新的修订本；先前的仍可阅读。标注会在其中重新找到位置。',
    paragraph: '段落',
    done: '已更正。',
    doneOpen_one: '已更正。有 1 处段落待确认。',
    doneOpen_other: '已更正。有 {{count}} 处段落待确认。',
    reimport: '导入更好的文件',
    reimportLead: '“{{name}}”将取代此文本。新增 {{added}} 段，少了 {{removed}} 段。',
    fate: '此文本的标注：',
    exact: '原样找到',
    fuzzy: '略有变化，已找到',
    confirm: '可能找到：将新旧对照供您确认',
    orphan: '未找到：连同原上下文留在待确认栏',
    take: '采用新文本',
    revisions: '文本的先前状态',
    current: '当前',
    reason: { import: '导入', correction: '更正', reimport: '更好的文件' },
    readEarlier: '{{date}} 的文本',
    kept_one: '有 1 条标注仍属于此状态。',
    kept_other: '有 {{count}} 条标注仍属于此状态。',
    tray: '待确认',
    trayLead_one: '文本更改后，有 1 处段落未能确定位置。',
    trayLead_other: '文本更改后，有 {{count}} 处段落未能确定位置。',
    was: '原文',
    now: '现在？',
    accept: '在这里',
    refuse: '不在这里',
    orphaned: '未找到。请选中它现在的位置，然后放置。',
    place: '放在所选处',
    remove: '删除',
    sure: '相似度 {{percent}}%',
    unsettled: '待确认'
  }
}
