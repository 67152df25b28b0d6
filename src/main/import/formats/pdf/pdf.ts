import type { ImportWarning } from '../../../../shared/model/import-warning'
import type { RawText, Source, StatedMetadata } from '../../parsed'
import { withBullets } from '../bullets'
import { type Line, linesOf } from './pdf-lines'
import { paragraphsOf } from './pdf-paragraphs'
import { CharacterMaps, pdfRuntime } from './pdf-runtime'
import { withCharacters } from './radicals'

/** More pages than the longest scholarly edition. */
const mostPages = 5000

/**
 * A PDF through pdf.js: lines in reading order, columns told apart, paragraphs joined and hyphenation undone. Running heads
 * and page numbers are proposed as furniture; every block knows its page. A scan without text is refused as one.
 */
export async function parsePdf({ bytes }: Source): Promise<RawText[]> {
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
    const pages: Line[][] = []
    let empty = 0
    for (let number = 1; number <= Math.min(mostPages, document.numPages); number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view
      const pieces = items.flatMap((item) =>
        'str' in item
          ? [
              {
                text: withCharacters(item.str),
                x: Number(item.transform[4]) - left,
                y: top - Number(item.transform[5]),
                width: item.width,
                size: Math.hypot(Number(item.transform[2]), Number(item.transform[3])) || item.height
              }
            ]
          : []
      )
      const lines = linesOf(pieces, right - left, top - bottom)
      if (lines.length === 0) empty++
      pages.push(lines)
      page.cleanup()
    }
    if (empty === pages.length) throw new Error('scan')
    const blocks = withBullets(paragraphsOf(pages))
    const { info } = await document.getMetadata()
    const warnings: ImportWarning[] = empty > 0 ? [{ key: 'pagesWithoutText', count: empty }] : []
    return [{ blocks, stated: statedIn(info), warnings, bare: true }]
  } finally {
    await task.destroy()
  }
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
