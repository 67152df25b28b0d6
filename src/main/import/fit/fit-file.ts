import type { ParsedFile } from '../parsed'
import type { ParsedSidecar } from '../parsed-sidecars'
import { fitCodebook } from './fit-codes'
import { fitEncoding } from './fit-metadata'
import { fitSidecar } from './fit-sidecar'
import { fitText } from './fit-text'
import { Fitter } from './fitter'

const mostSidecars = 50_000

/**
 * All that was read from a file, within the bounds of what a project holds. What was cut, changed or left out is told
 * in the warnings of the text it belongs to, else in those of the file.
 */
export function fitFile(file: ParsedFile, fileName: string): ParsedFile {
  const fit = new Fitter()
  const fitted = fit.list('reference', file.sidecars, mostSidecars).map((each) => fitSidecar(fit, each))
  const brought = fitCodebook(fit, file.brought)
  const wordless = fitted.flatMap(({ warnings }) => warnings).reduce((sum, { count }) => sum + count, 0)
  return {
    ...file,
    encoding: fitEncoding(file.encoding),
    brought,
    sidecars: fitted.flatMap(({ sidecar }): ParsedSidecar[] => (sidecar ? [sidecar] : [])),
    texts: file.texts.map((text) => fitText(text, fileName)),
    warnings: [
      ...file.warnings,
      ...(wordless > 0 ? [{ key: 'passagesWithoutQuote' as const, count: wordless }] : []),
      ...fit.warnings
    ]
  }
}
