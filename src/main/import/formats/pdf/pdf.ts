import type { PDFPageProxy } from 'pdfjs-dist'
import type { ImportWarning } from '../../../../shared/model/import-warning'
import type { ParsedBlock, RawText, Source, StatedMetadata } from '../../parsed'
import { withBullets } from '../bullets'
import { asChinese, countGarbled } from './garbled'
import { pageLabels } from './page-labels'
import { type Line, linesOf } from './pdf-lines'
import { paragraphsOf } from './pdf-paragraphs'
import type { Piece } from './pdf-rows'
import { CharacterMaps, pdfRuntime } from './pdf-runtime'
import { withCharacters } from './radicals'
import { areBracketsMirrored, isBackwards, turned, withBracketsMirrored } from './right-to-left'
import { refuseBombs } from './stream-guard'

/** More pages than the longest scholarly edition. */
const mostPages = 5000

/**
 * A PDF through pdf.js: lines in reading order, columns told apart, paragraphs joined and hyphenation undone. Running heads
 * and page numbers are proposed as furniture; every block knows its page. A scan without text is refused as one.
 */
export async function parsePdf({ bytes }: Source): Promise<RawText[]> {
  refuseBombs(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const pdf = await pdfRuntime()
  const task = pdf.getDocument({
    data: new Uint8Array(bytes),
    CMapReaderFactory: CharacterMaps,
    useWorkerFetch: false,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    verbosity: 0
  })
  const document = await task.promise
  try {
    const read: ReadPage[] = []
    let pictures = 0
    for (let number = 1; number <= Math.min(mostPages, document.numPages); number++) {
      const page = await document.getPage(number)
      const own = await readPage(page)
      if (own.pieces.length === 0 && (await hasPicture(page, pdf.OPS))) pictures++
      read.push(own)
      page.cleanup()
    }
    const isWrong = isBackwards(read.flatMap(({ pieces }) => pieces.map(({ text }) => text)))
    const asSet = read.map(({ pieces, width, height }) =>
      linesOf(
        isWrong ? pieces.map((piece) => ({ ...piece, text: turned(piece.text) })) : pieces,
        width,
        height
      )
    )
    const isMirrored = areBracketsMirrored(asSet.flat().map(({ text }) => text))
    const pages = isMirrored ? asSet.map((lines) => lines.map(mirrored)) : asSet
    if (pages.every((lines) => lines.length === 0)) {
      if (pictures > 0) throw new Error('scan')
      return []
    }
    const labels = pageLabels(await document.getPageLabels(), pages)
    const blocks = withBullets(paragraphsOf(pages)).map((block) => labelled(block, labels))
    const { info } = await document.getMetadata()
    const counted: ImportWarning[] = [
      { key: 'pagesWithoutText' as const, count: pictures },
      {
        key: 'garbledCharacters' as const,
        count: blocks.reduce((sum, { text }) => sum + countGarbled(text), 0)
      },
      { key: 'pagesLeftOut' as const, count: Math.max(0, document.numPages - mostPages) }
    ]
    const warnings = counted.filter(
      ({ key, count }) => count >= (key === 'garbledCharacters' ? fewestGarbled : 1)
    )
    return [{ blocks, stated: statedIn(info), warnings, bare: true }]
  } finally {
    await task.destroy()
  }
}

function mirrored(line: Line): Line {
  const cells = line.cells.map((cell) => ({ ...cell, text: withBracketsMirrored(cell.text) }))
  return { ...line, text: withBracketsMirrored(line.text), cells }
}

/** Fewer odd signs than this are no fault of a font. */
const fewestGarbled = 8

interface ReadPage {
  readonly pieces: readonly Piece[]
  readonly width: number
  readonly height: number
}

async function readPage(page: PDFPageProxy): Promise<ReadPage> {
  const { items } = await page.getTextContent()
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  const pieces = items.flatMap((item) => {
    if (!('str' in item)) return []
    return [
      {
        text: asChinese(item.str) ?? withCharacters(item.str),
        x: Number(item.transform[4]) - left,
        y: top - Number(item.transform[5]),
        width: item.width,
        size: Math.hypot(Number(item.transform[2]), Number(item.transform[3])) || item.height
      }
    ]
  })
  return {
    pieces: pieces.filter(({ text }) => text.trim() !== ''),
    width: right - left,
    height: top - bottom
  }
}

/** Whether a page without text shows something after all: one that shows nothing is blank and no scan. */
async function hasPicture(
  page: PDFPageProxy,
  operations: Readonly<Record<string, number>>
): Promise<boolean> {
  const { fnArray } = await page.getOperatorList()
  const pictures = new Set(
    Object.entries(operations).flatMap(([name, code]) =>
      /^(paint.*Image|beginInlineImage)/.test(name) ? [code] : []
    )
  )
  return fnArray.some((code) => pictures.has(code))
}

function labelled(block: ParsedBlock, labels: readonly (string | null)[]): ParsedBlock {
  const label = block.page === undefined ? null : labels[block.page - 1]
  return label ? { ...block, pageLabel: label } : block
}

function statedIn(info: object): StatedMetadata {
  const said = (name: string) => {
    const value: unknown = Reflect.get(info, name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const title = said('Title')
  const author = said('Author')
  return {
    // What a word processor puts there is the name of a file as often as a title.
    ...(title.length > 4 && !/\.(docx?|pdf|indd|odt|rtf)$|^(microsoft word|untitled)/i.test(title)
      ? { title }
      : {}),
    ...(author ? { author } : {})
  }
}
