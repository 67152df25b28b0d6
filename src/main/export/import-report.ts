import { catalogues, type Language } from '../../shared/locales/catalogues'
import { fill } from '../../shared/locales/fill'
import type { ImportWarning } from '../../shared/model/import-warning'
import type { ReadFile, ReadSidecar } from '../import/read-files'
import { csvOfRecords } from './csv-file'

/**
 * What became of each file of an import, texts first, then what is said of texts, as a table (RFC 4180, with a byte-order
 * mark for spreadsheets).
 */
export function importReport(
  files: readonly ReadFile[],
  sidecars: readonly ReadSidecar[],
  language: Language
): string {
  const words = catalogues[language]
  const inWords = (warnings: readonly ImportWarning[]) =>
    warnings.map(({ key, count, names, fields }) => {
      const told = fill(words.importWarning[`${key}_${count === 1 ? 'one' : 'other'}`], { count })
      const about = names ?? fields?.map((field) => words.importField[field])
      return about ? fill(words.importWarning.named, { told, names: about.join(', ') }) : told
    })
  const rows = files.map(({ shown: path, name, result, known }) => {
    const text = result.ok ? result.value : null
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
        ? [...(text?.signs ?? []).map((sign) => words.sign[sign]), ...inWords(text?.warnings ?? [])].join(
            '; '
          )
        : fill(words.errors[result.error.key], result.error.params)
    }
  })
  const said = sidecars.map(({ shown: path, name, about, warnings }) => ({
    path,
    name,
    status: about.kind,
    title: about.kind === 'codebook' ? '' : about.of.title || about.of.source,
    told: inWords(warnings).join('; ')
  }))
  const columns = [
    'path',
    'name',
    'status',
    'title',
    'language',
    'published',
    'publisher',
    'rendering',
    'encoding',
    'told'
  ] as const
  return csvOfRecords(columns, [...rows, ...said])
}
