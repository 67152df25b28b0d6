import Papa from 'papaparse'
import { catalogues, type Language } from '../../shared/locales/catalogues'
import { fill } from '../../shared/locales/fill'
import type { ReadFile } from './read-files'

/** What became of each file of an import, as a table (RFC 4180, with a byte-order mark for spreadsheets). */
export function importReport(files: readonly ReadFile[], language: Language): string {
  const words = catalogues[language]
  const rows = files.map(({ path, name, result, known }) => {
    const text = result.ok ? result.value : null
    const warnings = (text?.warnings ?? []).map(({ key, count }) =>
      fill(words.importWarning[`${key}_${count === 1 ? 'one' : 'other'}`], { count })
    )
    return {
      path,
      name,
      status: text ? (known ? 'known' : 'read') : 'refused',
      title: text?.title ?? '',
      language: text?.language ?? '',
      published: text?.published?.date ?? '',
      publisher: text?.publisher ?? '',
      rendering: text ? words.rendering[text.rendering] : '',
      encoding: text?.encoding ?? '',
      told: result.ok
        ? [...(text?.signs ?? []).map((sign) => words.sign[sign]), ...warnings].join('; ')
        : fill(words.errors[result.error.key], result.error.params)
    }
  })
  return `\uFEFF${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: /^[=+\-@\t\r]/ })}\r\n`
}
