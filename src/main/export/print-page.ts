import { catalogues } from '../../shared/locales/catalogues'
import type { ExportSink } from './format'
import { joinPieces } from './write-pieces'

/**
 * Writes a page as a PDF.
 *
 * @throws an error with a sentence in the language of the export, where nothing here can print
 */
export async function printPage(
  sink: ExportSink,
  language: keyof typeof catalogues,
  pieces: AsyncIterable<string> | Iterable<string>
): Promise<void> {
  if (!sink.print) throw new Error(catalogues[language].errors.printNeedsWindow)
  const page = await joinPieces(sink.signal, pieces)
  await sink.write(await sink.print(page))
}
