import { defineFormat } from '../../format'

export const refiQdpx = defineFormat({
  id: 'refi-qdpx',
  of: 'project',
  extension: 'qdpx',
  group: 'exchange',
  label: { en: 'REFI-QDA project (.qdpx)', 'zh-CN': 'REFI-QDA 项目（.qdpx）' },
  hint: {
    en: 'For ATLAS.ti, MAXQDA, NVivo, QualCoder and others: texts, themes, codings, memos, coders, attributes.',
    'zh-CN': '供 ATLAS.ti、MAXQDA、NVivo、QualCoder 等使用：文本、主题、编码、备忘、编码者、属性。'
  },
  options: ['originals', 'language'],
  preview: 'none',
  async write(model, { originals }, sink) {
    const { writeProject } = await import('../../refi/write-project')
    await writeProject(model, sink, { originals })
  }
})
