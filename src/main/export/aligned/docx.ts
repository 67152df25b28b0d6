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
import { type AlignedWork, columnTitle } from './aligned-work'
import { type WordLanguage, wordLanguage } from './word-language'
import { withoutControls } from './xml'

/** Hundredths of the width of the page. */
const numberWidth = 5

/** An aligned work as a Word document: one table on pages across, its head repeated. */
export async function alignedToDocx(work: AlignedWork, words: ExportWords): Promise<Uint8Array> {
  const { title, versions, rows } = work
  const width = (100 - numberWidth) / versions.length
  const cell = (
    text: string,
    size: number,
    run: { bold?: boolean; italics?: boolean; language?: WordLanguage } = {}
  ) =>
    new TableCell({
      width: { size, type: WidthType.PERCENTAGE },
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      children: [
        new Paragraph({
          children: text.split('\n').map(
            (line, at) =>
              new TextRun({
                text: withoutControls(line),
                ...(at > 0 ? { break: 1 } : {}),
                ...(run.bold ? { bold: true } : {}),
                ...(run.italics ? { italics: true } : {}),
                ...(run.language ? { language: run.language } : {})
              })
          )
        })
      ]
    })
  const languages = versions.map(({ language }, at) =>
    wordLanguage(language, rows.map((row) => row.texts[at] ?? '').join('\n'))
  )
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
          ...versions.map((_, at) => {
            const text = row.texts[at] ?? ''
            return text === ''
              ? cell(words.leftOut, width, { italics: true })
              : cell(text, width, { language: languages[at] ?? {} })
          })
        ]
      })
  )
  const document = new Document({
    title: withoutControls(title),
    creator: 'Variorum',
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [
          new Paragraph({
            text: withoutControls(title),
            heading: HeadingLevel.HEADING_1,
            alignment: AlignmentType.LEFT
          }),
          new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...body] })
        ]
      }
    ]
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
