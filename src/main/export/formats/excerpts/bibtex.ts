import { defineFormat } from '../../format'
import { bibtexText } from '../../references/bibtex'
import { referencesOf } from '../../references/cited-references'

export const bibtex = defineFormat({
  id: 'bibtex',
  of: 'excerpts',
  extension: 'bib',
  group: 'exchange',
  label: { en: 'BibTeX', 'zh-CN': 'BibTeX' },
  hint: {
    en: 'The bibliography of the works cited, for LaTeX (BibLaTeX) and reference managers.',
    'zh-CN': '所引文献的书目，供 LaTeX（BibLaTeX）和文献管理软件使用。'
  },
  options: ['language'],
  preview: 'text',
  async write(model, _options, sink) {
    await sink.write(bibtexText(await referencesOf(model)))
  }
})
