import type { InEachLanguage } from '../../shared/export/export-format-info'
import type { ExportSink } from './format'

/** What formats of exchange have no place for. */
const kinds = {
  alignments: { en: 'links between sentences of versions', 'zh-CN': '版本之间的句子链接' },
  works: { en: 'works that texts are versions of', 'zh-CN': '文本所属的作品' },
  parallels: { en: 'passages that are marked as parallel', 'zh-CN': '标为平行的段落' },
  quality: { en: 'passages with marks of their wording', 'zh-CN': '带措辞标记的段落' },
  orphans: {
    en: 'passages not found for sure in the present text (kept as notes)',
    'zh-CN': '在当前文本中未确切找到的段落（已作为笔记保留）'
  },
  revisions: { en: 'earlier states of texts', 'zh-CN': '文本的早期状态' },
  records: { en: 'bibliographic records', 'zh-CN': '书目记录' },
  furniture: { en: 'texts with marks of boilerplate', 'zh-CN': '标有样板文字的文本' },
  structure: {
    en: 'texts whose headings, lists, tables, pages or times become plain paragraphs',
    'zh-CN': '其标题、列表、表格、页码或时间变为普通段落的文本'
  },
  originals: { en: 'original files', 'zh-CN': '原始文件' },
  renamed: {
    en: 'themes whose name another theme has too (the theme above stands in brackets)',
    'zh-CN': '与其他主题同名的主题（上级主题写在括号内）'
  },
  joined: {
    en: 'highlights without a theme that one coder made twice on the same words (joined)',
    'zh-CN': '同一编码者在相同文字上重复做的无主题高亮（已合并）'
  },
  memos: { en: 'memos on themes', 'zh-CN': '主题上的备忘录' }
} as const satisfies Record<string, InEachLanguage>

export type LeftOutKind = keyof typeof kinds

/** Counts what a file could not carry, in the export's language; what there is none of is not told. */
export function tellLeftOut(
  sink: Pick<ExportSink, 'leftOut'>,
  language: keyof InEachLanguage,
  counts: Readonly<Partial<Record<LeftOutKind, number>>>
): void {
  for (const kind of Object.keys(kinds) as LeftOutKind[]) {
    const count = counts[kind] ?? 0
    if (count > 0) sink.leftOut(kinds[kind][language], count)
  }
}
