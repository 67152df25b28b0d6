import { catalogues } from '../../../../shared/locales/catalogues'
import type { QuotationPiece } from '../../../../shared/quotations/quotation-pieces'
import { defineFormat } from '../../format'
import { listItem, markdownHeading, markdownLine, markdownParagraphs, quoted } from '../../markdown/blocks'
import { type QuotationEntry, quotationEntries } from '../../quotations/quotation-entries'
import { countLine } from '../../quotations/report-facts'
import { stateLines } from '../../text-words'
import { writePieces } from '../../write-pieces'

/** The report on the quotations of a manuscript as Markdown: a heading a quotation. */
export const quotationsAsMarkdown = defineFormat({
  id: 'md',
  of: 'quotations',
  extension: 'md',
  group: 'write',
  label: { en: 'Markdown', 'zh-CN': 'Markdown' },
  hint: {
    en: 'For pandoc, Zettlr and every editor: each quotation beside what the text says.',
    'zh-CN': '用于 pandoc、Zettlr 和各种编辑器：每处引文与原文对照。'
  },
  options: ['language'],
  preview: 'markdown',
  write: (model, _, sink) => writePieces(sink, pieces(model))
})

function* pieces(model: Parameters<typeof quotationEntries>[0]): Generator<string> {
  const { page, language, report } = model
  const words = catalogues[language].quotations
  yield `${markdownHeading(1, page.title)}\n\n`
  const facts = [...stateLines(page, language), countLine(report, language)]
  yield `${facts.map((line) => listItem([markdownLine(line, { beginsLine: true })])).join('\n')}\n`
  for (const entry of quotationEntries(model)) yield `\n${entryLines(entry, words).join('\n\n')}\n`
}

type Words = (typeof catalogues)['en' | 'zh-CN']['quotations']

function entryLines(entry: QuotationEntry, words: Words): string[] {
  const term = (name: string, text: string) => `**${markdownLine(name)}:** ${markdownLine(text)}`
  const where = [entry.title, entry.at].filter(Boolean).join(', ')
  return [
    markdownHeading(2, `${entry.number}. ${entry.status}`),
    quoted(marked(entry.pieces)),
    ...(entry.place
      ? [`**${markdownLine(words.source)}** (${markdownLine(where)}):`, quoted(marked(entry.source))]
      : []),
    ...(entry.given === '' ? [] : [term(words.given, entry.given)]),
    ...(entry.right === '' ? [] : [term(words.right, entry.right)]),
    ...[...entry.verdicts, ...entry.remarks].map((each) => markdownLine(each, { beginsLine: true })),
    ...(entry.others.length === 0
      ? []
      : [entry.others.map((each) => listItem([markdownLine(each, { beginsLine: true })])).join('\n')])
  ]
}

/** A quotation with what parts from the other side underlined. */
function marked(pieces: readonly QuotationPiece[]): string[] {
  let at = 0
  const marks = pieces.flatMap(({ text, kind }) => {
    const start = at
    at += text.length
    return kind === null || text === '' ? [] : [{ start, end: at, as: 'underlined' as const }]
  })
  return markdownParagraphs(pieces.map(({ text }) => text).join(''), { marks })
}
