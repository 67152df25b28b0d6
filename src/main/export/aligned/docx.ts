import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType
} from 'docx'
import type { ExportWords } from '../words'
import { type AlignedWork, cellText, columnTitle } from './aligned-work'

/** Hundredths of the width of the page. */
const numberWidth = 5

/** An aligned work as a Word document: one table on pages across, its head repeated. */
export async function alignedToDocx(work: AlignedWork, words: ExportWords): Promise<Uint8Array> {
  const { title, versions, rows } = work
  const width = (100 - numberWidth) / versions.length
  const cell = (
    text: string,
    size: number,
    run: { bold?: boolean; italics?: boolean; language?: string } = {}
  ) =>
    new TableCell({
      width: { size, type: WidthType.PERCENTAGE },
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      children: [
        new Paragraph({
          children: [
            new TextRun({
              text,
              ...(run.bold ? { bold: true } : {}),
              ...(run.italics ? { italics: true } : {}),
              ...(run.language ? { language: languageOf(run.language) } : {})
            })
          ]
        })
      ]
    })
  const head = new TableRow({
    tableHeader: true,
    children: [
      cell('№', numberWidth, { bold: true }),
      ...versions.map((each) => cell(columnTitle(each, words), width, { bold: true }))
    ]
  })
  const body = rows.map(
    (row, index) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(String(index + 1), numberWidth),
          ...versions.map((version, at) => {
            const text = cellText(row.sentences[at] ?? [], version.language)
            return text === ''
              ? cell(words.leftOut, width, { italics: true })
              : cell(text, width, { language: version.language })
          })
        ]
      })
  )
  const document = new Document({
    title,
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1, alignment: AlignmentType.LEFT }),
          new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...body] })
        ]
      }
    ]
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function languageOf(language: string): { value?: string; eastAsia?: string } {
  return /^(zh|lzh|yue|ja)/.test(language) ? { eastAsia: 'zh-CN' } : { value: language }
}
