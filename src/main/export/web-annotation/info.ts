import type { ExportFormatInfo } from '../../../shared/export/export-format-info'

/** What is the same of Web Annotations, whatever they are written of. */
export const webAnnotationInfo: Omit<ExportFormatInfo, 'of'> = {
  id: 'web-annotation',
  extension: 'jsonld',
  group: 'exchange',
  label: { en: 'W3C Web Annotation (.jsonld)', 'zh-CN': 'W3C 网络批注（.jsonld）' },
  hint: {
    en: 'For Recogito, Hypothesis tools and this app: each highlight with its words, place, themes, memo and coder.',
    'zh-CN': '供 Recogito、Hypothesis 工具及本应用使用：每处标注及其文字、位置、主题、备忘和编码者。'
  },
  options: ['language'],
  preview: 'text'
}
