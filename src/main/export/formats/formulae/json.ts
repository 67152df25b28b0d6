import { defineFormat } from '../../format'

/** The register for another project of this program: all of it but who decided, and when. */
export const formulaeAsRegister = defineFormat({
  id: 'json',
  of: 'formulae',
  extension: 'json',
  group: 'exchange',
  label: { en: 'Register (JSON)', 'zh-CN': '提法库（JSON）' },
  hint: {
    en: 'For another project: take it in from its formulae.',
    'zh-CN': '用于另一个项目：在其提法库中收入。'
  },
  options: [],
  preview: 'text',
  async write({ entries, page }, _, sink) {
    const { registerOf } = await import('../../../../shared/formulae/register-of')
    const formulae = Object.fromEntries(entries.map(({ formula }) => [formula.id, formula]))
    await sink.write(`${JSON.stringify(registerOf(formulae, page.title), null, 1)}\n`)
  }
})
