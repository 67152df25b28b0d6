import { defineFormat } from '../../format'

/** A termbase (TBX-Basic, ISO 30042:2019, data categories as attributes): a concept a formula. */
export const formulaeAsTbx = defineFormat({
  id: 'tbx',
  of: 'formulae',
  extension: 'tbx',
  group: 'exchange',
  label: { en: 'Termbase (TBX)', 'zh-CN': '术语库（TBX）' },
  hint: {
    en: 'For translation programs: source forms and renderings with their status, definition and links.',
    'zh-CN': '用于翻译软件：原文形式、译法及其状态、定义和关联。'
  },
  options: [],
  preview: 'text',
  async write(model, _, sink) {
    const { termbase } = await import('../../tbx/termbase')
    const { text, replaced, without } = termbase(model, sink.signal)
    await sink.write(text)
    if (without > 0) sink.leftOut('formulaeWithoutWords', without)
    if (replaced > 0) sink.leftOut('charactersReplaced', replaced)
  }
})
